import { ec2 } from '../aws/sdk';
import { defineResource } from '../engine/resource';
import { told } from '../engine/unjudged';
import { describeById } from './shared/describe-by-id';
import { ec2Arn } from './shared/ec2-arn';
import { tableRoutes } from './shared/table-routes';
import { tagMap } from './shared/tags';

export const ec2RouteTable = defineResource({
  type: 'AWS::EC2::RouteTable',
  label: 'route table',
  sdk: ec2,
  reads: ['ec2:DescribeRouteTables'],
  notFound: ['InvalidRouteTableID.NotFound'],
  factsOf: (aws, targets) =>
    describeById(targets, {
      read: (ids) =>
        aws.list(
          'DescribeRouteTables',
          { Filters: [{ Name: 'route-table-id', Values: ids }] },
          (page) => page.RouteTables,
        ),
      idOf: (table) => table.RouteTableId,
    }),
  facets: {
    identity: {
      fields: 'RouteTableId, OwnerId',
      read: async (table, aws) => {
        const id = told(table.RouteTableId, 'RouteTableId');
        return { arn: ec2Arn(aws, table.OwnerId ?? (await aws.account()), 'route-table', id), id };
      },
    },
    lifecycle: { fields: 'RouteTableId', read: () => ({ available: true }) },
    // EC2 leaves Tags out where there are none.
    tags: { fields: 'Tags', read: (table) => tagMap(table.Tags ?? []) },
    networkPlacement: {
      fields: 'VpcId, Associations[].SubnetId',
      read: ({ VpcId, Associations = [] }) => ({
        vpcId: told(VpcId, 'VpcId'),
        subnetIds: Associations.flatMap(({ SubnetId }) => SubnetId || []),
        securityGroupIds: [],
      }),
    },
    tableRoutes: {
      fields: 'Routes',
      read: (table) => ({ table: told(table.RouteTableId, 'RouteTableId'), routes: tableRoutes(table) }),
    },
    subnetAssociations: {
      fields: 'Associations[].SubnetId, Associations[].Main',
      read: ({ Associations = [] }) => ({
        ids: Associations.filter(({ AssociationState }) => AssociationState?.State !== 'disassociated').flatMap(
          ({ SubnetId }) => SubnetId || [],
        ),
        byDefault: Associations.some(({ Main }) => Main === true),
      }),
    },
  },
});
