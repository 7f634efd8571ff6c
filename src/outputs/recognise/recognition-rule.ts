import { notAResource, type Recognition } from './recognition';

/**
 * A team's own way to tell a resource: by the form of the value, by the key, or by both. Tried before the built-in
 * rules, in the order given.
 *
 * @example { type: 'Acme::Ledger::Book', value: /^book-(?<id>[0-9a-f]{8})$/ }
 */
export interface RecognitionRule {
  /** CloudFormation type of what is found, or `none` to leave such an output alone. */
  type: string;
  /** The value must match; a group named `id` takes out what the API wants. */
  value?: RegExp;
  /** The key must match, spelled as in the file. */
  key?: RegExp;
  /** What the value is of the resource; `name` unless given. */
  identifier?: string;
}

export function recogniseByRules(
  rules: readonly RecognitionRule[],
  key: string,
  value: string,
): Recognition | undefined {
  for (const rule of rules) {
    if (rule.key === undefined && rule.value === undefined) continue;
    if (rule.key !== undefined && matchOnce(rule.key, key) === null) continue;
    const match = rule.value === undefined ? undefined : matchOnce(rule.value, value);
    if (match === null) continue;
    const id = match?.groups?.id ?? value;
    if (rule.type === 'none') return { ...notAResource(rule.identifier ?? 'other', id), decidedBy: 'rule' };
    return { type: rule.type, identifier: rule.identifier ?? 'name', id, decidedBy: 'rule' };
  }
  return undefined;
}

/** A pattern with the `g` or `y` flag remembers where it stopped; a rule must not. */
function matchOnce(pattern: RegExp, text: string): RegExpExecArray | null {
  return new RegExp(pattern.source, pattern.flags.replace(/[gy]/g, '')).exec(text);
}

/** Rules in the order in which they are tried. */
export type RecognitionRules = readonly RecognitionRule[];
