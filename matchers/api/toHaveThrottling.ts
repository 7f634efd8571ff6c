import { argument, number, optional } from '../../src/engine/argument';
import { defineMatcher, type Method } from '../../src/engine/matcher';
import { options } from '../../src/engine/options-argument';
import { type Bounded, type Bounds, bounded, boundsInWords, isWithin } from '../value/bounds';

/** Limits on requests. */
export interface ThrottlingExpectation {
  /** Requests per second. */
  rate?: Bounded<number>;
  /** Requests at once. */
  burst?: Bounded<number>;
}

interface ExpectedLimits {
  rate?: Bounds;
  burst?: Bounds;
}

const amount = argument<number>('a number of at least 0, such as 100', (given) => {
  const read = number.read(given);
  return typeof read === 'number' && read < 0 ? undefined : read;
});

export const toHaveThrottling = defineMatcher({
  facet: 'throttling',
  summary: 'limits the requests it takes',
  takes: [optional(options<ExpectedLimits>({ rate: optional(bounded(amount)), burst: optional(bounded(amount)) }))],
  check: ({ rate, burst }, expected: ExpectedLimits = {}) => ({
    pass:
      (rate !== undefined || burst !== undefined) && isLimited(expected.rate, rate) && isLimited(expected.burst, burst),
    expected:
      [
        expected.rate && `${boundsInWords(expected.rate, String)} requests a second`,
        expected.burst && `${boundsInWords(expected.burst, String)} at once`,
      ]
        .filter(Boolean)
        .join(', ') || 'limits of its own',
    received:
      [rate !== undefined && `${rate} requests a second`, burst !== undefined && `${burst} at once`]
        .filter(Boolean)
        .join(', ') || "the account's limits",
  }),
});

function isLimited(expected: Bounds | undefined, received: number | undefined): boolean {
  return expected === undefined || (received !== undefined && isWithin(expected, received));
}

declare module '../../src/engine/matcher' {
  interface AwsMatchers<T> {
    /**
     * Passes when the stage limits its requests by these numbers; by any of its own when none is given. A stage that only the
     * limits of the account hold has none. A plain value is exact; `{ atLeast, atMost }` are limits.
     *
     * @param expected `rate` (requests per second) and `burst` (requests at once).
     * @example await expect(stage).toHaveThrottling({ rate: 100, burst: { atMost: 200 } });
     */
    toHaveThrottling: Method<T, 'throttling', [expected?: ThrottlingExpectation]>;
  }
}
