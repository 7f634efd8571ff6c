import { setImmediate as nextTurn } from 'node:timers/promises';
import type { LiveAccount } from '../aws/live-account';
import type { Sdk } from '../engine/aws';
import type { Target } from '../engine/resource';
import type { FacetName } from '../facets';

/** A facet of a resource that will be asked for. */
export interface ExpectedQuestion {
  target: Target;
  facet: FacetName;
  sdk: Sdk;
}

/**
 * Asks ahead of the tests, one SDK package after the other. To load one blocks the process for 10 to 200 ms, so whatever
 * is waiting gets its turn in between: Jest, answers that came, questions of tests that are ahead of us.
 */
export async function readAhead(account: LiveAccount, questions: readonly ExpectedQuestion[]): Promise<void> {
  for (const sdk of new Set(questions.map((question) => question.sdk))) {
    await nextTurn();
    // A package that cannot be loaded is reported to the test that needs it.
    await Promise.allSettled([sdk.load()]);
    for (const question of questions) {
      if (question.sdk === sdk) account.prefetch(question.target, question.facet);
    }
  }
}
