import { type Argument, argument, isRecord, isRegExp, refuse } from '../../src/engine/argument';
import { isHandle } from '../../src/engine/handle';
import { type AsymmetricMatcher, fits, isAsymmetric, shown } from '../value/value-match';

/**
 * What a text, or the JSON in it, must be like: a text is found anywhere in it, a RegExp matches it, an object is part of
 * its JSON, an asymmetric matcher is given the JSON, or the text where there is none.
 */
export type Resemblance = string | RegExp | AsymmetricMatcher | unknown[] | { [name: string]: unknown };

/** A text, a RegExp, part of an object, or an asymmetric matcher. */
export const resemblance: Argument<Resemblance> = argument<Resemblance>(
  'a text, a regular expression, part of an object or an asymmetric matcher',
  (given) => {
    if (typeof given === 'string') return given === '' ? refuse('an empty text is found in everything') : given;
    if (isRegExp(given) || isAsymmetric(given) || Array.isArray(given)) return given;
    if (!isRecord(given) || isHandle(given)) return undefined;
    return Object.keys(given).length === 0 ? refuse('an empty object is part of everything') : given;
  },
);

/** Whether a text is what a test describes. */
export function resembles(expected: Resemblance, text: string): boolean {
  if (typeof expected === 'string') return text.includes(expected);
  if (isRegExp(expected)) return text.search(expected) >= 0;
  const values = valuesIn(text);
  if (isAsymmetric(expected)) return [...values, text].some((value) => expected.asymmetricMatch(value) === true);
  return values.some((value) => contains(expected, value));
}

/** Whether a value has everything that is expected, and whatever else. Lists must be of the same length. */
export function contains(expected: unknown, value: unknown): boolean {
  if (Array.isArray(expected)) {
    return (
      Array.isArray(value) &&
      value.length === expected.length &&
      expected.every((each, index) => contains(each, value[index]))
    );
  }
  if (!isRecord(expected) || isAsymmetric(expected)) return fits(expected, value);
  return (
    isRecord(value) &&
    Object.entries(expected).every(([name, each]) =>
      contains(each, Object.hasOwn(value, name) ? value[name] : undefined),
    )
  );
}

/** What a message says of an expectation. */
export function resemblanceInWords(expected: Resemblance): string {
  if (typeof expected === 'string') return JSON.stringify(expected);
  const words = JSON.stringify(expected, (_name, value: unknown) =>
    isRegExp(value) || isAsymmetric(value) ? String(shown(value)) : value,
  );
  return isRegExp(expected) || isAsymmetric(expected) ? String(shown(expected)) : words;
}

/** Names under which services put what they were given, when they hand it on. */
const wrappers = ['Message', 'detail', 'body', 'Body', 'message', 'Records'];

/** The JSON in a text: all of it, what a log line ends with, and what is wrapped in it by SNS or EventBridge. */
function valuesIn(text: string): unknown[] {
  const start = text.search(/[{[]/);
  const whole = parsed(text) ?? (start > 0 ? parsed(text.slice(start)) : undefined);
  if (whole === undefined) return [];
  if (!isRecord(whole)) return [whole];
  const inner = wrappers
    .filter((name) => Object.hasOwn(whole, name))
    .map((name) => whole[name])
    .map((value) => (typeof value === 'string' ? parsed(value) : value))
    .filter((value) => value !== undefined);
  return [whole, ...inner];
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    // By its name: a SyntaxError may be of another realm.
    if ((error as Error).name === 'SyntaxError') return undefined;
    throw error;
  }
}
