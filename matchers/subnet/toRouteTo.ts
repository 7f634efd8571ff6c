import { argument, optional } from '../../src/engine/argument';
import { isHandle } from '../../src/engine/handle';
import { defineMatcher, type Method, type ResourceLike } from '../../src/engine/matcher';
import { options } from '../../src/engine/options-argument';
import type { RouteTargetKind, TableRoute, TableRoutes } from '../../src/facets';
import { cidr } from '../network/cidr-argument';
import { isSameRange, parseCidr } from '../network/cidr-range';
import { isHeld, type WantedResource, wantedResources } from '../reference/held-resources';
import { isDefaultRoute, routeInWords } from './route';

/** What a route leads to: a kind of gateway, or this very one. */
export type RouteTarget = Exclude<RouteTargetKind, 'local' | 'other'> | ResourceLike;

/** Which route is meant. */
export interface RouteExpectation {
  /** Range that the route is for; the default route of an internet or NAT gateway, and any route of others, unless told. */
  destination?: string;
}

interface RouteFacts extends TableRoutes {
  wanted?: WantedResource;
}

const kinds: readonly RouteTargetKind[] = [
  'internet gateway',
  'nat gateway',
  'transit gateway',
  'vpc peering connection',
  'vpc endpoint',
  'egress-only internet gateway',
  'virtual private gateway',
  'network interface',
];

/** Gateways to the internet, by which people mean the default route. */
const outward: readonly RouteTargetKind[] = ['internet gateway', 'nat gateway', 'egress-only internet gateway'];

const kindOfTarget = {
  what: 'a gateway, a peering connection, a VPC endpoint or a network interface',
  pattern: /(^|\/)(igw|nat|tgw|pcx|vpce|eigw|vgw|eni|lgw|cagw)-/,
};

const target = argument<RouteTarget>(
  `${kinds.map((kind) => `'${kind}'`).join(', ')}, or the handle or the id of one`,
  (given) => {
    if (isHandle(given)) return given;
    if (typeof given !== 'string') return undefined;
    return isKind(given) || kindOfTarget.pattern.test(given) ? given : undefined;
  },
);

export const toRouteTo = defineMatcher({
  facet: 'tableRoutes',
  summary: 'has a route to the given target',
  takes: [target, optional(options<RouteExpectation>({ destination: optional(cidr) }))],
  relate: async (routes, ask, wanted: RouteTarget): Promise<RouteFacts> => {
    if (typeof wanted === 'string' && isKind(wanted)) return routes;
    const [found] = await wantedResources(ask, [wanted], kindOfTarget);
    return { ...routes, wanted: found };
  },
  check: ({ table, routes, wanted }: RouteFacts, to: RouteTarget, { destination }: RouteExpectation = {}) => {
    const meant = routes.filter(
      (route) =>
        (wanted ? isHeld([route.target], wanted) : route.kind === to) &&
        (destination === undefined
          ? isDefaultRoute(route) || !outward.includes(route.kind)
          : isSameRange(parseCidr(route.destination), parseCidr(destination))),
    );
    const [gone] = meant.filter(({ active }) => !active);
    const pass = meant.some(({ active }) => active);
    const by = kinds.some((kind) => kind === to)
      ? `a route to ${article(String(to))}`
      : `a route to ${wanted?.shown ?? to}`;
    return {
      pass,
      expected: destination === undefined ? by : `${by} for ${destination}`,
      received: `${table}: ${routes.filter(isTelling).map(routeInWords).join(', ') || 'local routes alone'}`,
      fault: !pass && gone ? `what ${routeInWords(gone)} led to is gone` : undefined,
    };
  },
});

function isKind(text: string): boolean {
  return kinds.some((kind) => kind === text);
}

function isTelling({ kind }: TableRoute): boolean {
  return kind !== 'local';
}

function article(kind: string): string {
  return `${/^[aeiou]/.test(kind) ? 'an' : 'a'} ${kind}`;
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
