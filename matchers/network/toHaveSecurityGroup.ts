import { oneOrMany } from '../../src/engine/argument';
import { defineMatcher, type Method, type ResourceLike } from '../../src/engine/matcher';
import { resourceLike } from '../../src/engine/resource-like';
import { isHeld, type WantedResource, wantedInWords, wantedResources } from '../reference/held-resources';

interface GroupFacts {
  securityGroupIds: string[];
  wanted: WantedResource[];
}

const kind = { what: "a security group (a handle, or 'sg-...')", pattern: /(^|\/)sg-/ };

export const toHaveSecurityGroup = defineMatcher({
  facet: 'networkPlacement',
  summary: 'has the given security groups',
  takes: [oneOrMany(resourceLike)],
  relate: async ({ securityGroupIds }, ask, groups: ResourceLike[]): Promise<GroupFacts> => ({
    securityGroupIds,
    wanted: await wantedResources(ask, groups, kind),
  }),
  check: ({ securityGroupIds, wanted }: GroupFacts, _groups: ResourceLike[]) => {
    const missing = wanted.filter((each) => !isHeld(securityGroupIds, each));
    return {
      pass: missing.length === 0,
      expected: wantedInWords(wanted),
      received: securityGroupIds.join(', ') || 'no security group',
      fault: faultOf(securityGroupIds, wanted, missing),
    };
  },
});

function faultOf(ids: string[], wanted: WantedResource[], missing: WantedResource[]): string | undefined {
  if (ids.length === 0) return 'AWS names no security group for it';
  return missing.length > 0 && missing.length < wanted.length
    ? `it has only some of the groups; ${wantedInWords(missing)} is missing`
    : undefined;
}

declare module '../../src/engine/matcher' {
  interface AwsMatchers<T> {
    /**
     * Passes when all of these security groups are attached to the resource; others may be attached too.
     *
     * A resource for which AWS names no security group, and one that has only some of several, fail in both directions.
     *
     * @param groups one security group or a list: handles, ids (`sg-...`) or ARNs.
     * @example await expect(fn).toHaveSecurityGroup(resource('LambdaSecurityGroupId'));
     */
    toHaveSecurityGroup: Method<T, 'networkPlacement', [groups: ResourceLike | ResourceLike[]]>;
  }
}
