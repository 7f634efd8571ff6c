import { Unjudged } from './unjudged';
import type { Subject } from './verdict';

/**
 * Asks other resources for one. What keeps another from being judged is told of the one that was asked about, whose
 * output the reader knows; the other is named as `related`.
 *
 * @param subject the resource that the matcher was asked about.
 */
export async function onBehalfOf<Answer>(subject: Subject, answer: Promise<Answer>): Promise<Answer> {
  try {
    return await answer;
  } catch (error) {
    if (!Unjudged.is(error)) throw error;
    const { subject: met = subject, ...data } = error.data;
    const isOther = met.type !== subject.type || met.id !== subject.id;
    throw new Unjudged({ ...data, subject, ...(isOther && { related: met }) });
  }
}
