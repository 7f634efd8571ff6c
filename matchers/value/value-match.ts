import { types } from 'node:util';
import { argument, isRegExp } from '../../src/engine/argument';

/** A matcher such as `expect.stringContaining('x')`, of whatever realm and library. */
export interface AsymmetricMatcher {
  asymmetricMatch(received: unknown): boolean;
}

/** A text as a test may describe it: the text itself, a regular expression or an asymmetric matcher. */
export type ExpectedText = string | RegExp | AsymmetricMatcher;

/** Whether a value is an asymmetric matcher. */
export function isAsymmetric(value: unknown): value is AsymmetricMatcher {
  return (
    typeof value === 'object' &&
    value !== null &&
    'asymmetricMatch' in value &&
    typeof value.asymmetricMatch === 'function'
  );
}

/** Whether a single value is what a test describes. Absent (`undefined`) fits only `null`. */
export function fits(expected: unknown, received: unknown): boolean {
  if (isAsymmetric(expected)) return received !== undefined && expected.asymmetricMatch(received) === true;
  // search() instead of test(): it leaves no trace in an expression with the flag g.
  if (isRegExp(expected)) return typeof received === 'string' && received.search(expected) >= 0;
  if (expected === null) return received === undefined || received === null;
  if (types.isDate(expected)) return timeOf(received) === expected.getTime();
  return Object.is(expected, received);
}

function timeOf(value: unknown): number | undefined {
  if (types.isDate(value)) return value.getTime();
  return typeof value === 'string' ? Date.parse(value) : undefined;
}

/** What a message shows for an expected value. */
export function shown(expected: unknown): unknown {
  if (isRegExp(expected)) return `a text that matches ${String(expected)}`;
  if (types.isDate(expected)) return expected.toISOString();
  if (!isAsymmetric(expected)) return expected;
  const { toAsymmetricMatcher } = expected as { toAsymmetricMatcher?: unknown };
  return typeof toAsymmetricMatcher === 'function' ? String(toAsymmetricMatcher.call(expected)) : String(expected);
}

/** A text, a regular expression or an asymmetric matcher, the empty text included. */
export const expectedText = argument<ExpectedText>(
  'a text, a regular expression or an asymmetric matcher such as expect.stringContaining(...)',
  (given) => (typeof given === 'string' || isRegExp(given) || isAsymmetric(given) ? given : undefined),
);
