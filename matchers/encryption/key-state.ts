import type { Key } from '../../src/facets';

/** Why data under a key is out of reach; nothing for a key that works. */
export function faultOfKey(key: Key | undefined): string | undefined {
  return key && key.state !== 'Enabled' ? `the key ${key.arn} is ${key.state}` : undefined;
}
