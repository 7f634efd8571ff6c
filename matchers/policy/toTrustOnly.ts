import { defineMatcher, type Method, type ResourceLike } from '../../src/engine/matcher';
import type { PolicyStatement } from '../../src/facets';
import { compareExactly, judgeExactly } from '../value/exact-set';
import { listOf } from '../value/list-argument';
import { judgeTrust, principal, principalsIn, reachOfName, type Trustee, trusteesOf } from './trust';

interface TrustFacts {
  statements: PolicyStatement[];
  trustees: { name: string; trustee: Trustee }[];
}

export const toTrustOnly = defineMatcher({
  facet: 'trustPolicy',
  summary: 'may be assumed by the given principals and by nobody else',
  takes: [listOf(principal)],
  relate: async ({ statements }, ask, expected: ResourceLike[]): Promise<TrustFacts> => ({
    statements,
    trustees: await trusteesOf(ask, expected),
  }),
  check: ({ statements, trustees }: TrustFacts, _expected: ResourceLike[]) => {
    const answers = trustees.map((each) => ({ ...each, ...judgeTrust(statements, each.trustee) }));
    const comparison = compareExactly(
      uniqueByName(principalsIn(statements)),
      answers,
      ({ trustee }, { kind, name }) => name !== '*' && reachOfName(kind, name, trustee) === 'full',
      { item: ({ name }) => (name === '*' ? '* (everybody)' : name), wish: ({ name }) => name },
    );
    const denied = answers.filter(({ trust }) => trust === 'none').map(({ name }) => name);
    const unclear = answers.find(({ name, trust }) => trust === 'unclear' && !comparison.missing.includes(name));
    return {
      ...judgeExactly({ ...comparison, missing: [...new Set([...comparison.missing, ...denied])] }, 'nobody'),
      fault: unclear?.because,
    };
  },
});

function uniqueByName(principals: { kind: string; name: string }[]): { kind: string; name: string }[] {
  return [...new Map(principals.map((each) => [each.name, each])).values()];
}

declare module '../../src/engine/matcher' {
  interface AwsMatchers<T> {
    /**
     * Passes when the role's trust policy lets exactly these principals assume it: each of them, Deny statements first,
     * and nobody else.
     *
     * A wildcard trusts everybody, so it is always too much. An account and one of its roles are two principals. The
     * conditions under which they are trusted (external id, subject of a token) are asked with `toHavePolicyDocument`.
     *
     * @param principals a list of services (`'lambda'`), account ids, ARNs and handles of roles; `[]` for nobody.
     * @example await expect(role).toTrustOnly(['lambda', 'edgelambda']);
     */
    toTrustOnly: Method<T, 'trustPolicy', [principals: ResourceLike[]]>;
  }
}
