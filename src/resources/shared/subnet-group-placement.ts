import type { Aws } from '../../engine/aws';
import { told } from '../../engine/unjudged';
import type { NetworkPlacement } from '../../facets';

/** Fields about the network that clusters of RDS, DocumentDB and Neptune share. */
export interface SubnetGroupFields {
  DBSubnetGroup?: string;
  VpcSecurityGroups?: { VpcSecurityGroupId?: string }[];
}

/** Placement by the DB subnet group, which all of the RDS API shares. */
export async function subnetGroupPlacement(
  cluster: SubnetGroupFields,
  aws: Pick<Aws<unknown>, 'facet'>,
): Promise<NetworkPlacement> {
  const group = { type: 'AWS::RDS::DBSubnetGroup', id: told(cluster.DBSubnetGroup, 'DBSubnetGroup') };
  return {
    ...(await aws.facet(group, 'networkPlacement')),
    securityGroupIds: told(cluster.VpcSecurityGroups, 'VpcSecurityGroups').map((member) =>
      told(member.VpcSecurityGroupId, 'VpcSecurityGroupId'),
    ),
  };
}
