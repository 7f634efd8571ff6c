import { defineMatcher, type Method } from '../../src/engine/matcher';
import type { AclRule } from '../../src/facets';
import { compareExactly, judgeExactly } from '../value/exact-set';
import { listOf } from '../value/list-argument';
import {
  type AclRuleExpectation,
  aclRuleExpectation,
  aclRuleInWords,
  isAclRule,
  type WantedAclRule,
  wantedAclRuleInWords,
} from './acl-rule';

export const toHaveOnlyNetworkAclRules = defineMatcher({
  facet: 'aclRules',
  summary: 'has the given rules and no other',
  takes: [listOf(aclRuleExpectation)],
  check: ({ rules }, wanted: WantedAclRule[]) =>
    judgeExactly(
      compareExactly(rules, wanted, (each: WantedAclRule, rule: AclRule) => isAclRule(rule, each), {
        item: (rule) => `${aclRuleInWords(rule)} (${rule.direction})`,
        wish: wantedAclRuleInWords,
      }),
      'no rule but the last, which denies everything',
    ),
});

declare module '../../src/engine/matcher' {
  interface AwsMatchers<T> {
    /**
     * Passes when the network ACL has exactly these rules, in both directions, besides the last ones, which deny everything
     * and cannot be removed. What is told of a rule must be so and no wider; what is left out may be anything.
     *
     * @param expected a list of `direction`, and any of `action` (`allow` when left out), `port`, `protocol` (`'all'` too),
     *   `cidr`, `number`.
     * @example await expect(acl).toHaveOnlyNetworkAclRules([{ direction: 'ingress', port: 443, protocol: 'tcp' }]);
     */
    toHaveOnlyNetworkAclRules: Method<T, 'aclRules', [expected: AclRuleExpectation[]]>;
  }
}
