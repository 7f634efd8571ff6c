import { types } from 'node:util';
import type { Json } from '../../src/acts';
import { argument, isRecord, isRegExp, refuse } from '../../src/engine/argument';

/** Something to send: a text, or what JSON can say. `'{marker}'` in any text stands for one that is found nowhere else. */
export type Content = string | Json[] | { [name: string]: unknown };

const placeholder = '{marker}';
const deepest = 50;

/** Something to send. */
export const content = argument<Content, Json>(
  "a text, an object or a list to send, such as { orderId: '{marker}' }",
  (given) => {
    if (given === '' || (typeof given !== 'string' && !isRecord(given) && !Array.isArray(given))) return undefined;
    const problem = problemIn(given, '', 0);
    return problem === undefined ? (given as Json) : refuse(problem);
  },
);

/** The marker in a regular expression, whose braces a careful author escapes. */
const placeholderInPattern = /\\?\{marker\\?\}/g;

/** The same with the marker in its place, in every text and regular expression. */
export function withMarker<Value>(value: Value, marker: string): Value {
  if (typeof value === 'string') return value.replaceAll(placeholder, marker) as Value;
  if (isRegExp(value)) return new RegExp(value.source.replace(placeholderInPattern, marker), value.flags) as Value;
  if (Array.isArray(value)) return value.map((each) => withMarker(each, marker)) as Value;
  if (!isRecord(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, withMarker(each, marker)])) as Value;
}

/** Whether the marker stands in a value. */
export function hasMarker(value: unknown): boolean {
  if (typeof value === 'string') return value.includes(placeholder);
  if (isRegExp(value)) return value.source.search(placeholderInPattern) >= 0;
  if (Array.isArray(value)) return value.some(hasMarker);
  return isRecord(value) && Object.values(value).some(hasMarker);
}

function problemIn(value: unknown, path: string, depth: number): string | undefined {
  if (depth > deepest) return 'it is too deep, or contains itself';
  if (value === undefined) return `${path} is undefined; leave it out`;
  if (typeof value === 'number') return Number.isFinite(value) ? undefined : `${path} is ${value}`;
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return undefined;
  const entries = Array.isArray(value) ? [...value.entries()] : isRecord(value) ? Object.entries(value) : undefined;
  if (!entries) return `${path || 'it'} is ${kindOf(value)}, which JSON does not carry`;
  return entries
    .map(([name, inner]) => problemIn(inner, path === '' ? String(name) : `${path}.${name}`, depth + 1))
    .find((problem) => problem !== undefined);
}

function kindOf(value: unknown): string {
  if (types.isDate(value)) return 'a date';
  return typeof value === 'object' ? 'no plain object' : `a ${typeof value}`;
}
