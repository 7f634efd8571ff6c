import { type KeyTokens, singular } from './key-tokens';
import { ATTRIBUTES, FILLERS, PLACES, PROPERTIES } from './key-vocabulary';
import type { NounRule } from './noun-rule';
import { NOUNS, OTHER_NOUNS } from './nouns';
import { notAResource, type Recognition } from './recognition';
import { REFINEMENTS } from './refinements';
import { SERVICES } from './services';
import { parseWebAddress } from './web-address';

const PLAIN_NAME = /^(?!\d+$)[A-Za-z0-9_][\w.+=,@:|$-]{0,254}$/;
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
const LONGEST_PHRASE = 4;

const byNoun = (rules: readonly NounRule[]): Map<string, NounRule[]> => {
  const index = new Map<string, NounRule[]>();
  for (const rule of rules) {
    for (const noun of rule.noun.split('|')) index.set(noun, [...(index.get(noun) ?? []), rule]);
  }
  return index;
};

const NOUN_INDEX = byNoun(NOUNS);
const SERVICE_INDEX = byNoun(SERVICES);

interface Phrase {
  rules: NounRule[];
  start: number;
  end: number;
}

/** Decides by the words of the key: the last noun names the resource, the words before it only describe it. */
export function recogniseByKey(key: KeyTokens, value: string): Recognition | undefined {
  if (!isDistinctive(value) && !key.exportedRef && namesProperty(key.words, isNoun))
    return notAResource('other', value, 'key');
  for (const index of [NOUN_INDEX, SERVICE_INDEX]) {
    let passed = false;
    for (const phrase of phrasesFromEnd(key.words, index)) {
      // Past the last noun only a value of unmistakable form counts: `kms_key_lambda_env_id` with a UUID.
      const rule = phrase.rules.find(
        (candidate) => (!passed || candidate.value !== undefined) && fits(candidate, phrase, key, value),
      );
      if (rule !== undefined && (!passed || isDistinctive(value))) return toRecognition(rule, value);
      passed ||= !ATTRIBUTES.has(key.words[phrase.end - 1] ?? '');
    }
    if (passed) break;
  }
  return namesProperty(key.words, () => false) && !isDistinctive(value) && !key.exportedRef
    ? notAResource('other', value, 'key')
    : undefined;
}

/** Whether the key's words put right what a value's form leaves open. */
export function refine(recognition: Recognition, key: KeyTokens): Recognition {
  for (const { from, to, words } of REFINEMENTS) {
    if (recognition.type === from && words.split(' ').some((word) => holds(key.words, word))) {
      return { ...recognition, type: to, decidedBy: 'value+key' };
    }
  }
  return recognition;
}

/** Words joined up to four at a time, so that `Load Balancer` and `loadbalancer` are one noun. */
export function holds(words: readonly string[], noun: string): boolean {
  for (let start = 0; start < words.length; start += 1) {
    let joined = '';
    for (let end = start; end < Math.min(words.length, start + LONGEST_PHRASE); end += 1) {
      const word = words[end] ?? '';
      if (joined + word === noun || joined + singular(word) === noun) return true;
      joined += word;
    }
  }
  return false;
}

const isNoun = (word: string) => NOUN_INDEX.has(word);

function namesProperty(words: readonly string[], isResource: (word: string) => boolean): boolean {
  for (let at = words.length - 1; at >= 0; at -= 1) {
    const word = words[at] ?? '';
    const two = (words[at - 1] ?? '') + word;
    if (PROPERTIES.has(word) && !isResource(two) && !isResource(word)) return true;
    if (word === 'name' && isSchema(words.slice(0, at))) return true;
    const silent =
      FILLERS.has(word) || PLACES.has(word) || ATTRIBUTES.has(word) || word.length === 1 || /^\d+$/.test(word);
    if (!silent) return false;
  }
  return false;
}

/** `DatabaseName` is the name of a schema inside a server, except where a catalog has databases of its own. */
function isSchema(before: readonly string[]): boolean {
  const last = before.at(-1);
  if (last !== 'db' && last !== 'database') return false;
  return !before.some((word) => /^(?:dynamo|glue|catalog|athena|timestream|lake|crawler)$/.test(word));
}

function phrasesFromEnd(words: readonly string[], index: Map<string, NounRule[]>): Phrase[] {
  const phrases: Phrase[] = [];
  let end = words.length;
  while (end > 0) {
    const phrase = phraseEndingAt(words, end, index);
    if (phrase !== undefined) phrases.push(phrase);
    end = phrase?.start ?? end - 1;
  }
  return phrases;
}

function phraseEndingAt(words: readonly string[], end: number, index: Map<string, NounRule[]>): Phrase | undefined {
  const last = words[end - 1] ?? '';
  for (let start = Math.max(0, end - LONGEST_PHRASE); start < end; start += 1) {
    const before = words.slice(start, end - 1).join('');
    const rules = index.get(before + last) ?? index.get(before + singular(last));
    if (rules !== undefined) return { rules, start, end };
  }
  const other =
    index === NOUN_INDEX && (OTHER_NOUNS.has(last) || OTHER_NOUNS.has(singular(last))) && !ATTRIBUTES.has(last);
  return other ? { rules: [], start: end - 1, end } : undefined;
}

function fits(rule: NounRule, phrase: Phrase, key: KeyTokens, value: string): boolean {
  const { words } = key;
  if (rule.with !== undefined && !rule.with.split(' ').some((word) => holds(words, word))) return false;
  if (rule.without?.split(' ').some((word) => holds(words, word))) return false;
  const after = words.slice(phrase.end);
  const exported = key.exportedRef && !rule.endpoint;
  if (
    rule.attribute !== undefined &&
    !exported &&
    !rule.attribute.split(' ').some((word) => after.some((found) => found === word || found === `${word}s`))
  )
    return false;
  if (rule.hint !== undefined && !rule.hint.test(value)) return false;
  if (rule.endpoint && isEndpoint(value, after)) return true;
  if (rule.value !== undefined) return rule.value.test(value);
  return PLAIN_NAME.test(value) && !UUID.test(value) && !isHost(value);
}

function isHost(value: string): boolean {
  return (
    /^(?:[a-z0-9-]+\.)+[a-z]{2,24}(?::\d+)?$/i.test(value) &&
    /\.(?:com|net|org|io|cloud|dev|app|co|local|internal|aws|cn|eu|us|uk|de|jp)(?::\d+)?$/i.test(value)
  );
}

const ADDRESS_WORDS = new Set([
  'endpoint',
  'endpoints',
  'host',
  'hostname',
  'address',
  'reader',
  'writer',
  'read',
  'write',
  'dns',
  'url',
  'fqdn',
]);

/** A host that is no AWS name: an emulator's, or one of the team's own zone. */
function isEndpoint(value: string, after: readonly string[]): boolean {
  const address = parseWebAddress(value);
  if (address === undefined || !after.some((word) => ADDRESS_WORDS.has(word))) return false;
  const local = /^(?:localhost|127\.0\.0\.1|host\.docker\.internal|(?:.*\.)?localhost\.localstack\.cloud)$/.test(
    address.host,
  );
  return local || (address.scheme === '' && isHost(value));
}

function isDistinctive(value: string): boolean {
  return UUID.test(value) || /^(?:[a-z]{1,8}-[0-9a-z]{8,}|[0-9a-f]{32}|alias\/.*)$/.test(value);
}

function toRecognition(rule: NounRule, value: string): Recognition {
  const address = rule.endpoint && parseWebAddress(value);
  if (address && (address.scheme !== '' || address.host === 'localhost' || isHost(value))) {
    const balancer = rule.type === 'AWS::ElasticLoadBalancingV2::LoadBalancer';
    const identifier = balancer ? (address.scheme === '' ? 'dns-name' : 'url') : 'endpoint';
    return { type: rule.type, identifier, id: value, decidedBy: 'key' };
  }
  const identifier =
    rule.type === 'AWS::AppRunner::Service' && !/^[0-9a-f]{32}$/.test(value) ? 'name' : (rule.identifier ?? 'name');
  return { type: rule.type, identifier, id: value, decidedBy: 'key' };
}
