/** A range of addresses. */
export interface CidrRange {
  family: 4 | 6;
  first: bigint;
  last: bigint;
  prefixLength: number;
}

const bitsOf = { 4: 32, 6: 128 } as const;

/** Reads a range such as `10.0.0.0/16` or `2001:db8::/32`; `undefined` for anything else. Host bits are ignored. */
export function parseCidr(text: string): CidrRange | undefined {
  const [, address = '', length = ''] = /^([0-9a-f:.]+)\/(\d{1,3})$/i.exec(text.trim()) ?? [];
  const family = address.includes(':') ? 6 : 4;
  const value = family === 6 ? parseIpv6(address) : parseIpv4(address);
  const prefixLength = Number(length);
  if (value === undefined || prefixLength > bitsOf[family]) return undefined;
  const size = 1n << BigInt(bitsOf[family] - prefixLength);
  const first = value - (value % size);
  return { family, first, last: first + size - 1n, prefixLength };
}

function parseIpv4(address: string): bigint | undefined {
  const parts = address.split('.');
  if (parts.length !== 4 || !parts.every((part) => /^\d{1,3}$/.test(part) && Number(part) <= 255)) return undefined;
  return parts.reduce((value, part) => value * 256n + BigInt(part), 0n);
}

function parseIpv6(address: string): bigint | undefined {
  const halves = withoutEmbeddedIpv4(address)?.split('::');
  if (!halves || halves.length > 2) return undefined;
  const [head = [], tail = []] = halves.map((half) => (half === '' ? [] : half.split(':')));
  const missing = 8 - head.length - tail.length;
  if (halves.length === 2 ? missing < 1 : missing !== 0) return undefined;
  const groups = [...head, ...Array<string>(missing).fill('0'), ...tail];
  if (!groups.every((group) => /^[0-9a-f]{1,4}$/i.test(group))) return undefined;
  return groups.reduce((value, group) => value * 65_536n + BigInt(`0x${group}`), 0n);
}

/** `::ffff:10.0.0.1` spells its last two groups as an IPv4 address. */
function withoutEmbeddedIpv4(address: string): string | undefined {
  const [, head = '', tail] = /^(.*:)(\d+\.\d+\.\d+\.\d+)$/.exec(address) ?? [];
  if (tail === undefined) return address;
  const value = parseIpv4(tail);
  return value === undefined ? undefined : `${head}${(value >> 16n).toString(16)}:${(value & 65_535n).toString(16)}`;
}

/** Whether two ranges are the same one, however they are written; `undefined` is no range. */
export function isSameRange(one: CidrRange | undefined, other: CidrRange | undefined): boolean {
  return (
    one !== undefined &&
    one.family === other?.family &&
    one.first === other.first &&
    one.prefixLength === other.prefixLength
  );
}

/** Whether one range lies wholly in the other. */
export function containsRange(outer: CidrRange, inner: CidrRange): boolean {
  return outer.family === inner.family && outer.first <= inner.first && inner.last <= outer.last;
}

/** Whether two ranges have an address in common. */
export function overlapsRange(one: CidrRange, other: CidrRange): boolean {
  return one.family === other.family && one.first <= other.last && other.first <= one.last;
}

/** Whether several ranges together contain a range. */
export function containTogether(ranges: readonly CidrRange[], inner: CidrRange): boolean {
  let next = inner.first;
  const ascending = ranges.filter((each) => each.family === inner.family).sort(byFirst);
  for (const { first, last } of ascending) {
    if (first > next) return false;
    if (last >= inner.last) return true;
    if (last >= next) next = last + 1n;
  }
  return false;
}

function byFirst(one: CidrRange, other: CidrRange): number {
  return one.first < other.first ? -1 : one.first > other.first ? 1 : 0;
}

/** Whether a range is the whole internet. */
export function isWorld({ prefixLength }: CidrRange): boolean {
  return prefixLength === 0;
}

/** Whether a range is larger than any private network, so that only the internet can be meant by it. */
export function isVast({ family, prefixLength }: CidrRange): boolean {
  return family === 4 ? prefixLength < 8 : prefixLength < 7;
}
