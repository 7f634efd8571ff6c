import { type Duration, inWords, seconds } from '../../src/engine/duration';
import { defineMatcher, type Method } from '../../src/engine/matcher';
import { type Bounded, type Bounds, bounded, boundsInWords, isWithin } from '../value/bounds';

export const toHaveReceiveWaitTime = defineMatcher({
  facet: 'queueDelivery',
  summary: 'lets receivers wait for the given time',
  takes: [bounded(seconds)],
  check: ({ receiveWaitTimeInSeconds }, expected: Bounds) => ({
    pass: isWithin(expected, receiveWaitTimeInSeconds),
    expected: boundsInWords(expected, inWords),
    received: inWords(receiveWaitTimeInSeconds),
  }),
});

declare module '../../src/engine/matcher' {
  interface AwsMatchers<T> {
    /**
     * Passes when a receiver waits up to this time for a message (long polling). A plain value is exact; `{ atLeast, atMost }` are
     * limits.
     *
     * @param time seconds (`30`), a duration (`'5m'`), or `{ atLeast, atMost }` of these.
     * @example await expect(queue).toHaveReceiveWaitTime(20);
     */
    toHaveReceiveWaitTime: Method<T, 'queueDelivery', [time: Bounded<number | Duration>]>;
  }
}
