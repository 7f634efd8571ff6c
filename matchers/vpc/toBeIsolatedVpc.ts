import { defineMatcher, type Method } from '../../src/engine/matcher';

export const toBeIsolatedVpc = defineMatcher({
  facet: 'vpcExits',
  summary: 'has nothing that leads out of it',
  check: ({ exits }) => ({
    pass: exits.length === 0,
    expected: 'no gateway and no peering connection',
    received: exits.map(({ kind, id }) => `${kind} ${id}`).join(', ') || 'no gateway and no peering connection',
  }),
});

declare module '../../src/engine/matcher' {
  interface AwsMatchers<T> {
    /**
     * Passes when no internet gateway, egress-only internet gateway, NAT gateway, virtual private gateway or peering
     * connection belongs to the VPC, whether or not a route leads to it.
     *
     * VPC endpoints may be there. Transit gateways are not looked at: ask the route tables, `toHaveOnlyRoutes([])`.
     *
     * @example await expect(vpc).toBeIsolatedVpc();
     */
    toBeIsolatedVpc: Method<T, 'vpcExits'>;
  }
}
