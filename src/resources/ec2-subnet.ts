import type { RouteTable, Subnet } from '@aws-sdk/client-ec2';
import { ec2 } from '../aws/sdk';
import { defineResource } from '../engine/resource';
import { told, undetermined } from '../engine/unjudged';
import type { Routing } from '../facets';
import type { AwsOf } from './shared/aws-of';
import { describeById } from './shared/describe-by-id';
import { flowLogsOf } from './shared/flow-logs';
import { isDefaultRoute, routeInWords, tableRoutes } from './shared/table-routes';
import { tagMap } from './shared/tags';

export const ec2Subnet = defineResource({
  type: 'AWS::EC2::Subnet',
  label: 'subnet',
  sdk: ec2,
  reads: ['ec2:DescribeSubnets'],
  notFound: ['InvalidSubnetID.NotFound'],
  factsOf: (aws, targets) =>
    describeById(targets, {
      read: (ids) =>
        aws.list('DescribeSubnets', { Filters: [{ Name: 'subnet-id', Values: ids }] }, (page) => page.Subnets),
      idOf: (subnet) => subnet.SubnetId,
    }),
  facets: {
    identity: {
      fields: 'SubnetArn, SubnetId',
      read: (subnet) => ({ arn: told(subnet.SubnetArn, 'SubnetArn'), id: told(subnet.SubnetId, 'SubnetId') }),
    },
    lifecycle: {
      fields: 'State',
      read: (subnet) => {
        const state = told(subnet.State, 'State');
        return { state, available: state === 'available' };
      },
    },
    // EC2 leaves Tags out where there are none.
    tags: { fields: 'Tags', read: (subnet) => tagMap(subnet.Tags ?? []) },
    cidr: {
      fields: 'CidrBlock, Ipv6CidrBlockAssociationSet',
      read: (subnet) => {
        const six = (subnet.Ipv6CidrBlockAssociationSet ?? [])
          .filter(({ Ipv6CidrBlockState }) => Ipv6CidrBlockState?.State === 'associated')
          .map(({ Ipv6CidrBlock }) => told(Ipv6CidrBlock, 'Ipv6CidrBlockAssociationSet[].Ipv6CidrBlock'));
        return { blocks: subnet.Ipv6Native ? six : [told(subnet.CidrBlock, 'CidrBlock'), ...six] };
      },
    },
    zones: {
      fields: 'AvailabilityZone',
      read: (subnet) => ({ zones: [told(subnet.AvailabilityZone, 'AvailabilityZone')] }),
    },
    networkPlacement: {
      fields: 'VpcId, SubnetId',
      read: (subnet) => ({
        vpcId: told(subnet.VpcId, 'VpcId'),
        subnetIds: [told(subnet.SubnetId, 'SubnetId')],
        securityGroupIds: [],
      }),
    },
    flowLogs: {
      fields: 'FlowLogs[].FlowLogStatus of the subnet and of its VPC, FlowLogs[].TrafficType',
      reads: ['ec2:DescribeFlowLogs'],
      read: async (subnet, aws) => {
        // A flow log of the VPC records every subnet in it.
        const ids = [told(subnet.SubnetId, 'SubnetId'), told(subnet.VpcId, 'VpcId')];
        return { logs: (await Promise.all(ids.map((id) => flowLogsOf(aws, id)))).flatMap(({ logs }) => logs) };
      },
    },
    routing: {
      fields: 'MapPublicIpOnLaunch, RouteTables[].Associations, RouteTables[].Routes',
      reads: ['ec2:DescribeRouteTables'],
      read: async (subnet, aws) => routing(subnet, await tableOf(subnet, aws)),
    },
    tableRoutes: {
      fields: 'RouteTables[].Associations, RouteTables[].Routes',
      reads: ['ec2:DescribeRouteTables'],
      read: async (subnet, aws) => {
        const { name, table } = await tableOf(subnet, aws);
        return { table: name, routes: tableRoutes(table) };
      },
    },
  },
});

interface UsedTable {
  name: string;
  table: RouteTable;
}

/** The table a subnet is associated with, or else the main one of its VPC. */
async function tableOf(subnet: Subnet, aws: AwsOf<typeof ec2>): Promise<UsedTable> {
  // All tables of the VPC at once: one read serves every subnet in it.
  const Filters = [{ Name: 'vpc-id', Values: [told(subnet.VpcId, 'VpcId')] }];
  const tables = await aws.list('DescribeRouteTables', { Filters }, (page) => page.RouteTables);
  const associated = tables.find((each) => each.Associations?.some(({ SubnetId }) => SubnetId === subnet.SubnetId));
  const table = associated ?? tables.find((each) => each.Associations?.some(({ Main }) => Main === true));
  if (!table) {
    throw undetermined('broken answer', `AWS named neither a route table of ${subnet.SubnetId} nor a main one.`);
  }
  const how = associated ? 'associated with the subnet' : 'main route table of the VPC';
  return { table, name: `${table.RouteTableId} (${how})` };
}

function routing(subnet: Subnet, { name, table }: UsedTable): Routing {
  const routes = tableRoutes(table);
  const toInternet = routes.filter(({ kind }) => kind === 'internet gateway');
  const live = toInternet.find(({ active }) => active);
  const decides = live ?? toInternet[0] ?? routes.find(isDefaultRoute);
  return {
    public: live !== undefined,
    mapPublicIpOnLaunch: told(subnet.MapPublicIpOnLaunch, 'MapPublicIpOnLaunch'),
    because: `${name}: ${decides ? routeInWords(decides) : 'no default route'}`,
  };
}
