/** Segments of a version, such as `15`, `8` of `15.8`, or `21`, `R1` of `21-R1`. */
export function segmentsOf(version: string): string[] {
  return version.split(/[.\-_+]/);
}

/**
 * Whether a version begins with the given segments: `15` matches `15.8` and never `150`. A trailing `x` or `*` stands
 * for any segment. Numbers are compared as numbers, so `3.4` matches `3.04.0`.
 *
 * @example hasPrefix('8.0.39', '8.0') // true
 */
export function hasPrefix(version: string, prefix: string): boolean {
  const wanted = segmentsOf(prefix.replace(/(\.[x*])+$/i, ''));
  const segments = segmentsOf(version);
  return wanted.length <= segments.length && wanted.every((each, index) => sameSegment(each, segments[index]));
}

function sameSegment(one: string, other: string | undefined): boolean {
  if (other === undefined) return false;
  return isNumber(one) && isNumber(other) ? Number(one) === Number(other) : one.toLowerCase() === other.toLowerCase();
}

/**
 * Orders a version against a bound, by the segments that the bound has: 16.9 equals the bound 16. A version that is
 * shorter counts as followed by zeros. `undefined` where a number meets a word, as in `8.0.mysql_aurora` and `8.0.35`.
 */
export function orderAgainst(version: string, bound: string): number | undefined {
  const segments = segmentsOf(version);
  for (const [index, limit] of segmentsOf(bound).entries()) {
    const segment = segments[index] ?? '0';
    if (sameSegment(segment, limit)) continue;
    if (!isNumber(segment) || !isNumber(limit)) return undefined;
    return Number(segment) - Number(limit);
  }
  return 0;
}

/** Orders two versions by all their segments; words after numbers, for lists only. */
export function compareVersions(one: string, other: string): number {
  const left = segmentsOf(one);
  const right = segmentsOf(other);
  for (let index = 0; index < Math.max(left.length, right.length); index++) {
    const first = left[index] ?? '0';
    const second = right[index] ?? '0';
    if (sameSegment(first, second)) continue;
    if (isNumber(first) && isNumber(second)) return Number(first) - Number(second);
    return isNumber(first) ? -1 : isNumber(second) ? 1 : first < second ? -1 : 1;
  }
  return 0;
}

function isNumber(segment: string): boolean {
  return /^\d+$/.test(segment);
}
