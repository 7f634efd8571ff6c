import { type Duration, inWords, seconds } from '../../src/engine/duration';
import { defineMatcher, type Method } from '../../src/engine/matcher';
import { type Bounded, type Bounds, bounded, boundsInWords, isWithin } from '../value/bounds';

export const toHaveVisibilityTimeout = defineMatcher({
  facet: 'queueDelivery',
  summary: 'hides a received message for the given time',
  takes: [bounded(seconds)],
  check: ({ visibilityTimeoutInSeconds }, expected: Bounds) => ({
    pass: isWithin(expected, visibilityTimeoutInSeconds),
    expected: boundsInWords(expected, inWords),
    received: inWords(visibilityTimeoutInSeconds),
  }),
});

declare module '../../src/engine/matcher' {
  interface AwsMatchers<T> {
    /**
     * Passes when a received message is hidden from other receivers for this time. A plain value is exact; `{ atLeast, atMost }` are
     * limits.
     *
     * @param time seconds (`30`), a duration (`'5m'`), or `{ atLeast, atMost }` of these.
     * @example await expect(queue).toHaveVisibilityTimeout({ atLeast: '5m' });
     */
    toHaveVisibilityTimeout: Method<T, 'queueDelivery', [time: Bounded<number | Duration>]>;
  }
}
