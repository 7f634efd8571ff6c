import type { Route, RouteTable, Subnet } from '@aws-sdk/client-ec2';
import { ec2 } from '../aws/sdk';
import { defineResource } from '../engine/resource';
import { told, undetermined } from '../engine/unjudged';
import type { Routing } from '../facets';
import { describeById } from './shared/describe-by-id';
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
    routing: {
      fields: 'MapPublicIpOnLaunch, RouteTables[].Associations, RouteTables[].Routes',
      reads: ['ec2:DescribeRouteTables'],
      read: async (subnet, aws) => {
        // All tables of the VPC at once: one read serves every subnet in it.
        const Filters = [{ Name: 'vpc-id', Values: [told(subnet.VpcId, 'VpcId')] }];
        return routing(subnet, await aws.list('DescribeRouteTables', { Filters }, (page) => page.RouteTables));
      },
    },
  },
});

/** The table a subnet is associated with, or else the main one of its VPC. */
function routing(subnet: Subnet, tables: RouteTable[]): Routing {
  const associated = tables.find((table) => table.Associations?.some(({ SubnetId }) => SubnetId === subnet.SubnetId));
  const table = associated ?? tables.find((each) => each.Associations?.some(({ Main }) => Main === true));
  if (!table) {
    throw undetermined('broken answer', `AWS named neither a route table of ${subnet.SubnetId} nor a main one.`);
  }
  const routes = told(table.Routes, 'Routes');
  const toInternet = routes.filter(({ GatewayId }) => GatewayId?.startsWith('igw-'));
  // A route stays in the table, as a blackhole, when its gateway is gone.
  const live = toInternet.find(({ State }) => State !== 'blackhole');
  const decides = live ?? toInternet[0] ?? routes.find(isDefault);
  const named = `${table.RouteTableId} (${associated ? 'associated with the subnet' : 'main route table of the VPC'})`;
  return {
    public: live !== undefined,
    mapPublicIpOnLaunch: told(subnet.MapPublicIpOnLaunch, 'MapPublicIpOnLaunch'),
    because: `${named}: ${decides ? inWords(decides) : 'no default route'}`,
  };
}

function isDefault({ DestinationCidrBlock, DestinationIpv6CidrBlock }: Route): boolean {
  return DestinationCidrBlock === '0.0.0.0/0' || DestinationIpv6CidrBlock === '::/0';
}

function inWords(route: Route): string {
  const destination = route.DestinationCidrBlock ?? route.DestinationIpv6CidrBlock ?? route.DestinationPrefixListId;
  const next =
    route.GatewayId ??
    route.NatGatewayId ??
    route.TransitGatewayId ??
    route.EgressOnlyInternetGatewayId ??
    route.VpcPeeringConnectionId ??
    route.NetworkInterfaceId ??
    route.LocalGatewayId ??
    route.CarrierGatewayId ??
    route.CoreNetworkArn ??
    route.OdbNetworkArn ??
    'an unnamed target';
  return `${destination} -> ${next}${route.State === 'blackhole' ? ' (blackhole)' : ''}`;
}
