import { type Duration, seconds } from '../../src/engine/duration';
import { defineMatcher, type Method } from '../../src/engine/matcher';
import { type Bounded, type Bounds, bounded, boundsInWords, isWithin } from '../value/bounds';

export const toHaveIdleTimeout = defineMatcher({
  facet: 'requestHandling',
  summary: 'closes idle connections after the given time',
  takes: [bounded(seconds)],
  check: ({ idleTimeoutInSeconds }, expected: Bounds) => ({
    pass: idleTimeoutInSeconds !== undefined && isWithin(expected, idleTimeoutInSeconds),
    expected: boundsInWords(expected, inSeconds),
    received: idleTimeoutInSeconds === undefined ? 'no idle timeout' : inSeconds(idleTimeoutInSeconds),
    notApplicable:
      idleTimeoutInSeconds === undefined ? 'only an application load balancer has an idle timeout' : undefined,
  }),
});

function inSeconds(amount: number): string {
  return `${amount} s`;
}

declare module '../../src/engine/matcher' {
  interface AwsMatchers<T> {
    /**
     * Passes when idle connections are closed after this time. A plain value is exact; `{ atLeast, atMost }` are limits. Not
     * applicable to network and gateway load balancers.
     *
     * @param time seconds (`60`), a duration (`'1m'`), or `{ atLeast, atMost }`.
     * @example await expect(loadBalancer).toHaveIdleTimeout('1m');
     */
    toHaveIdleTimeout: Method<T, 'requestHandling', [time: Bounded<number | Duration>]>;
  }
}
