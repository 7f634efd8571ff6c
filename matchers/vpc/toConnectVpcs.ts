import { optional } from '../../src/engine/argument';
import { defineMatcher, type Method, type ResourceLike } from '../../src/engine/matcher';
import { resourceLike } from '../../src/engine/resource-like';
import type { PeeredVpc, Peering } from '../../src/facets';
import { isHeld, type WantedResource, wantedInWords, wantedResources } from '../reference/held-resources';

interface PeeringFacts extends Peering {
  wanted: WantedResource[];
}

const kind = { what: "a VPC (a handle, or 'vpc-...')", pattern: /(^|\/)vpc-/ };

export const toConnectVpcs = defineMatcher({
  facet: 'peering',
  summary: 'connects the given VPCs',
  takes: [resourceLike, optional(resourceLike)],
  relate: async (peering, ask, one: ResourceLike, other?: ResourceLike): Promise<PeeringFacts> => ({
    ...peering,
    wanted: await wantedResources(ask, other === undefined ? [one] : [one, other], kind),
  }),
  check: ({ requester, accepter, wanted }: PeeringFacts, _one: ResourceLike, _other?: ResourceLike) => {
    const hits = wanted.filter((each) => isHeld([requester.vpcId, accepter.vpcId], each));
    return {
      pass: hits.length === wanted.length,
      expected: wantedInWords(wanted),
      received: `${inWords(requester)} and ${inWords(accepter)}`,
      fault: hits[0] && hits.length < wanted.length ? `it connects ${hits[0].shown} to another VPC` : undefined,
    };
  },
});

function inWords({ vpcId, account, region }: PeeredVpc): string {
  return `${vpcId} (account ${account}, ${region})`;
}

declare module '../../src/engine/matcher' {
  interface AwsMatchers<T> {
    /**
     * Passes when these VPCs are the ends of the peering connection, whichever side asked for it. Whether the connection is
     * active is for `toBeAvailable`; one VPC of two fails in both directions.
     *
     * @param one a VPC: a handle, an id or an ARN.
     * @param other the other VPC; any when left out.
     * @example await expect(peering).toConnectVpcs(resource('VpcId'), resource('SharedVpcId'));
     */
    toConnectVpcs: Method<T, 'peering', [one: ResourceLike, other?: ResourceLike]>;
  }
}
