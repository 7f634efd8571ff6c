import { isDeepStrictEqual } from 'node:util';
import { isRecord } from '../../src/engine/argument';
import { containTogether, parseCidr } from '../network/cidr-range';
import { covers } from '../pattern/wildcard';

/** Whether a pattern holds all that a part of it names: every field, and every condition in its lists. */
export function holdsPattern(pattern: unknown, part: unknown): boolean {
  if (isRecord(part)) {
    return (
      isRecord(pattern) &&
      Object.entries(part).every(([key, value]) => Object.hasOwn(pattern, key) && holdsPattern(pattern[key], value))
    );
  }
  const wanted = Array.isArray(part) ? part : [part];
  const held = Array.isArray(pattern) ? pattern : [pattern];
  // Values of two realms have different prototypes, which plain JSON has not.
  return wanted.every((each) => held.some((one) => isDeepStrictEqual(plain(one), plain(each))));
}

function plain(value: unknown): unknown {
  return value === undefined ? undefined : JSON.parse(JSON.stringify(value));
}

/** Whether an event fits a pattern of EventBridge. */
export function fitsPattern(pattern: Record<string, unknown>, event: unknown): boolean {
  return Object.entries(pattern).every(([key, wanted]) => {
    if (key === '$or' && Array.isArray(wanted))
      return wanted.some((each) => isRecord(each) && fitsPattern(each, event));
    const received = isRecord(event) && Object.hasOwn(event, key) ? event[key] : undefined;
    if (isRecord(wanted)) {
      const events = Array.isArray(received) ? received : [received];
      return events.some((each) => fitsPattern(wanted, each));
    }
    return Array.isArray(wanted) && wanted.some((condition) => fitsField(condition, received));
  });
}

/** A list in an event fits where one of its members does. */
function fitsField(condition: unknown, received: unknown): boolean {
  if (isRecord(condition) && typeof condition.exists === 'boolean')
    return condition.exists === (received !== undefined);
  if (received === undefined) return false;
  return Array.isArray(received) ? received.some((each) => fitsValue(condition, each)) : fitsValue(condition, received);
}

type Comparison = (wanted: unknown, received: unknown) => boolean;

const comparisons: Record<string, Comparison> = {
  prefix: (wanted, received) => compareTexts(wanted, received, (one, other) => other.startsWith(one)),
  suffix: (wanted, received) => compareTexts(wanted, received, (one, other) => other.endsWith(one)),
  wildcard: (wanted, received) =>
    compareTexts(wanted, received, (one, other) =>
      covers(one.replaceAll('?', '\u0000'), other.replaceAll('?', '\u0000')),
    ),
  'equals-ignore-case': (wanted, received) =>
    compareTexts(wanted, received, (one, other) => one.toLowerCase() === other.toLowerCase()),
  'anything-but': (wanted, received) =>
    !(Array.isArray(wanted) ? wanted : [wanted]).some((each) =>
      isRecord(each)
        ? Object.entries(each).some(([name, values]) =>
            (Array.isArray(values) ? values : [values]).some((value) => comparisons[name]?.(value, received) === true),
          )
        : each === received,
    ),
  numeric: (wanted, received) => typeof received === 'number' && Array.isArray(wanted) && fitsNumber(wanted, received),
  cidr: (wanted, received) => {
    const range = typeof wanted === 'string' ? parseCidr(wanted) : undefined;
    const address =
      typeof received === 'string' ? parseCidr(`${received}/${received.includes(':') ? 128 : 32}`) : undefined;
    return range !== undefined && address !== undefined && containTogether([range], address);
  },
};

function fitsValue(condition: unknown, received: unknown): boolean {
  if (!isRecord(condition)) return condition === received;
  return Object.entries(condition).every(([name, wanted]) => comparisons[name]?.(wanted, received) === true);
}

/** `{ prefix: 'a' }` and `{ prefix: { 'equals-ignore-case': 'a' } }`. */
function compareTexts(wanted: unknown, received: unknown, compare: (one: string, other: string) => boolean): boolean {
  if (typeof received !== 'string') return false;
  if (typeof wanted === 'string') return compare(wanted, received);
  const loose = isRecord(wanted) ? wanted['equals-ignore-case'] : undefined;
  return typeof loose === 'string' && compare(loose.toLowerCase(), received.toLowerCase());
}

/** `['>', 0, '<=', 5]`. */
function fitsNumber(wanted: readonly unknown[], received: number): boolean {
  for (let at = 0; at + 1 < wanted.length; at += 2) {
    const limit = Number(wanted[at + 1]);
    const holds = {
      '=': received === limit,
      '<': received < limit,
      '<=': received <= limit,
      '>': received > limit,
      '>=': received >= limit,
    };
    if (holds[String(wanted[at]) as keyof typeof holds] !== true) return false;
  }
  return wanted.length >= 2;
}
