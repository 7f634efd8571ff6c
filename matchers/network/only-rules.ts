import { type Argument, argument, isRefusal, refuse } from '../../src/engine/argument';
import type { Judgement } from '../../src/engine/matcher';
import type { IngressRule } from '../../src/facets';
import { judgeExactly } from '../value/exact-set';
import { parseCidr } from './cidr-range';
import { portsOf, protocolInWords, ruleInWords, type Way } from './ingress-rule';
import type { Peer } from './peer';
import { allPorts, mergedRanges, type PortRange, withoutRanges } from './port-range';
import type { WantedTraffic } from './traffic';

/** A rule that is expected, with its peer. */
export interface WantedRule extends WantedTraffic {
  peer: Peer;
}

/** Ports that rules of one protocol and one peer open together. */
interface Opening {
  protocol: string;
  /** As a message shows it. */
  peer: string;
  ports: PortRange[];
}

/** A rule must say how far it goes: without a port, `tcp` could mean any port or all of them. */
export function withPorts<Rule extends WantedTraffic>(rule: Argument<unknown, Rule>): Argument<Rule> {
  return argument(rule.takes, (given) => {
    const read = rule.read(given);
    if (isRefusal(read)) return read;
    const { port, protocol = 'tcp' } = read;
    const hasPorts = protocol === 'tcp' || protocol === 'udp';
    if (hasPorts && port === undefined) {
      return refuse("port is missing; write protocol: 'all' for everything, or port: '0-65535' for all ports");
    }
    return hasPorts || port === undefined ? read : refuse(`a rule for the protocol '${protocol}' has no ports`);
  });
}

/** Judges whether rules open exactly what is wanted, however they are cut into rules. */
export function judgeOnly(rules: readonly IngressRule[], wanted: readonly WantedRule[], way: Way): Judgement {
  const received = openings(rules.map((rule) => ({ ...rule, ports: portsOf(rule) })));
  const expected = openings(
    wanted.map(({ port, protocol = 'tcp', peer }) => ({ protocol, peer: peer.name, ports: port ?? allPorts })),
  );
  const words = (all: Map<string, Opening>) => [...all.values()].flatMap((opening) => inWords(opening, way));
  return judgeExactly(
    {
      expected: words(expected),
      received: words(received),
      beyond: words(without(received, expected)),
      missing: words(without(expected, received)),
    },
    way === 'from' ? 'nothing is let in' : 'nothing is let out',
  );
}

function openings(rules: readonly { protocol: string; peer: string; ports: PortRange }[]): Map<string, Opening> {
  const all = new Map<string, Opening>();
  for (const { protocol, peer, ports } of rules) {
    const key = `${protocolInWords(protocol)} ${keyOf(peer)}`;
    const others = all.get(key)?.ports ?? [];
    all.set(key, { protocol, peer: all.get(key)?.peer ?? peer, ports: mergedRanges([...others, ports]) });
  }
  return all;
}

function without(some: Map<string, Opening>, others: Map<string, Opening>): Map<string, Opening> {
  const rest = [...some].map(([key, opening]): [string, Opening] => [
    key,
    { ...opening, ports: withoutRanges(opening.ports, others.get(key)?.ports ?? []) },
  ]);
  return new Map(rest.filter(([, { ports }]) => ports.length > 0));
}

/** One text for a peer, however it is written: host bits, short forms of IPv6, the account before a group. */
function keyOf(peer: string): string {
  const range = parseCidr(peer);
  return range ? `${range.family} ${range.first}/${range.prefixLength}` : peer.slice(peer.lastIndexOf('/') + 1);
}

function inWords({ protocol, peer, ports }: Opening, way: Way): string[] {
  return ports.map(({ from, to }) => ruleInWords({ protocol, peer, fromPort: from, toPort: to }, way));
}
