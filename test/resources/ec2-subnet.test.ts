import {
  DescribeFlowLogsCommand,
  DescribeRouteTablesCommand,
  DescribeSubnetsCommand,
  EC2Client,
  type Route,
  type RouteTable,
  type Subnet,
} from '@aws-sdk/client-ec2';
import { mockClient } from 'aws-sdk-client-mock';
import { ec2Subnet } from '../../src/resources/ec2-subnet';
import { asking } from './answers';

const ec2 = mockClient(EC2Client);
const { ask, exists } = asking('AWS::EC2::Subnet', [ec2Subnet]);

const subnet: Subnet = {
  SubnetId: 'subnet-1',
  SubnetArn: 'arn:aws:ec2:eu-west-1:123456789012:subnet/subnet-1',
  State: 'available',
  VpcId: 'vpc-1',
  CidrBlock: '10.0.1.0/24',
  AvailabilityZone: 'eu-west-1a',
  MapPublicIpOnLaunch: false,
  Ipv6CidrBlockAssociationSet: [{ Ipv6CidrBlock: '2001:db8::/64', Ipv6CidrBlockState: { State: 'associated' } }],
  Tags: [{ Key: 'Name', Value: 'private-1' }],
};

const local: Route = { DestinationCidrBlock: '10.0.0.0/16', GatewayId: 'local', State: 'active' };
const internet: Route = { DestinationCidrBlock: '0.0.0.0/0', GatewayId: 'igw-1', State: 'active' };
const nat: Route = { DestinationCidrBlock: '0.0.0.0/0', NatGatewayId: 'nat-1', State: 'active' };

function table(RouteTableId: string, association: object, ...Routes: Route[]): RouteTable {
  return { RouteTableId, Associations: [association], Routes: [local, ...Routes] };
}

const main = { Main: true };
const own = { Main: false, SubnetId: 'subnet-1' };
const other = { Main: false, SubnetId: 'subnet-2' };

beforeEach(() => {
  ec2.reset();
  ec2.on(DescribeSubnetsCommand).resolves({ Subnets: [subnet] });
});

test('a subnet answers', async () => {
  expect(await ask('subnet-1', 'identity')).toEqual({ arn: subnet.SubnetArn, id: 'subnet-1' });
  expect(await ask('subnet-1', 'lifecycle')).toEqual({ state: 'available', available: true });
  expect(await ask('subnet-1', 'tags')).toEqual({ Name: 'private-1' });
  expect(await ask('subnet-1', 'cidr')).toEqual({ blocks: ['10.0.1.0/24', '2001:db8::/64'] });
  expect(await ask('subnet-1', 'zones')).toEqual({ zones: ['eu-west-1a'] });
  expect(await ask('subnet-1', 'networkPlacement')).toMatchObject({ vpcId: 'vpc-1', subnetIds: ['subnet-1'] });
});

test('an IPv6-only subnet has no IPv4 range', async () => {
  ec2.on(DescribeSubnetsCommand).resolves({ Subnets: [{ ...subnet, CidrBlock: undefined, Ipv6Native: true }] });
  expect(await ask('subnet-1', 'cidr')).toEqual({ blocks: ['2001:db8::/64'] });
});

test.each([
  [
    'its own table leads to the internet',
    [table('rtb-main', main), table('rtb-1', own, internet)],
    true,
    'rtb-1 (associated with the subnet): 0.0.0.0/0 -> igw-1',
  ],
  [
    'its own table wins over the main one',
    [table('rtb-main', main, internet), table('rtb-1', own, nat)],
    false,
    'rtb-1 (associated with the subnet): 0.0.0.0/0 -> nat-1',
  ],
  [
    'the main table stands in',
    [table('rtb-2', other), table('rtb-main', main, internet)],
    true,
    'rtb-main (main route table of the VPC): 0.0.0.0/0 -> igw-1',
  ],
  [
    "a sibling's table does not count",
    [table('rtb-2', other, internet), table('rtb-main', main)],
    false,
    'rtb-main (main route table of the VPC): no default route',
  ],
  [
    'the gateway is gone',
    [table('rtb-1', own, { ...internet, State: 'blackhole' })],
    false,
    'rtb-1 (associated with the subnet): 0.0.0.0/0 -> igw-1 (blackhole)',
  ],
  [
    'only IPv6 leads to the internet',
    [table('rtb-1', own, nat, { DestinationIpv6CidrBlock: '::/0', GatewayId: 'igw-1', State: 'active' })],
    true,
    'rtb-1 (associated with the subnet): ::/0 -> igw-1',
  ],
  [
    'IPv6 goes out only',
    [table('rtb-1', own, { DestinationIpv6CidrBlock: '::/0', EgressOnlyInternetGatewayId: 'eigw-1', State: 'active' })],
    false,
    'rtb-1 (associated with the subnet): ::/0 -> eigw-1',
  ],
  [
    'a VPC endpoint is no gateway to the internet',
    [table('rtb-1', own, { DestinationPrefixListId: 'pl-1', GatewayId: 'vpce-1', State: 'active' })],
    false,
    'rtb-1 (associated with the subnet): no default route',
  ],
] as const)('routing when %s', async (_, RouteTables, expected, because) => {
  ec2
    .on(DescribeRouteTablesCommand, { Filters: [{ Name: 'vpc-id', Values: ['vpc-1'] }] })
    .resolves({ RouteTables: [...RouteTables] });
  expect(await ask('subnet-1', 'routing')).toEqual({ public: expected, mapPublicIpOnLaunch: false, because });
});

test('without any route table nothing is said', async () => {
  ec2.on(DescribeRouteTablesCommand).resolves({ RouteTables: [table('rtb-2', other, internet)] });
  await expect(ask('subnet-1', 'routing')).rejects.toThrow('neither a route table of subnet-1 nor a main one');
});

test('a subnet that is not listed does not exist', async () => {
  expect(await exists('subnet-9')).toBe(false);
});

test('its routes are those of the table it uses', async () => {
  ec2
    .on(DescribeRouteTablesCommand)
    .resolves({ RouteTables: [table('rtb-main', main, internet), table('rtb-1', own, nat)] });
  expect(await ask('subnet-1', 'tableRoutes')).toEqual({
    table: 'rtb-1 (associated with the subnet)',
    routes: [
      { destination: '10.0.0.0/16', kind: 'local', target: 'local', active: true, propagated: false },
      { destination: '0.0.0.0/0', kind: 'nat gateway', target: 'nat-1', active: true, propagated: false },
    ],
  });
});

test('flow logs of its VPC record the subnet too', async () => {
  const log = { FlowLogStatus: 'ACTIVE', TrafficType: 'ALL' as const };
  ec2
    .on(DescribeFlowLogsCommand, { Filter: [{ Name: 'resource-id', Values: ['subnet-1'] }] })
    .resolves({ FlowLogs: [{ ...log, FlowLogId: 'fl-1', ResourceId: 'subnet-1' }] });
  ec2
    .on(DescribeFlowLogsCommand, { Filter: [{ Name: 'resource-id', Values: ['vpc-1'] }] })
    .resolves({ FlowLogs: [{ ...log, FlowLogId: 'fl-2', ResourceId: 'vpc-1' }] });
  const { logs } = await ask('subnet-1', 'flowLogs');
  expect(logs.map(({ id }) => id)).toEqual(['fl-1', 'fl-2']);
});
