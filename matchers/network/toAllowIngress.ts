import { argument, refuse } from '../../src/engine/argument';
import { isHandle } from '../../src/engine/handle';
import { defineMatcher, type Method, type ResourceLike } from '../../src/engine/matcher';
import { options } from '../../src/engine/options-argument';
import type { IngressRule } from '../../src/facets';
import { parseCidr } from './cidr-range';
import { letsIn, optionalProtocol, type Protocol, portsOf, rulesInWords } from './ingress-rule';
import { type Peer, peerOf, reachOf } from './peer';
import { allPorts, type ExpectedPort, optionalPorts, type PortRange, partsOf, portsInWords } from './port-range';

/** What must be let in. */
export interface IngressExpectation {
  /** Port or range of ports, all of which must be open; when left out, one open port is enough. */
  port?: ExpectedPort;
  /** `tcp` unless told. */
  protocol?: Protocol;
  /** A range of addresses, or a security group (handle or id), or a prefix list (id). */
  from: ResourceLike;
}

interface Wanted {
  port?: PortRange;
  protocol?: string;
  from: ResourceLike;
}

interface IngressFacts {
  rules: IngressRule[];
  peer: Peer;
}

const from = argument<ResourceLike>(
  "a range of addresses ('10.0.0.0/16'), a security group (handle or sg-...) or a prefix list (pl-...)",
  (given) => {
    if (isHandle(given)) return given;
    if (typeof given !== 'string') return undefined;
    if (parseCidr(given) || /(^|\/)(sg|pl)-[0-9a-z]+$/i.test(given)) return given;
    return /^[0-9a-f:.]+$/i.test(given) ? refuse(`'${given}' has no prefix length, such as ${given}/32`) : undefined;
  },
);

export const toAllowIngress = defineMatcher({
  facet: 'ingress',
  summary: 'lets the given traffic in',
  takes: [options<Wanted>({ port: optionalPorts, protocol: optionalProtocol, from })],
  relate: async ({ rules }, ask, { from: wanted }: Wanted): Promise<IngressFacts> => ({
    rules,
    peer: peerOf(await ask.names(wanted)),
  }),
  check: ({ rules, peer }: IngressFacts, { port, protocol = 'tcp' }: Wanted) => {
    const meant = rules.filter((rule) => letsIn(rule, protocol));
    const asked = port ?? allPorts;
    const parts = partsOf(asked, meant.map(portsOf)).map((part) => ({
      part,
      ...reachOf(rulesOn(meant, part), peer),
    }));
    const open = parts.filter(({ reach }) => reach === 'all');
    const partly = parts.find(({ reach }) => reach === 'part');
    const pass = port === undefined ? open.length > 0 : open.length === parts.length;
    return {
      pass,
      expected: `${protocol}${/^icmp/.test(protocol) ? '' : ` ${port ? portsInWords(port) : 'on any port'}`} from ${peer.name}`,
      received: rulesInWords(rules),
      fault: pass ? undefined : (faultOfPorts(open) ?? partly?.because),
    };
  },
});

function rulesOn(rules: readonly IngressRule[], part: PortRange): IngressRule[] {
  return rules.filter((rule) => portsOf(rule).from <= part.from && part.to <= portsOf(rule).to);
}

function faultOfPorts(open: { part: PortRange }[]): string | undefined {
  return open.length === 0
    ? undefined
    : `only a part of the ports is open: ${open.map(({ part }) => portsInWords(part)).join(', ')}`;
}

declare module '../../src/engine/matcher' {
  interface AwsMatchers<T> {
    /**
     * Passes when the security group lets this traffic in. Wider rules count: all protocols, ranges that contain the port,
     * address ranges that contain the asked one (also several together), and for a security group the whole internet.
     *
     * What is only partly so fails in both directions: some of the ports, some of the addresses, or a rule of which it is
     * not known whether it covers the peer (a prefix list, the addresses in another group). Asked of `0.0.0.0/0` or `::/0`,
     * narrower rules do not count as a part, unless they are larger than any private network.
     *
     * @param expected `port` (number or range; any when left out), `protocol` (`tcp` when left out) and `from` (CIDR, handle of
     *   a security group, `sg-...`, `pl-...`).
     * @example await expect(databaseGroup).toAllowIngress({ port: 5432, from: resource('LambdaSecurityGroupId') });
     * @example await expect(group).not.toAllowIngress({ port: 22, from: '0.0.0.0/0' });
     */
    toAllowIngress: Method<T, 'ingress', [expected: IngressExpectation]>;
  }
}
