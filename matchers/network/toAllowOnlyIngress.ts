import { defineMatcher, type Method } from '../../src/engine/matcher';
import type { IngressRule } from '../../src/facets';
import { listOf } from '../value/list-argument';
import { type IngressExpectation, type WantedIngress, wantedIngress } from './expected-traffic';
import { judgeOnly, type WantedRule, withPorts } from './only-rules';
import { peerOf } from './peer';

interface IngressFacts {
  rules: IngressRule[];
  wanted: WantedRule[];
}

export const toAllowOnlyIngress = defineMatcher({
  facet: 'ingress',
  summary: 'lets the given traffic in and nothing else',
  takes: [listOf(withPorts(wantedIngress))],
  relate: async ({ rules }, ask, wanted: WantedIngress[]): Promise<IngressFacts> => ({
    rules,
    wanted: await Promise.all(
      wanted.map(async ({ from, ...rest }) => ({ ...rest, peer: peerOf(await ask.names(from)) })),
    ),
  }),
  check: ({ rules, wanted }: IngressFacts, _expected: WantedIngress[]) => judgeOnly(rules, wanted, 'from'),
});

declare module '../../src/engine/matcher' {
  interface AwsMatchers<T> {
    /**
     * Passes when the security group's rules let exactly this traffic in: nothing is missing, and nobody added anything.
     *
     * IPv4, IPv6, prefix lists and security groups each count as rules of their own, the group itself included. How ports
     * are cut into rules does not matter, a wider rule than the expected one does. A group has no rules when it is made, so `[]` is a group that lets nobody in.
     * Types of ICMP messages are not looked at.
     *
     * @param expected a list of `port` (number or range; left out for `protocol: 'all'` and ICMP), `protocol` (`tcp` when
     *   left out) and `from` (CIDR, handle of a security group, `sg-...`, `pl-...`).
     * @example await expect(databaseGroup).toAllowOnlyIngress([{ port: 5432, from: resource('LambdaSecurityGroupId') }]);
     * @example await expect(group).toAllowOnlyIngress([]);
     */
    toAllowOnlyIngress: Method<T, 'ingress', [expected: IngressExpectation[]]>;
  }
}
