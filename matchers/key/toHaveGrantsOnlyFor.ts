import { defineMatcher, type Method, type ResourceLike } from '../../src/engine/matcher';
import { resourceLike } from '../../src/engine/resource-like';
import type { KeyGrant } from '../../src/facets';
import { isArn, refersTo } from '../reference/refers-to';
import { listOf } from '../value/list-argument';

interface GrantFacts {
  grants: KeyGrant[];
  principals: { shown: string; names: readonly string[] }[];
}

export const toHaveGrantsOnlyFor = defineMatcher({
  facet: 'keyGrants',
  summary: 'has grants for the given principals alone',
  takes: [listOf(resourceLike)],
  relate: async ({ grants }, ask, principals: ResourceLike[]): Promise<GrantFacts> => ({
    grants,
    principals: await Promise.all(
      principals.map(async (each) => {
        const names = await ask.names(each);
        return { shown: names.find(isArn) ?? String(each), names };
      }),
    ),
  }),
  check: ({ grants, principals }: GrantFacts, _principals: ResourceLike[]) => {
    const beyond = grants.filter(({ grantee }) => !principals.some(({ names }) => refersTo(grantee, names)));
    const shown = (each: KeyGrant[]) => (each.length === 0 ? 'no grant' : each.map(inWords));
    return {
      pass: beyond.length === 0,
      expected: principals.length === 0 ? 'no grant' : ['no grant but for', ...principals.map((each) => each.shown)],
      received: beyond.length === 0 ? shown(grants) : { beyond: shown(beyond) },
    };
  },
});

function inWords({ id, grantee, operations }: KeyGrant): string {
  return `${operations.join(', ')} for ${grantee} (grant ${id})`;
}

declare module '../../src/engine/matcher' {
  interface AwsMatchers<T> {
    /**
     * Passes when nobody but these principals holds a grant on the KMS key (`kms:ListGrants`); they need not. A grant opens a
     * key as its policy does, and no policy shows it.
     *
     * AWS makes grants itself: for the role of a function whose environment the key encrypts, for services that work in the
     * background, such as RDS and EBS.
     *
     * @param principals a list of handles, ARNs or services (`rds.eu-west-1.amazonaws.com`); `[]` for no grant at all.
     * @example await expect(key).toHaveGrantsOnlyFor([resource('ProcessorRoleArn')]);
     */
    toHaveGrantsOnlyFor: Method<T, 'keyGrants', [principals: ResourceLike | ResourceLike[]]>;
  }
}
