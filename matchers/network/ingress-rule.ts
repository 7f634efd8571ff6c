import { argument, oneOf, optional } from '../../src/engine/argument';
import type { IngressRule } from '../../src/facets';
import { allPorts, type PortRange, portsInWords } from './port-range';

/** Protocols as people and the API name them; `all` is `-1`. */
export type Protocol = 'tcp' | 'udp' | 'icmp' | 'icmpv6' | 'all' | '-1';

const numbers = new Map([
  ['1', 'icmp'],
  ['6', 'tcp'],
  ['17', 'udp'],
  ['58', 'icmpv6'],
  ['-1', 'all'],
]);

const words = oneOf('tcp', 'udp', 'icmp', 'icmpv6', 'all', '-1');

/** A protocol; `check` gets it in words. */
export const protocol = argument<Protocol, string>(words.takes, (given) => {
  const read = words.read(typeof given === 'string' ? given.toLowerCase() : given);
  return typeof read === 'string' ? protocolInWords(read) : read;
});

export const optionalProtocol = optional(protocol);

/** `tcp` for `6`, `all` for `-1`. */
export function protocolInWords(name: string): string {
  return numbers.get(name) ?? name.toLowerCase();
}

/** Whether a rule lets this protocol in. */
export function letsIn(rule: IngressRule, wanted: string): boolean {
  const allowed = protocolInWords(rule.protocol);
  return allowed === 'all' || allowed === wanted;
}

/** Ports that a rule opens. */
export function portsOf({ protocol: name, fromPort, toPort }: IngressRule): PortRange {
  return fromPort === undefined || protocolInWords(name) === 'all'
    ? allPorts
    : { from: fromPort, to: toPort ?? fromPort };
}

/** Which way traffic goes, as a rule says it. */
export type Way = 'from' | 'to';

/** A rule in words: `tcp 443 from 10.0.0.0/16`. */
export function ruleInWords(rule: IngressRule, way: Way = 'from'): string {
  const name = protocolInWords(rule.protocol);
  const opened = /^icmp/.test(name) ? '' : ` ${portsInWords(portsOf(rule))}`;
  return `${name === 'all' ? 'everything' : `${name}${opened}`} ${way} ${rule.peer}`;
}

/** Rules in words, not more than a reader takes in. */
export function rulesInWords(rules: readonly IngressRule[], way: Way = 'from'): string {
  const shown = rules.slice(0, 10).map((rule) => ruleInWords(rule, way));
  const rest = rules.length - shown.length;
  const none = way === 'from' ? 'nothing is let in' : 'nothing is let out';
  return `${shown.join('; ') || none}${rest > 0 ? `; and ${rest} more` : ''}`;
}
