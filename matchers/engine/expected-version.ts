import { argument, isRecord, isRefusal, isRegExp, optional, refuse } from '../../src/engine/argument';
import { isHandle } from '../../src/engine/handle';
import { options } from '../../src/engine/options-argument';
import { hasPrefix, segmentsOf } from './version-number';
import { type Alternatives, alternativesOf, isInRange, parseRange, type VersionRange } from './version-range';

/** A version as a test may describe it. */
export type VersionExpectation = string | RegExp | VersionRange;

/** The same, read. */
export interface ExpectedVersion {
  words: string;
  /** The version or its beginning. */
  prefix?: string;
  pattern?: RegExp;
  range?: Alternatives;
}

const bound = argument<string>("a version such as '15' or '15.4'", (given) =>
  typeof given === 'string' && /^\d+([.\-_+][0-9a-z]+)*$/i.test(given) ? given : undefined,
);

const rangeOptions = options<VersionRange>({ from: optional(bound), to: optional(bound), before: optional(bound) });

/** A version as a test may describe it. */
export const expectedVersion = argument<VersionExpectation, ExpectedVersion>(
  "a version or its beginning ('15.8', '15'), a range ('>=15.4 <17', or { from?, to?, before? }), or a regular expression",
  (given) => {
    if (isRegExp(given)) return { words: `a version that matches ${String(given)}`, pattern: given };
    if (typeof given === 'string') return readText(given.trim());
    if (!isRecord(given) || isHandle(given)) {
      return typeof given === 'number'
        ? refuse(`write the version as text, '${given}': 15.10 is no number`)
        : undefined;
    }
    const range = rangeOptions.read(given);
    if (isRefusal(range)) return range;
    if (Object.keys(range).length === 0) return refuse('it names neither from, to nor before');
    return { words: rangeInWords(range), range: alternativesOf(range) };
  },
);

function readText(text: string): ExpectedVersion | undefined {
  if (/^[0-9a-z]+([.\-_+][0-9a-z]+)*(\.[x*])*$/i.test(text) && /\d/.test(text)) return { words: text, prefix: text };
  const range = parseRange(text);
  return range && { words: text, range };
}

function rangeInWords({ from, to, before }: VersionRange): string {
  return [from && `from ${from}`, to && `to ${to} (included)`, before && `before ${before}`].filter(Boolean).join(' ');
}

/** How a version, by any of its numbers, compares with what is expected. */
export interface VersionAnswer {
  fits: boolean;
  /** Why it cannot be said. */
  undecided?: string;
}

/**
 * Compares a version, which may go by several numbers, with what a test expects. A range is compared with the number
 * whose first segment it names, where there is one: `>=3.04` speaks of the Aurora number of `8.0.mysql_aurora.3.04.0`.
 */
export function compareVersion(expected: ExpectedVersion, version: string, alsoKnownAs: string[]): VersionAnswer {
  const numbers = [version, ...alsoKnownAs];
  const { prefix, pattern, range } = expected;
  if (pattern) return { fits: numbers.some((each) => each.search(pattern) >= 0) };
  if (prefix !== undefined) return { fits: numbers.some((each) => hasPrefix(each, prefix)) };
  const firsts = (range ?? []).flat().map((each) => segmentsOf(each.bound)[0]);
  const meant = numbers.filter((each) => firsts.some((first) => hasPrefix(each, first ?? '')));
  const answers = (meant.length > 0 ? meant : numbers).map((each) => isInRange(each, range ?? []));
  if (meant.length > 0) {
    if (answers.includes(true)) return { fits: true };
  } else if (new Set(answers).size > 1) {
    return { fits: false, undecided: `${numbers.join(' and ')} compare differently with ${expected.words}` };
  }
  if (answers.includes(undefined)) {
    return { fits: false, undecided: `${version} cannot be compared with ${expected.words}` };
  }
  return { fits: answers[0] === true };
}
