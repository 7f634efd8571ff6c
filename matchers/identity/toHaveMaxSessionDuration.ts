import { type Duration, inWords, seconds } from '../../src/engine/duration';
import { defineMatcher, type Method } from '../../src/engine/matcher';
import { type Bounded, type Bounds, bounded, boundsInWords, isWithin } from '../value/bounds';

export const toHaveMaxSessionDuration = defineMatcher({
  facet: 'roleSession',
  summary: 'can be assumed for the given time at most',
  takes: [bounded(seconds)],
  check: ({ maxDurationInSeconds }, expected: Bounds) => ({
    pass: isWithin(expected, maxDurationInSeconds),
    expected: boundsInWords(expected, inWords),
    received: inWords(maxDurationInSeconds),
  }),
});

declare module '../../src/engine/matcher' {
  interface AwsMatchers<T> {
    /**
     * Passes when the longest session of the role is this long. A plain value is exact.
     *
     * @param duration seconds (`3600`), a duration (`'1h'`), or `{ atLeast, atMost }` of these.
     * @example await expect(role).toHaveMaxSessionDuration({ atMost: '4h' });
     */
    toHaveMaxSessionDuration: Method<T, 'roleSession', [duration: Bounded<number | Duration>]>;
  }
}
