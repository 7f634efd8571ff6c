import { oneOrMany } from '../../src/engine/argument';
import { defineMatcher, type Method, type ResourceLike } from '../../src/engine/matcher';
import { resourceLike } from '../../src/engine/resource-like';
import { isHeld, type WantedResource, wantedInWords, wantedResources } from '../reference/held-resources';

interface SubnetFacts {
  subnetIds: string[];
  wanted: WantedResource[];
}

const kind = { what: "a subnet (a handle, or 'subnet-...')", pattern: /(^|\/)subnet-/ };

export const toBeInSubnet = defineMatcher({
  facet: 'networkPlacement',
  summary: 'is in the given subnets and in no other',
  takes: [oneOrMany(resourceLike)],
  relate: async ({ subnetIds }, ask, subnets: ResourceLike[]): Promise<SubnetFacts> => ({
    subnetIds,
    wanted: await wantedResources(ask, subnets, kind),
  }),
  check: ({ subnetIds, wanted }: SubnetFacts, _subnets: ResourceLike[]) => {
    const outside = subnetIds.filter((id) => !wanted.some((each) => isHeld([id], each)));
    return {
      pass: subnetIds.length > 0 && outside.length === 0,
      expected: wanted.length === 1 ? wantedInWords(wanted) : `some of ${wantedInWords(wanted)}, and no other subnet`,
      received: subnetIds.join(', ') || 'no subnet',
      fault: faultOf(subnetIds, outside),
    };
  },
});

function faultOf(subnetIds: string[], outside: string[]): string | undefined {
  if (subnetIds.length === 0) return 'AWS names no subnet for it';
  return outside.length > 0 && outside.length < subnetIds.length
    ? `it is in these subnets and in others: ${outside.join(', ')}`
    : undefined;
}

declare module '../../src/engine/matcher' {
  interface AwsMatchers<T> {
    /**
     * Passes when every subnet that the resource uses is one of these; it need not use all of them.
     *
     * A resource that is partly elsewhere, and one for which AWS names no subnet, fail in both directions.
     *
     * @param subnets one subnet or a list: handles, ids (`subnet-...`) or ARNs.
     * @example await expect(instance).toBeInSubnet([resource('PrivateSubnet1Id'), resource('PrivateSubnet2Id')]);
     */
    toBeInSubnet: Method<T, 'networkPlacement', [subnets: ResourceLike | ResourceLike[]]>;
  }
}
