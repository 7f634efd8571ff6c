import { DescribeRouteTablesCommand, EC2Client, type Route, type RouteTable } from '@aws-sdk/client-ec2';
import { mockClient } from 'aws-sdk-client-mock';
import { ec2RouteTable } from '../../src/resources/ec2-route-table';
import { asking } from './answers';

const ec2 = mockClient(EC2Client);
const { ask, exists } = asking('AWS::EC2::RouteTable', [ec2RouteTable]);

const minimal: RouteTable = { RouteTableId: 'rtb-1', OwnerId: '123456789012', VpcId: 'vpc-1', Routes: [] };
const typical: RouteTable = {
  ...minimal,
  Associations: [
    { Main: false, SubnetId: 'subnet-1', AssociationState: { State: 'associated' } },
    { Main: false, SubnetId: 'subnet-2', AssociationState: { State: 'disassociated' } },
  ],
  Tags: [{ Key: 'Name', Value: 'private' }],
};

beforeEach(() => ec2.reset());

test('a route table answers', async () => {
  ec2.on(DescribeRouteTablesCommand).resolves({ RouteTables: [{ ...minimal, RouteTableId: 'rtb-2' }, typical] });
  expect(await ask('rtb-1', 'identity')).toEqual({
    arn: 'arn:aws:ec2:eu-west-1:123456789012:route-table/rtb-1',
    id: 'rtb-1',
  });
  expect(await ask('rtb-1', 'lifecycle')).toEqual({ available: true });
  expect(await ask('rtb-1', 'tags')).toEqual({ Name: 'private' });
  expect(await ask('rtb-1', 'networkPlacement')).toMatchObject({ vpcId: 'vpc-1' });
  expect(await ask('rtb-1', 'subnetAssociations')).toEqual({ ids: ['subnet-1'], byDefault: false });
});

test('the main table of a VPC holds by default', async () => {
  const Associations = [{ Main: true, AssociationState: { State: 'associated' as const } }];
  ec2.on(DescribeRouteTablesCommand).resolves({ RouteTables: [{ ...minimal, Associations }] });
  expect(await ask('rtb-1', 'subnetAssociations')).toEqual({ ids: [], byDefault: true });
});

test.each<[Route, object]>([
  [
    { DestinationCidrBlock: '10.0.0.0/16', GatewayId: 'local' },
    { kind: 'local', target: 'local', active: true },
  ],
  [{ DestinationCidrBlock: '0.0.0.0/0', GatewayId: 'igw-1', State: 'active' }, { kind: 'internet gateway' }],
  [
    { DestinationCidrBlock: '0.0.0.0/0', NatGatewayId: 'nat-1', State: 'blackhole' },
    { kind: 'nat gateway', active: false },
  ],
  [{ DestinationCidrBlock: '10.1.0.0/16', VpcPeeringConnectionId: 'pcx-1' }, { kind: 'vpc peering connection' }],
  [{ DestinationCidrBlock: '10.2.0.0/16', TransitGatewayId: 'tgw-1' }, { kind: 'transit gateway' }],
  [
    { DestinationCidrBlock: '10.3.0.0/16', GatewayId: 'vgw-1', Origin: 'EnableVgwRoutePropagation' },
    { kind: 'virtual private gateway', propagated: true },
  ],
  [
    { DestinationPrefixListId: 'pl-1', GatewayId: 'vpce-1' },
    { kind: 'vpc endpoint', destination: 'pl-1' },
  ],
  [
    { DestinationIpv6CidrBlock: '::/0', EgressOnlyInternetGatewayId: 'eigw-1' },
    { kind: 'egress-only internet gateway', destination: '::/0' },
  ],
  [
    { DestinationCidrBlock: '0.0.0.0/0', InstanceId: 'i-1', NetworkInterfaceId: 'eni-1' },
    { kind: 'network interface' },
  ],
  [
    { DestinationCidrBlock: '10.4.0.0/16', CarrierGatewayId: 'cagw-1' },
    { kind: 'other', target: 'cagw-1' },
  ],
])('the route %j', async (route, expected) => {
  ec2.on(DescribeRouteTablesCommand).resolves({ RouteTables: [{ ...minimal, Routes: [route] }] });
  expect(await ask('rtb-1', 'tableRoutes')).toMatchObject({ table: 'rtb-1', routes: [expected] });
});

test('a table without the field Routes is not an empty one', async () => {
  ec2.on(DescribeRouteTablesCommand).resolves({ RouteTables: [{ ...minimal, Routes: undefined }] });
  await expect(ask('rtb-1', 'tableRoutes')).rejects.toThrow('without the field Routes');
});

test('a table that is not listed does not exist', async () => {
  ec2.on(DescribeRouteTablesCommand).resolves({ RouteTables: [minimal] });
  expect(await exists('rtb-9')).toBe(false);
});
