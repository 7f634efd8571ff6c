import { defineMatcher, type Method, type ResourceLike } from '../../src/engine/matcher';
import { options } from '../../src/engine/options-argument';
import type { IngressRule } from '../../src/facets';
import { optionalProtocol, type Protocol } from './ingress-rule';
import { type Peer, peerOf } from './peer';
import { type ExpectedPort, optionalPorts } from './port-range';
import { judgeTraffic, trafficPeer, type WantedTraffic } from './traffic';

/** What must be let out. */
export interface EgressExpectation {
  /** Port or range of ports, all of which must be open; when left out, one open port is enough. */
  port?: ExpectedPort;
  /** `tcp` unless told. */
  protocol?: Protocol;
  /** A range of addresses, or a security group (handle or id), or a prefix list (id). */
  to: ResourceLike;
}

interface Wanted extends WantedTraffic {
  to: ResourceLike;
}

interface EgressFacts {
  rules: IngressRule[];
  peer: Peer;
}

export const toAllowEgress = defineMatcher({
  facet: 'egress',
  summary: 'lets the given traffic out',
  takes: [options<Wanted>({ port: optionalPorts, protocol: optionalProtocol, to: trafficPeer })],
  relate: async ({ rules }, ask, { to }: Wanted): Promise<EgressFacts> => ({
    rules,
    peer: peerOf(await ask.names(to)),
  }),
  check: ({ rules, peer }: EgressFacts, wanted: Wanted) => judgeTraffic(rules, peer, wanted, 'to'),
});

declare module '../../src/engine/matcher' {
  interface AwsMatchers<T> {
    /**
     * Passes when the security group lets this traffic out. Wider rules count, as with `toAllowIngress`; a group that
     * nobody touched lets everything out.
     *
     * What is only partly so fails in both directions: some of the ports, some of the addresses, or a rule of which it is
     * not known whether it covers the peer.
     *
     * @param expected `port` (number or range; any when left out), `protocol` (`tcp` when left out) and `to` (CIDR, handle of
     *   a security group, `sg-...`, `pl-...`).
     * @example await expect(lambdaGroup).toAllowEgress({ port: 5432, to: resource('DatabaseSecurityGroupId') });
     * @example await expect(databaseGroup).not.toAllowEgress({ port: 443, to: '0.0.0.0/0' });
     */
    toAllowEgress: Method<T, 'egress', [expected: EgressExpectation]>;
  }
}
