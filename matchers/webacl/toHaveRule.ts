import { argument, count, isRecord, oneOf, optional, refuse, text } from '../../src/engine/argument';
import { isHandle } from '../../src/engine/handle';
import { defineMatcher, type Method } from '../../src/engine/matcher';
import { options } from '../../src/engine/options-argument';
import type { WebAclRule } from '../../src/facets';
import { type Bounded, type Bounds, bounded, boundsInWords, isWithin } from '../value/bounds';

/** Which rule is meant. */
export interface RuleExpectation {
  name?: string;
  /** Managed group such as `AWSManagedRulesCommonRuleSet`. */
  managedGroup?: string;
  /** `none` for a group whose own actions hold. */
  action?: 'allow' | 'block' | 'count' | 'captcha' | 'challenge' | 'none';
  /** Requests of one address in the evaluation window. */
  rateLimit?: Bounded<number>;
}

interface ExpectedRule {
  name?: string;
  managedGroup?: string;
  action?: string;
  rateLimit?: Bounds;
}

const rule = options<ExpectedRule>({
  name: optional(text),
  managedGroup: optional(text),
  action: optional(oneOf('allow', 'block', 'count', 'captcha', 'challenge', 'none')),
  rateLimit: optional(bounded(count)),
});

const expectedRule = argument<string | RuleExpectation, ExpectedRule>(
  `the name of a rule or of a managed group, or ${rule.takes}`,
  (given) => {
    if (typeof given === 'string' && given !== '') return { name: given };
    if (isRecord(given) && !isHandle(given) && Object.keys(given).length === 0)
      return refuse('it says nothing of the rule');
    return rule.read(given);
  },
);

export const toHaveRule = defineMatcher({
  facet: 'webAclRules',
  summary: 'has the given rule',
  takes: [expectedRule],
  check: ({ rules }, expected: ExpectedRule) => ({
    pass: rules.some((each) => isMeant(each, expected)),
    expected: [
      expected.name,
      expected.managedGroup && `the managed group ${expected.managedGroup}`,
      expected.action && `action ${expected.action}`,
      expected.rateLimit && `${boundsInWords(expected.rateLimit, String)} requests of one address`,
    ]
      .filter(Boolean)
      .join(', '),
    received: rules.length === 0 ? 'no rule' : rules.map(inWords),
  }),
});

function isMeant(rule: WebAclRule, { name, managedGroup, action, rateLimit }: ExpectedRule): boolean {
  return (
    (name === undefined || rule.name === name || (managedGroup === undefined && rule.managedGroup === name)) &&
    (managedGroup === undefined || rule.managedGroup === managedGroup) &&
    (action === undefined || rule.action === action) &&
    (rateLimit === undefined || (rule.rateLimit !== undefined && isWithin(rateLimit, rule.rateLimit)))
  );
}

function inWords({ name, action, managedGroup, rateLimit }: WebAclRule): string {
  const what = [managedGroup, rateLimit !== undefined && `${rateLimit} requests of one address`, `action ${action}`];
  return `${name} (${what.filter(Boolean).join(', ')})`;
}

declare module '../../src/engine/matcher' {
  interface AwsMatchers<T> {
    /**
     * Passes when the web ACL has such a rule.
     *
     * A managed group that is overridden to `count` blocks nothing: ask for `{ action: 'none' }` to see that its own actions hold.
     *
     * @param rule name of the rule or of the managed group, or `{ name?, managedGroup?, action?, rateLimit? }`.
     * @example await expect(webAcl).toHaveRule({ managedGroup: 'AWSManagedRulesCommonRuleSet', action: 'none' });
     * @example await expect(webAcl).toHaveRule({ action: 'block', rateLimit: { atMost: 2000 } });
     */
    toHaveRule: Method<T, 'webAclRules', [rule: string | RuleExpectation]>;
  }
}
