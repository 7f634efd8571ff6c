import { count } from '../../src/engine/argument';
import { defineMatcher, type Method } from '../../src/engine/matcher';
import { type Bounded, type Bounds, bounded, boundsInWords, isWithin } from '../value/bounds';

export const toHaveEphemeralStorage = defineMatcher({
  facet: 'temporaryStorage',
  summary: 'has the given space in /tmp',
  takes: [bounded(count)],
  check: ({ megabytes }, expected: Bounds) => ({
    pass: isWithin(expected, megabytes),
    expected: boundsInWords(expected, (amount) => `${amount} MB`),
    received: `${megabytes} MB`,
  }),
});

declare module '../../src/engine/matcher' {
  interface AwsMatchers<T> {
    /**
     * Passes when the function has this much space in `/tmp`. A plain value is exact; `{ atLeast, atMost }` are limits.
     *
     * @param megabytes megabytes (`512`), or `{ atLeast, atMost }`.
     * @example await expect(fn).toHaveEphemeralStorage({ atLeast: 1024 });
     */
    toHaveEphemeralStorage: Method<T, 'temporaryStorage', [megabytes: Bounded<number>]>;
  }
}
