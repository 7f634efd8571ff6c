import { types } from 'node:util';
import { wrongArgument } from './unjudged';

const refused = Symbol.for('stackproof.refused');

/** A value that an argument does not take. */
export interface Refusal {
  readonly [refused]: true;
  /** What exactly is wrong, where "takes this, received that" is too little. */
  readonly why?: string;
}

/** Refuses a value, with what exactly is wrong. */
export function refuse(why?: string): Refusal {
  return { [refused]: true, why };
}

/** Whether a reader refused what it was given. */
export function isRefusal(value: unknown): value is Refusal {
  return typeof value === 'object' && value !== null && refused in value;
}

/** How a matcher reads one of its arguments: what it takes, in words, and the value that `check` gets. */
export interface Argument<Given, Read = Given> {
  /** What it takes, as a message says it, such as `a number of days (7) or a duration ('7d')`. */
  readonly takes: string;
  /** Whether it may be left out. */
  readonly optional: boolean;
  /** Returns the value for `check`, or a refusal. */
  read(given: unknown): Read | Refusal;
  /** Only for types. */
  readonly given?: Given;
}

/**
 * Makes an argument reader.
 *
 * @param takes what it takes, in words.
 * @param read returns the value; `undefined`, or `refuse(why)`, to refuse.
 */
export function argument<Given, Read = Given>(
  takes: string,
  read: (given: unknown) => Read | Refusal | undefined,
): Argument<Given, Read> {
  return { takes, optional: false, read: (given) => read(given) ?? refuse() };
}

/** The same argument, which may be left out. */
export function optional<Given, Read>(inner: Argument<Given, Read>): Argument<Given | undefined, Read | undefined> {
  return {
    takes: inner.takes,
    optional: true,
    read: (given) => (given === undefined ? undefined : inner.read(given)),
  };
}

/**
 * Reads the arguments of a matcher.
 *
 * @throws {Unjudged} wrong argument, saying what the matcher takes and what it got.
 */
export function readArguments(
  matcher: string,
  readers: readonly Argument<unknown, unknown>[],
  given: readonly unknown[],
  print: (value: unknown) => string,
): unknown[] {
  if (given.length > readers.length) {
    throw wrongArgument(
      `${matcher} takes ${readers.length === 0 ? 'no argument' : `${readers.some(({ optional: may }) => may) ? 'at most ' : ''}${readers.length} argument${readers.length > 1 ? 's' : ''}`}, received ${given.length}: ${given.map(print).join(', ')}`,
    );
  }
  return readers.map((reader, index) => {
    const takes = `${matcher} takes ${reader.takes}${reader.optional ? ', or nothing' : ''}`;
    // A value that went missing on its way must not turn a strict question into a lax one.
    if (index < given.length && given[index] === undefined) {
      throw wrongArgument(`${takes}; received undefined`, 'Give a value, or leave the argument out.');
    }
    const value = reader.read(given[index]);
    if (isRefusal(value)) {
      if (value.why === undefined) throw wrongArgument(`${takes}; received ${print(given[index])}`);
      throw wrongArgument(`${matcher} received ${print(given[index])}: ${value.why}`, `${takes}.`);
    }
    return value;
  });
}

/** Whether a value is a RegExp, of whatever realm: tests and matchers live in different ones. */
export function isRegExp(value: unknown): value is RegExp {
  return types.isRegExp(value);
}

/** Whether a value is an object literal, of whatever realm; a Promise, a Map or an instance of a class is none. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}

export const text = argument<string>('a text', (given) =>
  typeof given === 'string' && given !== '' ? given : undefined,
);

export const pattern = argument<string | RegExp>('a text or a regular expression', (given) =>
  (typeof given === 'string' && given !== '') || isRegExp(given) ? given : undefined,
);

export const count = argument<number>('a whole number of at least 1, such as 2', (given) =>
  typeof given === 'number' && Number.isInteger(given) && given >= 1 ? given : undefined,
);

export const number = argument<number>('a number', (given) =>
  typeof given === 'number' && Number.isFinite(given) ? given : undefined,
);

export const flag = argument<boolean>('true or false', (given) => (typeof given === 'boolean' ? given : undefined));

/** One value or a list of at least one; `check` gets the list. */
export function oneOrMany<Given, Read>(inner: Argument<Given, Read>): Argument<Given | Given[], Read[]> {
  return argument(`${inner.takes}, or a list of them`, (given) => {
    const read = (Array.isArray(given) ? given : [given]).map((each) => inner.read(each));
    const refusal = read.find(isRefusal);
    return read.length === 0 ? refuse('the list is empty') : (refusal ?? (read as Read[]));
  });
}

/** One of a few words. */
export function oneOf<const Word extends string>(...words: Word[]): Argument<Word> {
  return argument<Word>(`one of ${words.map((word) => `'${word}'`).join(', ')}`, (given) =>
    words.find((word) => word === given),
  );
}
