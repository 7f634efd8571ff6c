import { defineMatcher, type Method } from '../../src/engine/matcher';
import {
  type AclRuleExpectation,
  aclRuleExpectation,
  aclRuleInWords,
  coversAclRule,
  type WantedAclRule,
  wantedAclRuleInWords,
} from './acl-rule';

export const toHaveNetworkAclRule = defineMatcher({
  facet: 'aclRules',
  summary: 'has the given rule',
  takes: [aclRuleExpectation],
  check: ({ rules }, wanted: WantedAclRule) => {
    const same = rules.filter(({ direction }) => direction === wanted.direction);
    return {
      pass: same.some((rule) => coversAclRule(rule, wanted)),
      expected: wantedAclRuleInWords(wanted),
      received:
        same.map(aclRuleInWords).join('; ') || `no rule for ${wanted.direction} but the last, which denies everything`,
    };
  },
});

declare module '../../src/engine/matcher' {
  interface AwsMatchers<T> {
    /**
     * Passes when the network ACL has such a rule. Wider protocols and ports count; the range must be the same. Whether an
     * earlier rule undoes it is not looked at: rules are tried by their numbers.
     *
     * @param expected `direction`, and any of `action` (`allow` when left out), `port`, `protocol`, `cidr`, `number`.
     * @example await expect(acl).toHaveNetworkAclRule({ direction: 'ingress', port: 443, protocol: 'tcp', cidr: '0.0.0.0/0' });
     */
    toHaveNetworkAclRule: Method<T, 'aclRules', [expected: AclRuleExpectation]>;
  }
}
