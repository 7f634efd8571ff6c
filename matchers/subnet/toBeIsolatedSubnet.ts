import { defineMatcher, type Method } from '../../src/engine/matcher';
import { isDefaultRoute, routeInWords } from './route';

export const toBeIsolatedSubnet = defineMatcher({
  facet: 'tableRoutes',
  summary: 'has no way out to the internet',
  check: ({ table, routes }) => {
    const out = routes.filter((route) => isDefaultRoute(route) || route.kind === 'internet gateway');
    const live = out.filter(({ active }) => active);
    const told = out.map(routeInWords).join(', ') || 'no default route';
    return {
      pass: out.length === 0,
      expected: 'no default route and no internet gateway',
      received: `${table}: ${told}`,
      fault: out.length > 0 && live.length === 0 ? `what ${told} led to is gone` : undefined,
    };
  },
});

declare module '../../src/engine/matcher' {
  interface AwsMatchers<T> {
    /**
     * Passes when the subnet or route table has no default route at all, IPv4 or IPv6: neither an internet gateway nor a NAT
     * gateway nor anything else leads out. VPC endpoints and routes to other networks by their ranges may be there.
     *
     * A default route whose gateway is gone fails in both directions.
     *
     * @example await expect(resources(/isolated.*subnet/i)).toBeIsolatedSubnet();
     */
    toBeIsolatedSubnet: Method<T, 'tableRoutes'>;
  }
}
