import { count, optional } from '../../src/engine/argument';
import { defineMatcher, type Method } from '../../src/engine/matcher';
import { type Bounded, type Bounds, bounded, boundsInWords, isWithin } from '../value/bounds';
import { isHealthy, stayingTargets, targetsInWords } from './target-health';

export const toHaveHealthyTargets = defineMatcher({
  facet: 'targetHealth',
  summary: 'has healthy targets',
  takes: [optional(bounded(count))],
  check: (facts, expected?: Bounds) => {
    const targets = stayingTargets(facts);
    const healthy = targets.filter(isHealthy).length;
    const all = targets.length > 0 && healthy === targets.length;
    return {
      pass: expected === undefined ? all : isWithin(expected, healthy),
      expected:
        expected === undefined
          ? 'every target healthy, and at least one'
          : `${boundsInWords(expected, String)} healthy`,
      received: `${healthy} healthy: ${targetsInWords(facts.targets)}`,
      fault:
        expected === undefined && healthy > 0 && !all
          ? `only ${healthy} of ${targets.length} targets are healthy`
          : undefined,
      advice: all ? undefined : 'A target is healthy some checks after its start: see eventually().',
    };
  },
});

declare module '../../src/engine/matcher' {
  interface AwsMatchers<T> {
    /**
     * Passes when every registered target of the group is healthy, and there is at least one; with an amount, when so many
     * are healthy. Targets that are draining do not count.
     *
     * Without an amount, a group of which some targets are healthy and some not fails in both directions.
     *
     * @param amount how many at least or exactly: a number is exact, `{ atLeast, atMost }` are limits.
     * @example await expect(eventually(targetGroup, { within: '5m' })).toHaveHealthyTargets({ atLeast: 2 });
     */
    toHaveHealthyTargets: Method<T, 'targetHealth', [amount?: Bounded<number>]>;
  }
}
