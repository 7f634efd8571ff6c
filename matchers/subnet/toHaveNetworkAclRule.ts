import { count, oneOf, optional } from '../../src/engine/argument';
import { defineMatcher, type Method } from '../../src/engine/matcher';
import { options } from '../../src/engine/options-argument';
import type { AclRule } from '../../src/facets';
import { cidr } from '../network/cidr-argument';
import { isSameRange, parseCidr } from '../network/cidr-range';
import { optionalProtocol, type Protocol, portsOf, protocolInWords } from '../network/ingress-rule';
import { type ExpectedPort, optionalPorts, type PortRange, portsInWords } from '../network/port-range';

/** Which rule is meant; what is left out may be anything. */
export interface AclRuleExpectation {
  direction: 'ingress' | 'egress';
  /** `allow` unless told. */
  action?: 'allow' | 'deny';
  /** Port or range of ports that the rule must cover. */
  port?: ExpectedPort;
  /** Protocol that the rule must cover. */
  protocol?: Protocol;
  /** Range of the rule. */
  cidr?: string;
  /** Number of the rule. */
  number?: number;
}

interface Wanted extends Omit<AclRuleExpectation, 'port' | 'protocol'> {
  port?: PortRange;
  protocol?: string;
}

const expectation = options<Wanted>({
  direction: oneOf('ingress', 'egress'),
  action: optional(oneOf('allow', 'deny')),
  port: optionalPorts,
  protocol: optionalProtocol,
  cidr: optional(cidr),
  number: optional(count),
});

export const toHaveNetworkAclRule = defineMatcher({
  facet: 'aclRules',
  summary: 'has the given rule',
  takes: [expectation],
  check: ({ rules }, wanted: Wanted) => {
    const same = rules.filter(({ direction }) => direction === wanted.direction);
    return {
      pass: same.some((rule) => isMeant(rule, wanted)),
      expected: expectedInWords(wanted),
      received: same.map(inWords).join('; ') || `no rule for ${wanted.direction} but the last, which denies everything`,
    };
  },
});

function isMeant(rule: AclRule, { action = 'allow', port, protocol, cidr: range, number }: Wanted): boolean {
  const name = protocolInWords(rule.protocol);
  const covered = portsOf({ ...rule, peer: rule.cidr });
  return (
    rule.action === action &&
    (number === undefined || rule.number === number) &&
    (protocol === undefined || name === 'all' || name === protocol) &&
    (port === undefined || (covered.from <= port.from && port.to <= covered.to)) &&
    (range === undefined || isSameRange(parseCidr(rule.cidr), parseCidr(range)))
  );
}

function expectedInWords({ direction, action = 'allow', port, protocol, cidr: range, number }: Wanted): string {
  const words = [number && `rule ${number}:`, action, protocol, port && portsInWords(port), range && `of ${range}`];
  return [...words, `(${direction})`].filter(Boolean).join(' ');
}

function inWords(rule: AclRule): string {
  const ports = portsInWords(portsOf({ ...rule, peer: rule.cidr }));
  return `rule ${rule.number}: ${rule.action} ${protocolInWords(rule.protocol)} ${ports} of ${rule.cidr}`;
}

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
