import { oneOrMany } from '../../src/engine/argument';
import { defineMatcher, type Method, type ResourceLike } from '../../src/engine/matcher';
import { resourceLike } from '../../src/engine/resource-like';
import type { SubnetAssociations } from '../../src/facets';
import { isHeld, type WantedResource, wantedInWords, wantedResources } from '../reference/held-resources';

interface AssociationFacts extends SubnetAssociations {
  wanted: WantedResource[];
}

const kind = { what: "a subnet ('subnet-...') or a route table ('rtb-...')", pattern: /(^|\/)(subnet|rtb)-/ };

export const toBeAssociatedWith = defineMatcher({
  facet: 'subnetAssociations',
  summary: 'is associated with the given subnets',
  takes: [oneOrMany(resourceLike)],
  relate: async (associations, ask, subnets: ResourceLike[]): Promise<AssociationFacts> => ({
    ...associations,
    wanted: await wantedResources(ask, subnets, kind),
  }),
  check: (facts: AssociationFacts, _subnets: ResourceLike[]) => {
    const missing = facts.wanted.filter((each) => !isHeld(facts.ids, each));
    const others = facts.byDefault ? 'every subnet that has none of its own' : undefined;
    return {
      pass: missing.length === 0,
      expected: wantedInWords(facts.wanted),
      received: [...facts.ids, others].filter(Boolean).join(', ') || 'no subnet',
      fault: faultOf(facts, missing),
    };
  },
});

function faultOf({ wanted, byDefault }: AssociationFacts, missing: WantedResource[]): string | undefined {
  if (missing.length === 0) return undefined;
  if (byDefault) {
    return `it is the main route table: whether ${wantedInWords(missing)} uses it depends on the other tables. Ask the subnet with toRouteTo`;
  }
  return missing.length < wanted.length ? `only some of them are; ${wantedInWords(missing)} is missing` : undefined;
}

declare module '../../src/engine/matcher' {
  interface AwsMatchers<T> {
    /**
     * Passes when the route table, network ACL or VPC endpoint is associated with all of these subnets by name; others may be
     * too. A gateway endpoint is associated with route tables.
     *
     * Some of several, and a subnet that may use the main route table by default, fail in both directions.
     *
     * @param subnets one or a list: handles, ids or ARNs.
     * @example await expect(table).toBeAssociatedWith([resource('PrivateSubnet1Id'), resource('PrivateSubnet2Id')]);
     */
    toBeAssociatedWith: Method<T, 'subnetAssociations', [subnets: ResourceLike | ResourceLike[]]>;
  }
}
