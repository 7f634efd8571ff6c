import { defineMatcher, type Method } from '../../src/engine/matcher';
import type { IngressRule } from '../../src/facets';
import { listOf } from '../value/list-argument';
import { type EgressExpectation, type WantedEgress, wantedEgress } from './expected-traffic';
import { judgeOnly, type WantedRule, withPorts } from './only-rules';
import { peerOf } from './peer';

interface EgressFacts {
  rules: IngressRule[];
  wanted: WantedRule[];
}

export const toAllowOnlyEgress = defineMatcher({
  facet: 'egress',
  summary: 'lets the given traffic out and nothing else',
  takes: [listOf(withPorts(wantedEgress))],
  relate: async ({ rules }, ask, wanted: WantedEgress[]): Promise<EgressFacts> => ({
    rules,
    wanted: await Promise.all(wanted.map(async ({ to, ...rest }) => ({ ...rest, peer: peerOf(await ask.names(to)) }))),
  }),
  check: ({ rules, wanted }: EgressFacts, _expected: WantedEgress[]) => judgeOnly(rules, wanted, 'to'),
});

declare module '../../src/engine/matcher' {
  interface AwsMatchers<T> {
    /**
     * Passes when the security group's rules let exactly this traffic out: nothing is missing, and nobody added anything.
     *
     * IPv4, IPv6, prefix lists and security groups each count as rules of their own, the group itself included. How ports
     * are cut into rules does not matter, a wider rule than the expected one does. A group that nobody touched lets everything out: `[{ protocol: 'all', to: '0.0.0.0/0' }]`. `[]` is one without any rule.
     * Types of ICMP messages are not looked at.
     *
     * @param expected a list of `port` (number or range; left out for `protocol: 'all'` and ICMP), `protocol` (`tcp` when
     *   left out) and `to` (CIDR, handle of a security group, `sg-...`, `pl-...`).
     * @example await expect(group).toAllowOnlyEgress([{ port: 443, to: 'pl-63a5400a' }]);
     * @example await expect(group).toAllowOnlyEgress([]);
     */
    toAllowOnlyEgress: Method<T, 'egress', [expected: EgressExpectation[]]>;
  }
}
