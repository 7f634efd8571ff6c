import type { Target } from '../engine/resource';

/** A text that is the same for targets that are read in the same way. */
export function targetKey({ type, id, identifier, region, account }: Target): string {
  return [type, identifier, id, region ?? '', account ?? ''].join(' ');
}
