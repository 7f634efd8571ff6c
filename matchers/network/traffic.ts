import { argument, refuse } from '../../src/engine/argument';
import { isHandle } from '../../src/engine/handle';
import type { Judgement, ResourceLike } from '../../src/engine/matcher';
import type { IngressRule } from '../../src/facets';
import { parseCidr } from './cidr-range';
import { letsIn, portsOf, rulesInWords, type Way } from './ingress-rule';
import { type Peer, reachOf } from './peer';
import { allPorts, type PortRange, partsOf, portsInWords } from './port-range';

/** Traffic that is asked for. */
export interface WantedTraffic {
  /** All of these must be open; any one when left out. */
  port?: PortRange;
  /** `tcp` unless told. */
  protocol?: string;
}

/** The other end of the traffic. */
export const trafficPeer = argument<ResourceLike>(
  "a range of addresses ('10.0.0.0/16'), a security group (handle or sg-...) or a prefix list (pl-...)",
  (given) => {
    if (isHandle(given)) return given;
    if (typeof given !== 'string') return undefined;
    if (parseCidr(given) || /(^|\/)(sg|pl)-[0-9a-z]+$/i.test(given)) return given;
    return /^[0-9a-f:.]+$/i.test(given) ? refuse(`'${given}' has no prefix length, such as ${given}/32`) : undefined;
  },
);

/** Judges whether rules let traffic from or to a peer through. */
export function judgeTraffic(
  rules: readonly IngressRule[],
  peer: Peer,
  { port, protocol = 'tcp' }: WantedTraffic,
  way: Way,
): Judgement {
  const meant = rules.filter((rule) => letsIn(rule, protocol));
  const asked = port ?? allPorts;
  const parts = partsOf(asked, meant.map(portsOf)).map((part) => ({
    part,
    ...reachOf(rulesOn(meant, part), peer),
  }));
  const open = parts.filter(({ reach }) => reach === 'all');
  const partly = parts.find(({ reach }) => reach === 'part');
  const pass = port === undefined ? open.length > 0 : open.length === parts.length;
  const ports = /^icmp/.test(protocol) ? '' : ` ${port ? portsInWords(port) : 'on any port'}`;
  return {
    pass,
    expected: `${protocol}${ports} ${way} ${peer.name}`,
    received: rulesInWords(rules, way),
    fault: pass ? undefined : (faultOfPorts(open) ?? partly?.because),
  };
}

function rulesOn(rules: readonly IngressRule[], part: PortRange): IngressRule[] {
  return rules.filter((rule) => portsOf(rule).from <= part.from && part.to <= portsOf(rule).to);
}

function faultOfPorts(open: { part: PortRange }[]): string | undefined {
  return open.length === 0
    ? undefined
    : `only a part of the ports is open: ${open.map(({ part }) => portsInWords(part)).join(', ')}`;
}
