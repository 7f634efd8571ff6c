import { oneOrMany } from '../../src/engine/argument';
import { defineMatcher, type Method, type ResourceLike } from '../../src/engine/matcher';
import { resourceLike } from '../../src/engine/resource-like';
import { isHeld, type WantedResource, wantedResources } from '../reference/held-resources';
import { compareExactly, judgeExactly } from '../value/exact-set';

interface GroupFacts {
  securityGroupIds: string[];
  wanted: WantedResource[];
}

const kind = { what: "a security group (a handle, or 'sg-...')", pattern: /(^|\/)sg-/ };

export const toHaveOnlySecurityGroups = defineMatcher({
  facet: 'networkPlacement',
  summary: 'has the given security groups and no other',
  takes: [oneOrMany(resourceLike)],
  relate: async ({ securityGroupIds }, ask, groups: ResourceLike[]): Promise<GroupFacts> => ({
    securityGroupIds,
    wanted: await wantedResources(ask, groups, kind),
  }),
  check: ({ securityGroupIds, wanted }: GroupFacts, _groups: ResourceLike[]) => ({
    ...judgeExactly(
      compareExactly(securityGroupIds, wanted, (each: WantedResource, id: string) => isHeld([id], each), {
        item: (id) => id,
        wish: ({ shown }) => shown,
      }),
      'no security group',
    ),
    ...(securityGroupIds.length === 0 && { fault: 'AWS names no security group for it' }),
  }),
});

declare module '../../src/engine/matcher' {
  interface AwsMatchers<T> {
    /**
     * Passes when these security groups are attached to the resource and no other: one more group opens whatever it opens.
     *
     * A resource for which AWS names no security group fails in both directions.
     *
     * @param groups one security group or a list: handles, ids (`sg-...`) or ARNs.
     * @example await expect(db).toHaveOnlySecurityGroups(resource('DatabaseSecurityGroupId'));
     */
    toHaveOnlySecurityGroups: Method<T, 'networkPlacement', [groups: ResourceLike | ResourceLike[]]>;
  }
}
