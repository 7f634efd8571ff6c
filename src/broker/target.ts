import type { Target } from '../engine/resource';
import type { DiscoveredOutput } from '../outputs';

/** The resource that a discovered output names. */
export function targetOf(row: DiscoveredOutput): Target {
  const { type, id, identifier, value, key, stack, region, account } = row;
  return { type, id, identifier, value: String(value), key, stack, region, account };
}
