import { argument, isRefusal, refuse } from '../../src/engine/argument';
import { type Duration, days, inWords } from '../../src/engine/duration';
import { defineMatcher, type Method } from '../../src/engine/matcher';
import { type Bounded, type Bounds, bounded, boundsInWords, isWithin } from '../value/bounds';

const lengthOfTime = bounded(days);

const expectedRetention = argument<Bounded<number | Duration> | 'forever', Bounds>(
  `${lengthOfTime.takes}, or 'forever'`,
  (given) => {
    if (given === 'forever') return { exactly: Number.POSITIVE_INFINITY };
    const read = lengthOfTime.read(given);
    return !isRefusal(read) && read.exactly === 0
      ? refuse("nothing is kept for 0 days; did you mean 'forever'?")
      : read;
  },
);

export const toHaveRetention = defineMatcher({
  facet: 'retention',
  summary: 'keeps its data for the given time',
  takes: [expectedRetention],
  check: ({ seconds = Number.POSITIVE_INFINITY, detail }, expected: Bounds) => ({
    pass: isWithin(expected, seconds),
    expected: boundsInWords(expected, timeInWords),
    received: `${timeInWords(seconds)} (${detail})`,
  }),
});

function timeInWords(seconds: number): string {
  return Number.isFinite(seconds) ? inWords(seconds) : 'for ever';
}

declare module '../../src/engine/matcher' {
  interface AwsMatchers<T> {
    /**
     * Passes when data is kept for this time: events of a log group, records of a stream, messages of a queue. A plain value
     * is exact; `{ atLeast, atMost }` are limits, and what is kept for ever is above any limit.
     *
     * @param retention days (`30`), a duration (`'30d'`, `'24h'`), `{ atLeast, atMost }` of these, or `'forever'`.
     * @example await expect(logGroup).toHaveRetention({ atLeast: 365 });
     */
    toHaveRetention: Method<T, 'retention', [retention: Bounded<number | Duration> | 'forever']>;
  }
}
