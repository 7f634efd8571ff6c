import type { Aws } from '../../engine/aws';
import type { NetworkPlacement } from '../../facets';

/** Subnets and security groups as the APIs of containers, caches and files name them. */
export interface Placement {
  vpcId?: string;
  subnetIds: readonly string[];
  securityGroupIds: readonly string[];
}

const subnet = (id: string) => ({ type: 'AWS::EC2::Subnet', id });

/** Placement of a resource whose API names its subnets and, mostly, not its VPC: the first subnet tells that. */
export async function subnetPlacement(
  { vpcId, subnetIds, securityGroupIds }: Placement,
  aws: Pick<Aws<unknown>, 'facet'>,
): Promise<NetworkPlacement> {
  const [first] = subnetIds;
  const vpc = vpcId ?? (first && (await aws.facet(subnet(first), 'networkPlacement')).vpcId);
  return { ...(vpc && { vpcId: vpc }), subnetIds: [...subnetIds], securityGroupIds: [...securityGroupIds] };
}

/** Availability Zones of subnets, each once, in order. */
export async function zonesOfSubnets(
  subnetIds: readonly string[],
  aws: Pick<Aws<unknown>, 'facet'>,
): Promise<string[]> {
  const answers = await Promise.all([...new Set(subnetIds)].map((id) => aws.facet(subnet(id), 'zones')));
  return [...new Set(answers.flatMap(({ zones }) => zones))].sort();
}
