import { count } from '../../src/engine/argument';
import { defineMatcher, type Judgement, type Method } from '../../src/engine/matcher';
import type { Zones } from '../../src/facets';

export const toSpanAvailabilityZones = defineMatcher({
  facet: 'zones',
  summary: 'spans Availability Zones',
  takes: [count],
  check: ({ zones }: Zones, atLeast: number) => judgeZones(zones, atLeast),
  checkAll: (members: Zones[], atLeast: number) =>
    judgeZones(
      members.flatMap(({ zones }) => zones),
      atLeast,
    ),
});

function judgeZones(all: string[], atLeast: number): Judgement {
  const zones = [...new Set(all)].sort();
  return {
    pass: zones.length >= atLeast,
    expected: `${atLeast} Availability Zone${atLeast === 1 ? '' : 's'} or more`,
    received: zones.length === 0 ? 'no Availability Zone' : `${zones.length}: ${zones.join(', ')}`,
    fault: zones.length === 0 ? 'AWS names no Availability Zone for it' : undefined,
  };
}

declare module '../../src/engine/matcher' {
  interface AwsMatchers<T> {
    /**
     * Passes when the resource uses this many Availability Zones or more. Asked of a list, it counts the zones of all
     * members together, each once.
     *
     * Only zones in use count: those of the members of a cluster, not those in which members could be created.
     *
     * @param count how many zones at least.
     * @example await expect(resources(/private.*subnet/i)).toSpanAvailabilityZones(2);
     */
    toSpanAvailabilityZones: Method<T, 'zones', [count: number]>;
  }
}
