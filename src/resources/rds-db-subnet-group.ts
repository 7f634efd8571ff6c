import { rds } from '../aws/sdk';
import { defineResource } from '../engine/resource';
import { told } from '../engine/unjudged';
import { tagMap } from './shared/tags';

export const rdsDbSubnetGroup = defineResource({
  type: 'AWS::RDS::DBSubnetGroup',
  label: 'DB subnet group',
  sdk: rds,
  reads: ['rds:DescribeDBSubnetGroups'],
  notFound: ['DBSubnetGroupNotFoundFault'],
  // DescribeDBSubnetGroups takes one name and does not support Filters.
  facts: async (aws, { id }) => {
    const name = id.slice(id.lastIndexOf(':') + 1).toLowerCase();
    const { DBSubnetGroups } = await aws.call('DescribeDBSubnetGroups', { DBSubnetGroupName: name });
    return told(DBSubnetGroups, 'DBSubnetGroups').find((group) => group.DBSubnetGroupName === name);
  },
  facets: {
    identity: {
      fields: 'DBSubnetGroupArn, DBSubnetGroupName',
      read: (group) => ({
        arn: told(group.DBSubnetGroupArn, 'DBSubnetGroupArn'),
        id: told(group.DBSubnetGroupName, 'DBSubnetGroupName'),
      }),
    },
    lifecycle: {
      fields: 'SubnetGroupStatus',
      read: (group) => {
        const state = told(group.SubnetGroupStatus, 'SubnetGroupStatus');
        return { state, available: state === 'Complete' };
      },
    },
    tags: {
      fields: 'TagList',
      reads: ['rds:ListTagsForResource'],
      read: async (group, aws) => {
        const ResourceName = told(group.DBSubnetGroupArn, 'DBSubnetGroupArn');
        return tagMap(told((await aws.call('ListTagsForResource', { ResourceName })).TagList, 'TagList'));
      },
    },
    zones: {
      fields: 'Subnets[].SubnetAvailabilityZone.Name',
      read: (group) => {
        const names = told(group.Subnets, 'Subnets').map((subnet) =>
          told(subnet.SubnetAvailabilityZone?.Name, 'Subnets[].SubnetAvailabilityZone.Name'),
        );
        return { zones: [...new Set(names)].sort() };
      },
    },
    networkPlacement: {
      fields: 'VpcId, Subnets[].SubnetIdentifier',
      read: (group) => ({
        vpcId: told(group.VpcId, 'VpcId'),
        subnetIds: told(group.Subnets, 'Subnets').map((subnet) => told(subnet.SubnetIdentifier, 'SubnetIdentifier')),
        securityGroupIds: [],
      }),
    },
  },
});
