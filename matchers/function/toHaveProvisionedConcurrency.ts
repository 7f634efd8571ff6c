import { count, optional } from '../../src/engine/argument';
import { defineMatcher, type Method } from '../../src/engine/matcher';
import { type Bounded, type Bounds, bounded, boundsInWords, isWithin } from '../value/bounds';

export const toHaveProvisionedConcurrency = defineMatcher({
  facet: 'provisionedConcurrency',
  summary: 'keeps execution environments ready',
  takes: [optional(bounded(count))],
  check: ({ requested, available, status, reason }, expected?: Bounds) => ({
    pass: requested > 0 && (expected === undefined || isWithin(expected, requested)),
    expected: expected ? `${boundsInWords(expected, String)} ready environments` : 'ready environments',
    received: requested === 0 ? 'none' : `${requested} asked for, ${available} ready (${status})`,
    fault: status === 'FAILED' ? `Lambda could not make them ready: ${reason ?? 'AWS gives no reason'}` : undefined,
  }),
});

declare module '../../src/engine/matcher' {
  interface AwsMatchers<T> {
    /**
     * Passes when so many execution environments were asked to be kept ready; any number when none is given.
     *
     * A request that failed fails in both directions.
     *
     * @param environments number of environments, or `{ atLeast, atMost }`.
     * @example await expect(liveAlias).toHaveProvisionedConcurrency({ atLeast: 2 });
     */
    toHaveProvisionedConcurrency: Method<T, 'provisionedConcurrency', [environments?: Bounded<number>]>;
  }
}
