import { type Duration, inWords, seconds } from '../../src/engine/duration';
import { defineMatcher, type Method } from '../../src/engine/matcher';
import { type Bounded, type Bounds, bounded, boundsInWords, isWithin } from '../value/bounds';

export const toHaveTimeout = defineMatcher({
  facet: 'function',
  summary: 'may run for the given time',
  takes: [bounded(seconds)],
  check: ({ timeoutInSeconds }, expected: Bounds) => ({
    pass: isWithin(expected, timeoutInSeconds),
    expected: boundsInWords(expected, inWords),
    received: inWords(timeoutInSeconds),
  }),
});

declare module '../../src/engine/matcher' {
  interface AwsMatchers<T> {
    /**
     * Passes when the function is stopped after this time. A plain value is exact; `{ atLeast, atMost }` are limits.
     *
     * @param time seconds (`300`), a duration (`'5m'`), or `{ atLeast, atMost }` of these.
     * @example await expect(fn).toHaveTimeout('5m');
     */
    toHaveTimeout: Method<T, 'function', [time: Bounded<number | Duration>]>;
  }
}
