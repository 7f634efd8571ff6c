import type { IpPermission, SecurityGroup } from '@aws-sdk/client-ec2';
import { ec2 } from '../aws/sdk';
import { defineResource, type Target } from '../engine/resource';
import { told, wrongArgument } from '../engine/unjudged';
import type { IngressRule } from '../facets';
import type { AwsOf } from './shared/aws-of';
import { tagMap } from './shared/tags';

export const ec2SecurityGroup = defineResource({
  type: 'AWS::EC2::SecurityGroup',
  label: 'security group',
  sdk: ec2,
  reads: ['ec2:DescribeSecurityGroups'],
  notFound: ['InvalidGroup.NotFound', 'InvalidGroupId.NotFound'],
  factsOf: async (aws, targets) => {
    const names = targets.map(({ id }) => id.slice(id.lastIndexOf('/') + 1));
    const [byId, byName] = await Promise.all([
      describe(aws, 'group-id', names.filter(isGroupId)),
      describe(
        aws,
        'group-name',
        names.filter((name) => !isGroupId(name)),
      ),
    ]);
    return targets.map((target, index) => {
      const name = names[index];
      return byId.find(({ GroupId }) => GroupId === name) ?? onlyOne(byName, name, target);
    });
  },
  facets: {
    identity: {
      fields: 'SecurityGroupArn, GroupId, GroupName',
      read: (group, aws) => {
        const id = told(group.GroupId, 'GroupId');
        const arn = `arn:${aws.partition}:ec2:${aws.region}:${told(group.OwnerId, 'OwnerId')}:security-group/${id}`;
        return { arn: group.SecurityGroupArn ?? arn, id, name: told(group.GroupName, 'GroupName') };
      },
    },
    lifecycle: { fields: 'GroupId', read: () => ({ available: true }) },
    // EC2 leaves Tags out where there are none.
    tags: { fields: 'Tags', read: (group) => tagMap(group.Tags ?? []) },
    networkPlacement: {
      fields: 'VpcId',
      read: (group) => ({ vpcId: told(group.VpcId, 'VpcId'), subnetIds: [], securityGroupIds: [] }),
    },
    ingress: {
      fields: 'IpPermissions',
      read: (group) => ({ rules: told(group.IpPermissions, 'IpPermissions').flatMap(rulesOf) }),
    },
    egress: {
      fields: 'IpPermissionsEgress',
      read: (group) => ({ rules: told(group.IpPermissionsEgress, 'IpPermissionsEgress').flatMap(rulesOf) }),
    },
  },
});

function isGroupId(name: string): boolean {
  return name.startsWith('sg-');
}

async function describe(
  aws: AwsOf<typeof ec2>,
  filter: 'group-id' | 'group-name',
  values: string[],
): Promise<SecurityGroup[]> {
  if (values.length === 0) return [];
  const Filters = [{ Name: filter, Values: [...new Set(values)] }];
  return aws.list('DescribeSecurityGroups', { Filters }, (page) => page.SecurityGroups);
}

/** A group name is unique in its VPC only. */
function onlyOne(groups: SecurityGroup[], name: string | undefined, target: Target): SecurityGroup | undefined {
  const found = groups.filter(({ GroupName }) => GroupName === name);
  if (found.length > 1) {
    const listed = found.map(({ GroupId, VpcId }) => `${GroupId} in ${VpcId}`).join(', ');
    throw wrongArgument(
      `The security group name ${target.id} is used in several VPCs: ${listed}.`,
      'Let the outputs file hold the id of the group (sg-...).',
    );
  }
  return found[0];
}

function rulesOf(permission: IpPermission): IngressRule[] {
  const protocol = told(permission.IpProtocol, 'IpPermissions[].IpProtocol');
  // ICMP keeps its message type and code where the others keep ports; -1 stands for all.
  const hasPorts = !/^(?:-1|icmp|icmpv6)$/.test(protocol) && permission.FromPort !== -1;
  const ports = hasPorts ? { fromPort: permission.FromPort, toPort: permission.ToPort } : {};
  const peers = [
    ...(permission.IpRanges ?? []).map(({ CidrIp }) => told(CidrIp, 'IpRanges[].CidrIp')),
    ...(permission.Ipv6Ranges ?? []).map(({ CidrIpv6 }) => told(CidrIpv6, 'Ipv6Ranges[].CidrIpv6')),
    ...(permission.PrefixListIds ?? []).map(({ PrefixListId }) => told(PrefixListId, 'PrefixListIds[].PrefixListId')),
    ...(permission.UserIdGroupPairs ?? []).map(({ GroupId }) => told(GroupId, 'UserIdGroupPairs[].GroupId')),
  ];
  return peers.map((peer) => ({ protocol, ...ports, peer }));
}
