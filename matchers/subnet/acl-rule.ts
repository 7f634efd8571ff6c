import { count, oneOf, optional } from '../../src/engine/argument';
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
  /** Port or range of ports. */
  port?: ExpectedPort;
  protocol?: Protocol;
  /** Range of the rule. */
  cidr?: string;
  /** Number of the rule. */
  number?: number;
}

/** The same as it was read. */
export interface WantedAclRule extends Omit<AclRuleExpectation, 'port' | 'protocol'> {
  port?: PortRange;
  protocol?: string;
}

export const aclRuleExpectation = options<WantedAclRule>({
  direction: oneOf('ingress', 'egress'),
  action: optional(oneOf('allow', 'deny')),
  port: optionalPorts,
  protocol: optionalProtocol,
  cidr: optional(cidr),
  number: optional(count),
});

/** Whether a rule covers what is wanted: its protocol and ports may be wider. */
export function coversAclRule(rule: AclRule, wanted: WantedAclRule): boolean {
  const { protocol, port } = wanted;
  const name = protocolInWords(rule.protocol);
  const covered = portsOf({ ...rule, peer: rule.cidr });
  return (
    isKindOf(rule, wanted) &&
    (protocol === undefined || name === 'all' || name === protocol) &&
    (port === undefined || (covered.from <= port.from && port.to <= covered.to))
  );
}

/** Whether a rule is the wanted one and no wider. */
export function isAclRule(rule: AclRule, wanted: WantedAclRule): boolean {
  const { protocol, port } = wanted;
  const covered = portsOf({ ...rule, peer: rule.cidr });
  return (
    isKindOf(rule, wanted) &&
    (protocol === undefined || protocolInWords(rule.protocol) === protocol) &&
    (port === undefined || (covered.from === port.from && port.to === covered.to))
  );
}

function isKindOf(rule: AclRule, { direction, action = 'allow', cidr: range, number }: WantedAclRule): boolean {
  return (
    rule.direction === direction &&
    rule.action === action &&
    (number === undefined || rule.number === number) &&
    (range === undefined || isSameRange(parseCidr(rule.cidr), parseCidr(range)))
  );
}

/** The wanted rule in words. */
export function wantedAclRuleInWords(wanted: WantedAclRule): string {
  const { direction, action = 'allow', port, protocol, cidr: range, number } = wanted;
  const words = [number && `rule ${number}:`, action, protocol, port && portsInWords(port), range && `of ${range}`];
  return [...words, `(${direction})`].filter(Boolean).join(' ');
}

/** A rule in words. */
export function aclRuleInWords(rule: AclRule): string {
  const ports = portsInWords(portsOf({ ...rule, peer: rule.cidr }));
  return `rule ${rule.number}: ${rule.action} ${protocolInWords(rule.protocol)} ${ports} of ${rule.cidr}`;
}
