import { defineMatcher, type Method } from '../../src/engine/matcher';

export const toBalanceAcrossZones = defineMatcher({
  facet: 'requestHandling',
  summary: 'spreads requests over the targets of all zones',
  check: ({ crossZone }) => ({
    pass: crossZone === true,
    expected: 'load_balancing.cross_zone.enabled true',
    received: `load_balancing.cross_zone.enabled ${crossZone}`,
    notApplicable: crossZone === undefined ? 'AWS does not tell load_balancing.cross_zone.enabled for it' : undefined,
  }),
});

declare module '../../src/engine/matcher' {
  interface AwsMatchers<T> {
    /**
     * Passes when each node sends requests to the targets of all zones (cross-zone load balancing). Always so for an
     * application load balancer, a choice for the others; a target group may say otherwise for itself.
     *
     * @example await expect(networkLoadBalancer).toBalanceAcrossZones();
     */
    toBalanceAcrossZones: Method<T, 'requestHandling'>;
  }
}
