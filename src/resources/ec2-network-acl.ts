import type { NetworkAclEntry } from '@aws-sdk/client-ec2';
import { ec2 } from '../aws/sdk';
import { defineResource } from '../engine/resource';
import { told } from '../engine/unjudged';
import type { AclRule } from '../facets';
import { ec2Arn } from './shared/ec2-arn';
import { tagMap } from './shared/tags';

/** Number of the rule that closes every network ACL. */
const last = 32_767;

export const ec2NetworkAcl = defineResource({
  type: 'AWS::EC2::NetworkAcl',
  label: 'network ACL',
  sdk: ec2,
  reads: ['ec2:DescribeNetworkAcls'],
  notFound: ['InvalidNetworkAclID.NotFound'],
  // One at a time: a list of ids fails as a whole where one does not exist, and compatible servers know no filter by id.
  facts: async (aws, { id }) => {
    const aclId = id.slice(id.lastIndexOf('/') + 1);
    const acls = await aws.list('DescribeNetworkAcls', { NetworkAclIds: [aclId] }, (page) => page.NetworkAcls);
    return acls.find(({ NetworkAclId }) => NetworkAclId === aclId);
  },
  facets: {
    identity: {
      fields: 'NetworkAclId, OwnerId',
      read: async (acl, aws) => {
        const id = told(acl.NetworkAclId, 'NetworkAclId');
        return { arn: ec2Arn(aws, acl.OwnerId ?? (await aws.account()), 'network-acl', id), id };
      },
    },
    lifecycle: { fields: 'NetworkAclId', read: () => ({ available: true }) },
    // EC2 leaves Tags out where there are none.
    tags: { fields: 'Tags', read: (acl) => tagMap(acl.Tags ?? []) },
    networkPlacement: {
      fields: 'VpcId, Associations[].SubnetId',
      read: ({ VpcId, Associations = [] }) => ({
        vpcId: told(VpcId, 'VpcId'),
        subnetIds: Associations.map(({ SubnetId }) => told(SubnetId, 'Associations[].SubnetId')),
        securityGroupIds: [],
      }),
    },
    subnetAssociations: {
      fields: 'Associations[].SubnetId',
      // Every subnet has an ACL of its own: a new one is associated with the default ACL at once.
      read: ({ Associations = [] }) => ({
        ids: Associations.map(({ SubnetId }) => told(SubnetId, 'Associations[].SubnetId')),
        byDefault: false,
      }),
    },
    aclRules: {
      fields: 'Entries',
      read: (acl) => ({
        rules: told(acl.Entries, 'Entries')
          .filter(({ RuleNumber }) => RuleNumber !== last)
          .map(aclRule)
          .sort((one, other) => one.number - other.number),
      }),
    },
  },
});

function aclRule(entry: NetworkAclEntry): AclRule {
  const { From, To } = entry.PortRange ?? {};
  return {
    number: told(entry.RuleNumber, 'Entries[].RuleNumber'),
    action: told(entry.RuleAction, 'Entries[].RuleAction'),
    direction: told(entry.Egress, 'Entries[].Egress') ? 'egress' : 'ingress',
    protocol: told(entry.Protocol, 'Entries[].Protocol'),
    ...(From !== undefined && { fromPort: From, toPort: To ?? From }),
    cidr: told(entry.CidrBlock ?? entry.Ipv6CidrBlock, 'Entries[].CidrBlock'),
  };
}
