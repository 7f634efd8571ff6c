import type { TableRoute } from '../../src/facets';

/** Whether a route is for everything that no other route covers. */
export function isDefaultRoute({ destination }: TableRoute): boolean {
  return destination === '0.0.0.0/0' || destination === '::/0';
}

/** A route in words: `0.0.0.0/0 -> nat-1`. */
export function routeInWords({ destination, target, active }: TableRoute): string {
  return `${destination} -> ${target}${active ? '' : ' (blackhole)'}`;
}
