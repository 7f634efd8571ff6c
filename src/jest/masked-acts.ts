import type { Json } from '../acts';
import type { Verdict } from '../engine/verdict';
import { maskValue } from '../outputs';

/**
 * A verdict whose record of acts holds no secret: it is kept for reports, and what was sent was written by a test.
 *
 * @param mask masks a text.
 */
export function withMaskedActs(verdict: Verdict, mask: (text: string) => string): Verdict {
  const { acts, waited, left, members } = verdict;
  if (!acts && !members) return verdict;
  return {
    ...verdict,
    ...(acts && { acts: acts.map((act) => ({ ...act, call: mask(act.call), sent: maskedJson(act.sent, mask) })) }),
    ...(waited?.lastSeen !== undefined && { waited: { ...waited, lastSeen: mask(waited.lastSeen) } }),
    ...(left && { left: left.map(mask) }),
    ...(members && { members: members.map((member) => withMaskedActs(member, mask)) }),
  };
}

function maskedJson(value: Json, mask: (text: string) => string): Json {
  return textsIn(maskValue('sent', value) as Json, mask);
}

function textsIn(value: Json, mask: (text: string) => string): Json {
  if (typeof value === 'string') return mask(value);
  if (Array.isArray(value)) return value.map((each) => textsIn(each, mask));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, textsIn(each, mask)]));
}
