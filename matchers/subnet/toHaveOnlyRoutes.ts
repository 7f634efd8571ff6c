import { argument, optional } from '../../src/engine/argument';
import { defineMatcher, type Method } from '../../src/engine/matcher';
import { options } from '../../src/engine/options-argument';
import type { TableRoute, TableRoutes } from '../../src/facets';
import { cidr } from '../network/cidr-argument';
import { isSameRange, parseCidr } from '../network/cidr-range';
import { compareExactly, judgeExactly } from '../value/exact-set';
import { listOf } from '../value/list-argument';
import { routeInWords } from './route';
import {
  leadsTo,
  type RouteTarget,
  routeTarget,
  type SettledTarget,
  settleTarget,
  targetInWords,
} from './route-target';

/** One route, or all to one target. */
export interface OnlyRoute {
  /** A range (`'0.0.0.0/0'`) or a prefix list (`'pl-...'`); every route to the target when left out. */
  destination?: string;
  /** A kind (`'nat gateway'`, ...), a handle or an id. */
  target: RouteTarget;
}

interface WantedRoute extends SettledTarget {
  destination?: string;
}

interface RouteFacts extends TableRoutes {
  wanted: WantedRoute[];
}

const destination = argument<string>(`${cidr.takes} or a prefix list (pl-...)`, (given) =>
  typeof given === 'string' && /^pl-[0-9a-z]+$/.test(given) ? given : cidr.read(given),
);

export const toHaveOnlyRoutes = defineMatcher({
  facet: 'tableRoutes',
  summary: 'has the given routes and no others',
  takes: [listOf(options<OnlyRoute>({ destination: optional(destination), target: routeTarget }))],
  relate: async (routes, ask, expected: OnlyRoute[]): Promise<RouteFacts> => ({
    ...routes,
    wanted: await Promise.all(
      expected.map(async (each) => ({ destination: each.destination, ...(await settleTarget(ask, each.target)) })),
    ),
  }),
  check: ({ routes, wanted }: RouteFacts, _expected: OnlyRoute[]) => {
    const telling = routes.filter(({ kind }) => kind !== 'local');
    const comparison = compareExactly(telling, wanted, means, { item: inWords, wish: wishInWords });
    const gone = telling.find((route) => !route.active && wanted.some((wish) => means(wish, route)));
    return {
      ...judgeExactly(comparison, 'local routes alone'),
      fault: gone && `what ${routeInWords(gone)} led to is gone`,
    };
  },
});

function means(wish: WantedRoute, route: TableRoute): boolean {
  if (!leadsTo(route, wish)) return false;
  if (wish.destination === undefined || wish.destination === route.destination) return true;
  return isSameRange(parseCidr(wish.destination), parseCidr(route.destination));
}

function inWords(route: TableRoute): string {
  return `${routeInWords(route)}${route.propagated ? ' (propagated)' : ''}`;
}

function wishInWords(wish: WantedRoute): string {
  return `${wish.destination ?? 'any destination'} -> ${targetInWords(wish)}`;
}

declare module '../../src/engine/matcher' {
  interface AwsMatchers<T> {
    /**
     * Passes when the route table, or the one that the subnet uses, has these routes and no others. The local routes of
     * the VPC are always allowed and need not be named.
     *
     * IPv6 routes, prefix lists (those of gateway endpoints) and routes that a virtual private gateway propagates count
     * like all others; leave `destination` out for those whose destination is not known beforehand. A route whose target
     * is gone (a blackhole) fails in both directions.
     *
     * @param expected a list of `target` (a kind, a handle or an id) and `destination` (a range or `pl-...`).
     * @example
     * await expect(table).toHaveOnlyRoutes([
     *   { destination: '0.0.0.0/0', target: 'nat gateway' },
     *   { target: resource('S3EndpointId') },
     * ]);
     * @example await expect(resources(/isolated.*subnet/i)).toHaveOnlyRoutes([]);
     */
    toHaveOnlyRoutes: Method<T, 'tableRoutes', [expected: OnlyRoute[]]>;
  }
}
