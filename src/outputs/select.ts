import { looseName, nearNames, withoutHash } from './near-names';
import type { Output, Outputs } from './output';
import { isNames, isPattern, type Selector } from './selector';

/** No output has that name. */
export interface NoMatch {
  problem: 'none';
  /** The names that nothing matched. */
  missing: string[];
  suggestions: string[];
}

/** Several outputs have that name, and they do not say the same. */
export interface Ambiguous {
  problem: 'ambiguous';
  candidates: Output[];
}

export interface Selected {
  matches: Output[];
}

export type Selection = Selected | NoMatch | Ambiguous;

export interface SelectOptions {
  /** Several outputs may match; otherwise different values are a problem, and several names are alternatives. */
  many?: boolean;
}

/**
 * The outputs that a selector names. Names match regardless of case, separators and a CDK hash suffix; an exact match
 * wins over a loose one, and a real value over a placeholder. The same value twice counts once.
 *
 * @param options.many with `true` every name of a list must match, and all that match are given; without it names of
 * a list are alternatives, the first that matches counts, and different values are `ambiguous`
 * @example
 * select(parseOutputs({ vpc_id: 'vpc-0a1b2c3d' }), 'VpcId'); // { matches: [{ key: 'vpc_id', ... }] }
 */
export function select(outputs: Outputs, selector: Selector, { many = false }: SelectOptions = {}): Selection {
  const { entries } = outputs;
  if (isNames(selector)) return many ? allOf(entries, selector) : firstOf(entries, selector);
  if (isPattern(selector)) {
    const matches = byPattern(entries, selector);
    if (matches.length === 0) return noMatch(entries, [String(selector)], selector.source);
    return conclude(matches, many);
  }
  const name = typeof selector === 'string' ? selector : selector.key;
  const stack = typeof selector === 'string' ? undefined : selector.stack;
  const matches = byName(entries, name, stack);
  return matches.length === 0 ? noMatch(entries, [name], name) : conclude(matches, many);
}

function firstOf(entries: readonly Output[], names: readonly string[]): Selection {
  const found = names.map((name) => byName(entries, name)).filter((matches) => matches.length > 0);
  const deployed = found.find((matches) => matches.some(isPresent)) ?? found[0];
  return deployed === undefined ? noMatch(entries, [...names], names.join(' ')) : conclude(deployed, false);
}

function allOf(entries: readonly Output[], names: readonly string[]): Selection {
  const found = names.map((name) => ({ name, matches: byName(entries, name) }));
  const missing = found.filter(({ matches }) => matches.length === 0).map(({ name }) => name);
  if (missing.length > 0 || found.length === 0) return noMatch(entries, missing, missing.join(' '));
  return { matches: unique(found.flatMap(({ matches }) => matches)) };
}

function byName(entries: readonly Output[], name: string, stack?: string): Output[] {
  const inStack = stack === undefined ? entries : ofStack(entries, stack);
  const loose = looseName(name);
  const ways: ((key: string) => boolean)[] = [
    (key) => key === name,
    (key) => looseName(key) === loose,
    (key) => withoutHash(key) !== key && looseName(withoutHash(key)) === loose,
  ];
  for (const matches of ways) {
    const found = inStack.filter(({ key }) => matches(key));
    if (found.length > 0) return found;
  }
  return [];
}

function ofStack(entries: readonly Output[], name: string): Output[] {
  const exact = entries.filter(({ stack }) => stack === name);
  return exact.length > 0
    ? exact
    : entries.filter(({ stack }) => stack !== undefined && looseName(stack) === looseName(name));
}

/** What the CDK exports by itself repeats another output, so it comes last. */
function byPattern(entries: readonly Output[], pattern: RegExp): Output[] {
  const flags = pattern.flags.replace(/[gy]/g, '');
  const stateless = new RegExp(pattern.source, flags);
  const matches = entries.filter(({ key }) => stateless.test(key));
  const exported = (key: string) => key.startsWith('ExportsOutput');
  return [...matches.filter(({ key }) => !exported(key)), ...matches.filter(({ key }) => exported(key))];
}

function conclude(matches: Output[], many: boolean): Selection {
  const deployed = matches.filter(isPresent);
  const candidates = unique(deployed.length > 0 ? deployed : matches);
  const contradict = !many && deployed.length > 0 && candidates.length > 1;
  return contradict
    ? { problem: 'ambiguous', candidates }
    : { matches: many ? unique(matches) : candidates.slice(0, 1) };
}

const isPresent = ({ missing }: Output) => missing === undefined;

function unique(outputs: readonly Output[]): Output[] {
  const byValue = new Map<string, Output>();
  for (const output of outputs) {
    const value = JSON.stringify(output.value) ?? 'undefined';
    if (!byValue.has(value)) byValue.set(value, output);
  }
  return [...byValue.values()];
}

function noMatch(entries: readonly Output[], missing: string[], wanted: string): NoMatch {
  return {
    problem: 'none',
    missing,
    suggestions: nearNames(
      wanted,
      entries.map(({ key }) => key),
    ),
  };
}
