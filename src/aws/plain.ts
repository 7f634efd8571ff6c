/**
 * A described resource as plain JSON: dates as ISO 8601 text, bytes as base64, sets as lists, and without the SDK's own
 * `$metadata`.
 */
export function plain(value: unknown): unknown {
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? null : value.toISOString();
  if (value instanceof Uint8Array) return Buffer.from(value).toString('base64');
  if (typeof value === 'bigint') return value.toString();
  if (typeof value === 'function' || typeof value === 'symbol') return undefined;
  if (value instanceof Set) return [...value].map(plain);
  if (value instanceof Map) return plain(Object.fromEntries(value));
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== 'object' || value === null) return value;
  return plainObject(value);
}

/** The same for an object. */
export function plainObject(value: object): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(value)
      .filter(([name, each]) => name !== '$metadata' && each !== undefined)
      .map(([name, each]) => [name, plain(each)]),
  );
}
