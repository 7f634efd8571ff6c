import type { Trigger } from '../../src/facets';

/** `arn:aws:... (event source mapping, enabled)`. */
export function triggerInWords({ source, via, enabled, state }: Trigger): string {
  return `${source} (${via}, ${enabled ? 'enabled' : state})`;
}
