import { type Duration, seconds } from '../../src/engine/duration';
import { defineMatcher, type Method } from '../../src/engine/matcher';
import { type Bounded, type Bounds, bounded, boundsInWords, isWithin } from '../value/bounds';

export const toHaveDeregistrationDelay = defineMatcher({
  facet: 'targetDistribution',
  summary: 'lets targets finish their requests for the given time',
  takes: [bounded(seconds)],
  check: ({ deregistrationDelayInSeconds: delay }, expected: Bounds) => ({
    pass: delay !== undefined && isWithin(expected, delay),
    expected: boundsInWords(expected, inSeconds),
    received: delay === undefined ? 'no deregistration delay' : inSeconds(delay),
    notApplicable: delay === undefined ? 'a target group of functions has no deregistration delay' : undefined,
  }),
});

function inSeconds(amount: number): string {
  return `${amount} s`;
}

declare module '../../src/engine/matcher' {
  interface AwsMatchers<T> {
    /**
     * Passes when a target that is taken out may finish its requests for this time. A plain value is exact;
     * `{ atLeast, atMost }` are limits.
     *
     * @param time seconds (`30`), a duration (`'5m'`), or `{ atLeast, atMost }`.
     * @example await expect(targetGroup).toHaveDeregistrationDelay({ atMost: 60 });
     */
    toHaveDeregistrationDelay: Method<T, 'targetDistribution', [time: Bounded<number | Duration>]>;
  }
}
