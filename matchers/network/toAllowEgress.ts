import { defineMatcher, type Method } from '../../src/engine/matcher';
import type { IngressRule } from '../../src/facets';
import { type EgressExpectation, type WantedEgress, wantedEgress } from './expected-traffic';
import { type Peer, peerOf } from './peer';
import { judgeTraffic } from './traffic';

interface EgressFacts {
  rules: IngressRule[];
  peer: Peer;
}

export const toAllowEgress = defineMatcher({
  facet: 'egress',
  summary: 'lets the given traffic out',
  takes: [wantedEgress],
  relate: async ({ rules }, ask, { to }: WantedEgress): Promise<EgressFacts> => ({
    rules,
    peer: peerOf(await ask.names(to)),
  }),
  check: ({ rules, peer }: EgressFacts, wanted: WantedEgress) => judgeTraffic(rules, peer, wanted, 'to'),
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
