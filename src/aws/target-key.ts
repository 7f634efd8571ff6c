import type { Target } from '../engine/resource';

/**
 * A text that is the same for targets that are read in the same way. The value belongs to it: stages of two APIs are
 * both `prod` by their id, and only their ARNs tell them apart.
 */
export function targetKey({ type, id, identifier, value, region, account }: Target): string {
  return [type, identifier, id, value, region ?? '', account ?? ''].join(' ');
}
