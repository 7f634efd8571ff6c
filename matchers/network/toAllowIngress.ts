import { defineMatcher, type Method } from '../../src/engine/matcher';
import type { IngressRule } from '../../src/facets';
import { type IngressExpectation, type WantedIngress, wantedIngress } from './expected-traffic';
import { type Peer, peerOf } from './peer';
import { judgeTraffic } from './traffic';

interface IngressFacts {
  rules: IngressRule[];
  peer: Peer;
}

export const toAllowIngress = defineMatcher({
  facet: 'ingress',
  summary: 'lets the given traffic in',
  takes: [wantedIngress],
  relate: async ({ rules }, ask, { from }: WantedIngress): Promise<IngressFacts> => ({
    rules,
    peer: peerOf(await ask.names(from)),
  }),
  check: ({ rules, peer }: IngressFacts, wanted: WantedIngress) => judgeTraffic(rules, peer, wanted, 'from'),
});

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
