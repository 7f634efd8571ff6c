import { count, optional } from '../../src/engine/argument';
import { defineMatcher, type Method } from '../../src/engine/matcher';
import type { ScaledInstances } from '../../src/facets';
import { type Bounded, type Bounds, bounded, boundsInWords, isWithin } from '../value/bounds';

type ScaledInstance = ScaledInstances['instances'][number];

export const toHaveInstancesInService = defineMatcher({
  facet: 'scaledInstances',
  summary: 'has healthy instances in service',
  takes: [optional(bounded(count))],
  check: ({ instances }, expected?: Bounds) => {
    const serving = instances.filter(({ state, healthy }) => state === 'InService' && healthy).length;
    const all = instances.length > 0 && serving === instances.length;
    return {
      pass: expected === undefined ? all : isWithin(expected, serving),
      expected:
        expected === undefined
          ? 'every instance healthy and in service, and at least one'
          : `${boundsInWords(expected, String)} healthy and in service`,
      received: `${serving} in service: ${instances.map(inWords).join(', ') || 'no instance'}`,
      fault:
        expected === undefined && serving > 0 && !all
          ? `only ${serving} of ${instances.length} instances are in service`
          : undefined,
    };
  },
});

function inWords({ id, zone, state, healthy }: ScaledInstance): string {
  return `${id} in ${zone} ${state}${healthy ? '' : ' (unhealthy)'}`;
}

declare module '../../src/engine/matcher' {
  interface AwsMatchers<T> {
    /**
     * Passes when every instance of the Auto Scaling group is healthy and in service, and there is at least one; with an
     * amount, when so many are. Without an amount, a group of which some are in service and some not fails in both directions.
     *
     * @param amount how many: a number is exact, `{ atLeast, atMost }` are limits.
     * @example await expect(eventually(group, { within: '5m' })).toHaveInstancesInService({ atLeast: 2 });
     */
    toHaveInstancesInService: Method<T, 'scaledInstances', [amount?: Bounded<number>]>;
  }
}
