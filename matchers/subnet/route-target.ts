import { argument } from '../../src/engine/argument';
import { isHandle } from '../../src/engine/handle';
import type { Ask, ResourceLike } from '../../src/engine/matcher';
import { withArticle } from '../../src/engine/message';
import type { RouteTargetKind, TableRoute } from '../../src/facets';
import { isHeld, type WantedResource, wantedResources } from '../reference/held-resources';

/** What a route leads to: a kind of gateway, or this very one. */
export type RouteTarget = Exclude<RouteTargetKind, 'local' | 'other'> | ResourceLike;

/** What a route must lead to; `wanted` where a very resource is meant. */
export interface SettledTarget {
  to: RouteTarget;
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

const kindOfTarget = {
  what: 'a gateway, a peering connection, a VPC endpoint or a network interface',
  pattern: /(^|\/)(igw|nat|tgw|pcx|vpce|eigw|vgw|eni|lgw|cagw)-/,
};

/** What a route leads to. */
export const routeTarget = argument<RouteTarget>(
  `${kinds.map((kind) => `'${kind}'`).join(', ')}, or the handle or the id of one`,
  (given) => {
    if (isHandle(given)) return given;
    if (typeof given !== 'string') return undefined;
    return isKind(given) || kindOfTarget.pattern.test(given) ? given : undefined;
  },
);

/** Finds out which resource is meant. */
export async function settleTarget(ask: Ask, to: RouteTarget): Promise<SettledTarget> {
  if (typeof to === 'string' && isKind(to)) return { to };
  const [wanted] = await wantedResources(ask, [to], kindOfTarget);
  return { to, wanted };
}

/** Whether a route leads there. */
export function leadsTo({ kind, target }: TableRoute, { to, wanted }: SettledTarget): boolean {
  return wanted ? isHeld([target], wanted) : kind === to;
}

/** The target in words: `a nat gateway`, or the id of one. */
export function targetInWords({ to, wanted }: SettledTarget): string {
  if (wanted) return wanted.shown;
  return withArticle(String(to));
}

function isKind(text: string): boolean {
  return kinds.some((kind) => kind === text);
}
