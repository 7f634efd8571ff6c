import { argument, optional, pattern, text } from '../../src/engine/argument';
import { type Duration, days, inWords } from '../../src/engine/duration';
import { defineMatcher, type Method } from '../../src/engine/matcher';
import { options } from '../../src/engine/options-argument';
import type { LifecycleRule } from '../../src/facets';
import { type Bounded, type Bounds, bounded, boundsInWords, isWithin } from '../value/bounds';
import { fits, shown } from '../value/value-match';

/** A move to another storage class. */
export interface TransitionExpectation {
  /** Storage class in the words of the API, such as `GLACIER`. */
  storageClass: string;
  /** Days after creation, or a duration; exact, or `{ atLeast, atMost }`. */
  days?: Bounded<number | Duration>;
}

/** What a rule must say. Days are numbers or durations, exact or `{ atLeast, atMost }`. */
export interface LifecycleRuleExpectation {
  id?: string | RegExp;
  /** Key prefix the rule is limited to, exactly; `''` for a rule over all objects. */
  prefix?: string;
  expirationInDays?: Bounded<number | Duration>;
  noncurrentExpirationInDays?: Bounded<number | Duration>;
  abortIncompleteMultipartUploadInDays?: Bounded<number | Duration>;
  transition?: TransitionExpectation;
}

interface Rule {
  id?: string | RegExp;
  prefix?: string;
  expirationInDays?: Bounds;
  noncurrentExpirationInDays?: Bounds;
  abortIncompleteMultipartUploadInDays?: Bounds;
  transition?: { storageClass: string; days?: Bounds };
}

const periods = ['expirationInDays', 'noncurrentExpirationInDays', 'abortIncompleteMultipartUploadInDays'] as const;

const expectedRule = options<Rule>({
  id: optional(pattern),
  prefix: optional(
    argument<string>("a text, '' for all objects", (given) => (typeof given === 'string' ? given : undefined)),
  ),
  expirationInDays: optional(bounded(days)),
  noncurrentExpirationInDays: optional(bounded(days)),
  abortIncompleteMultipartUploadInDays: optional(bounded(days)),
  transition: optional(
    options<{ storageClass: string; days?: Bounds }>({ storageClass: text, days: optional(bounded(days)) }),
  ),
});

export const toHaveLifecycleRule = defineMatcher({
  facet: 'lifecycleRules',
  summary: 'has a lifecycle rule',
  takes: [optional(expectedRule)],
  check: ({ rules }, expected: Rule = {}) => {
    const meant = rules.filter((rule) => says(rule, expected));
    const asked = expected.id === undefined ? unfiltered(meant) : meant;
    return {
      pass: asked.some((rule) => rule.enabled),
      expected: ruleInWords(expected),
      received: rules.length === 0 ? 'no lifecycle rule' : rules.map(receivedInWords),
      fault:
        meant.length > 0 && !asked.some((rule) => rule.enabled)
          ? `the rule is there and does not apply to all that was asked: ${receivedInWords(meant[0] as LifecycleRule)}`
          : undefined,
    };
  },
});

function unfiltered(rules: LifecycleRule[]): LifecycleRule[] {
  return rules.filter((rule) => rule.filter === undefined);
}

function says(rule: LifecycleRule, { id, prefix, transition, ...expected }: Rule): boolean {
  return (
    (id === undefined || fits(id, rule.id)) &&
    (prefix === undefined || prefix === rule.prefix) &&
    periods.every((period) => isInTime(expected[period], rule[period])) &&
    (transition === undefined ||
      rule.transitions.some(
        (each) => each.storageClass === transition.storageClass && isInTime(transition.days, each.days),
      ))
  );
}

function isInTime(bounds: Bounds | undefined, received: number | undefined): boolean {
  return bounds === undefined || (received !== undefined && isWithin(bounds, received * 86_400));
}

function ruleInWords({ id, prefix, transition, ...expected }: Rule): string {
  const words = [
    id !== undefined && `id ${shown(id)}`,
    prefix !== undefined && `prefix '${prefix}'`,
    ...periods.map((period) => expected[period] && `${period} ${boundsInWords(expected[period], inWords)}`),
    transition && `transition to ${transition.storageClass}`,
    transition?.days && `after ${boundsInWords(transition.days, inWords)}`,
  ].filter(Boolean);
  return `an enabled rule${words.length > 0 ? ` with ${words.join(', ')}` : ''}`;
}

function receivedInWords(rule: LifecycleRule): string {
  return [
    `${rule.id || 'unnamed rule'} (${rule.enabled ? 'enabled' : 'disabled'})`,
    `prefix '${rule.prefix}'`,
    rule.filter && `only ${rule.filter}`,
    ...periods.map((period) => rule[period] !== undefined && `${period} ${inWords(rule[period] * 86_400)}`),
    ...rule.transitions.map(
      (each) => `transition to ${each.storageClass}${each.days === undefined ? '' : ` after ${each.days} days`}`,
    ),
  ]
    .filter(Boolean)
    .join(', ');
}

declare module '../../src/engine/matcher' {
  interface AwsMatchers<T> {
    /**
     * Passes when an enabled lifecycle rule says all of this (`s3:GetBucketLifecycleConfiguration`); any enabled rule when
     * nothing is given.
     *
     * A rule that is disabled, or limited by tags or object size, is not the rule that was asked for, nor is it absent: it
     * fails in both directions. A limited rule can be asked for by its `id`.
     *
     * @param rule what the rule must say; days are numbers or durations, exact or `{ atLeast, atMost }`.
     * @example await expect(bucket).toHaveLifecycleRule({ prefix: 'logs/', expirationInDays: { atMost: 90 } });
     * @example await expect(bucket).toHaveLifecycleRule({ transition: { storageClass: 'GLACIER', days: 90 } });
     */
    toHaveLifecycleRule: Method<T, 'lifecycleRules', [rule?: LifecycleRuleExpectation]>;
  }
}
