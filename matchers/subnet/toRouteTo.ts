import { optional } from '../../src/engine/argument';
import { defineMatcher, type Method } from '../../src/engine/matcher';
import { options } from '../../src/engine/options-argument';
import type { RouteTargetKind, TableRoute, TableRoutes } from '../../src/facets';
import { cidr } from '../network/cidr-argument';
import { isSameRange, parseCidr } from '../network/cidr-range';
import { isDefaultRoute, routeInWords } from './route';
import {
  leadsTo,
  type RouteTarget,
  routeTarget,
  type SettledTarget,
  settleTarget,
  targetInWords,
} from './route-target';

/** Which route is meant. */
export interface RouteExpectation {
  /** Range that the route is for; the default route of an internet or NAT gateway, and any route of others, unless told. */
  destination?: string;
}

interface RouteFacts extends TableRoutes {
  wanted: SettledTarget;
}

/** Gateways to the internet, by which people mean the default route. */
const outward: readonly RouteTargetKind[] = ['internet gateway', 'nat gateway', 'egress-only internet gateway'];

export const toRouteTo = defineMatcher({
  facet: 'tableRoutes',
  summary: 'has a route to the given target',
  takes: [routeTarget, optional(options<RouteExpectation>({ destination: optional(cidr) }))],
  relate: async (routes, ask, target: RouteTarget): Promise<RouteFacts> => ({
    ...routes,
    wanted: await settleTarget(ask, target),
  }),
  check: ({ table, routes, wanted }: RouteFacts, _target: RouteTarget, { destination }: RouteExpectation = {}) => {
    const meant = routes.filter(
      (route) =>
        leadsTo(route, wanted) &&
        (destination === undefined
          ? isDefaultRoute(route) || !outward.includes(route.kind)
          : isSameRange(parseCidr(route.destination), parseCidr(destination))),
    );
    const [gone] = meant.filter(({ active }) => !active);
    const pass = meant.some(({ active }) => active);
    const by = `a route to ${targetInWords(wanted)}`;
    return {
      pass,
      expected: destination === undefined ? by : `${by} for ${destination}`,
      received: `${table}: ${routes.filter(isTelling).map(routeInWords).join(', ') || 'local routes alone'}`,
      fault: !pass && gone ? `what ${routeInWords(gone)} led to is gone` : undefined,
    };
  },
});

function isTelling({ kind }: TableRoute): boolean {
  return kind !== 'local';
}

declare module '../../src/engine/matcher' {
  interface AwsMatchers<T> {
    /**
     * Passes when the route table, or the one that the subnet uses (its own or the main one of its VPC), has an active route
     * to this target. For internet and NAT gateways the default route is meant unless `destination` says otherwise.
     *
     * A route whose target is gone (a blackhole) fails in both directions.
     *
     * @param target a kind (`'internet gateway'`, `'nat gateway'`, ...), or a handle or an id (`nat-...`).
     * @param expected the `destination`, such as `10.1.0.0/16`.
     * @example await expect(resources(/private.*subnet/i)).toRouteTo('nat gateway');
     * @example await expect(table).toRouteTo(resource('PeeringId'), { destination: '10.1.0.0/16' });
     */
    toRouteTo: Method<T, 'tableRoutes', [target: RouteTarget, expected?: RouteExpectation]>;
  }
}
