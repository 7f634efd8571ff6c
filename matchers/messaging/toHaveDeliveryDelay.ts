import { type Duration, inWords, seconds } from '../../src/engine/duration';
import { defineMatcher, type Method } from '../../src/engine/matcher';
import { type Bounded, type Bounds, bounded, boundsInWords, isWithin } from '../value/bounds';

export const toHaveDeliveryDelay = defineMatcher({
  facet: 'queueDelivery',
  summary: 'holds new messages back for the given time',
  takes: [bounded(seconds)],
  check: ({ delayInSeconds }, expected: Bounds) => ({
    pass: isWithin(expected, delayInSeconds),
    expected: boundsInWords(expected, inWords),
    received: inWords(delayInSeconds),
  }),
});

declare module '../../src/engine/matcher' {
  interface AwsMatchers<T> {
    /**
     * Passes when the queue holds new messages back for this time. A plain value is exact; `{ atLeast, atMost }` are
     * limits.
     *
     * @param time seconds (`30`), a duration (`'5m'`), or `{ atLeast, atMost }` of these.
     * @example await expect(queue).toHaveDeliveryDelay(0);
     */
    toHaveDeliveryDelay: Method<T, 'queueDelivery', [time: Bounded<number | Duration>]>;
  }
}
