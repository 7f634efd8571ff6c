import { ATTRIBUTES, FILLERS, PLACES, PROPERTIES } from './key-vocabulary';
import { NOUNS, OTHER_NOUNS } from './nouns';
import { REFINEMENTS } from './refinements';
import { SERVICES } from './services';

/** Every word that a rule knows, for taking apart keys that are written in one go (`tapkmskeyid`). */
const KNOWN: ReadonlySet<string> = new Set([
  ...ATTRIBUTES,
  ...FILLERS,
  ...PROPERTIES,
  ...OTHER_NOUNS,
  ...[...NOUNS, ...SERVICES].flatMap(({ noun, with: beside = '' }) => [...noun.split('|'), ...beside.split(' ')]),
  ...REFINEMENTS.flatMap(({ words }) => words.split(' ')),
  ...'auto scaling load balancer target security subnet group log stream event bus state machine user pool identity client web acl api gateway rest cloud front watch formation trail nat internet route table network launch template delivery hosted health check file system task definition key pair flow private public'.split(
    ' ',
  ),
]);

const LONGEST_KEY = 300;
const LONGEST_WORD = 24;
const MOST_REMEMBERED = 20_000;

/** Keys repeat their words, so that each is worked out once. */
function remembered<Result>(work: (word: string) => Result): (word: string) => Result {
  const results = new Map<string, Result>();
  return (word) => {
    const known = results.get(word);
    if (known !== undefined) return known;
    const result = work(word);
    if (results.size < MOST_REMEMBERED) results.set(word, result);
    return result;
  };
}

export interface KeyTokens {
  /** Lower-case words, in order, without the CDK's hashes and prefixes. */
  words: string[];
  /** The key stands for a reference to a resource that the CDK made by itself. */
  exportedRef: boolean;
}

/** The words of an output key, however it is spelled. */
export function tokenise(key: string): KeyTokens {
  const exported = /^ExportsOutput(Ref|FnGetAtt)/.exec(key);
  const bare = withoutHashes(key.slice(exported?.[0].length ?? 0, LONGEST_KEY));
  const spelled = bare.match(/[A-Z]{2,}s(?![a-z])|[A-Z]+(?![a-z])|[A-Z]?[a-z]+|\d+/g) ?? [];
  const words = spelled.flatMap((word) => takeApart(word.toLowerCase()));
  return { words, exportedRef: exported?.[1] === 'Ref' || /^ExportsOutput.*Outputs.*Ref[0-9A-F]{8}$/.test(key) };
}

/** The CDK ends a logical id with eight upper-case hexadecimal digits, before an attribute or the end. */
export function withoutHashes(key: string): string {
  return key
    .replace(/[0-9A-F]{16}$/, '')
    .replace(/(?<=[A-Za-z0-9])(?=[0-9A-F]{0,7}\d)[0-9A-F]{8}(?=$|[A-Z][a-z]|[A-Z]{2,}[a-z])/g, ' ')
    .replace(/(?<=[a-z0-9 ])[A-F]{8}$/, '');
}

/** The singular of a word, where that is a word the rules know. */
export const singular = remembered((word: string): string => {
  if (KNOWN.has(word) || !word.endsWith('s')) return word;
  if (word.endsWith('ies')) return `${word.slice(0, -3)}y`;
  const stems = [word.slice(0, -1), word.replace(/es$/, '')];
  return stems.find((stem) => KNOWN.has(stem)) ?? word;
});

const isKnown = (word: string) => KNOWN.has(word) || KNOWN.has(singular(word));

/**
 * Splits `albdns` and `taps3bucketname` into known words. What is unknown may stand in front or behind, never between,
 * and a single short word inside a longer one (`arn` in `warning`) is no find.
 */
const takeApart = remembered((word: string): string[] => {
  if (isKnown(word) || word.length < 5 || word.length > 80 || /^\d+$/.test(word)) return [word];
  let best: string[] | undefined;
  for (let start = 0; start < word.length - 4; start += 1) {
    const found = knownRun(word, start);
    const length = found.join('').length;
    const whole = start === 0 && length === word.length;
    const glued = start === 0 && found.length === 1 && isGlued(found[0] ?? '', word.slice(length));
    const convincing = glued || (found.length > 1 && (whole || length >= 6));
    if (convincing && length > (best?.join('').length ?? 0)) best = found;
  }
  return best ?? [word];
});

function knownRun(word: string, start: number): string[] {
  const found: string[] = [];
  let at = start;
  while (at < word.length) {
    let next: string | undefined;
    for (let length = Math.min(LONGEST_WORD, word.length - at); length >= 2 && next === undefined; length -= 1) {
      const candidate = word.slice(at, at + length);
      if (isKnown(candidate) && (length > 2 || found.length > 0 || candidate === 's3')) next = candidate;
    }
    if (next === undefined) return found;
    found.push(next);
    at += next.length;
  }
  return found;
}

/** An environment written on to the end of a word: `Namedevsyntho1ccp`, `Bucketpr1234`. */
function isGlued(word: string, rest: string): boolean {
  const begins = [...PLACES].some((place) => place.length > 1 && rest.startsWith(place));
  return ATTRIBUTES.has(word) ? begins || /\d/.test(rest) : PLACES.has(rest) || rest.startsWith('synth');
}
