import {
  DescribeEgressOnlyInternetGatewaysCommand,
  DescribeFlowLogsCommand,
  DescribeInternetGatewaysCommand,
  DescribeNatGatewaysCommand,
  DescribeSubnetsCommand,
  DescribeVpcAttributeCommand,
  DescribeVpcEndpointsCommand,
  DescribeVpcPeeringConnectionsCommand,
  DescribeVpcsCommand,
  DescribeVpnGatewaysCommand,
  EC2Client,
  type Vpc,
} from '@aws-sdk/client-ec2';
import { mockClient } from 'aws-sdk-client-mock';
import { ec2Vpc } from '../../src/resources/ec2-vpc';
import { asking } from './answers';

const ec2 = mockClient(EC2Client);
const { ask, exists } = asking('AWS::EC2::VPC', [ec2Vpc]);

const minimal: Vpc = { VpcId: 'vpc-1', OwnerId: '123456789012', State: 'available', CidrBlock: '10.0.0.0/16' };

const typical: Vpc = {
  ...minimal,
  CidrBlockAssociationSet: [
    { CidrBlock: '10.0.0.0/16', CidrBlockState: { State: 'associated' } },
    { CidrBlock: '10.1.0.0/16', CidrBlockState: { State: 'associated' } },
    { CidrBlock: '10.2.0.0/16', CidrBlockState: { State: 'disassociated' } },
  ],
  Ipv6CidrBlockAssociationSet: [
    { Ipv6CidrBlock: '2001:db8::/56', Ipv6CidrBlockState: { State: 'associated' } },
    { Ipv6CidrBlock: '2001:db9::/56', Ipv6CidrBlockState: { State: 'disassociating' } },
  ],
  Tags: [{ Key: 'Name', Value: 'main' }],
};

beforeEach(() => ec2.reset());

test('a VPC answers', async () => {
  ec2.on(DescribeVpcsCommand).resolves({ Vpcs: [{ ...minimal, VpcId: 'vpc-2' }, typical] });
  ec2.on(DescribeSubnetsCommand).resolves({
    Subnets: [
      { AvailabilityZone: 'eu-west-1b' },
      { AvailabilityZone: 'eu-west-1a' },
      { AvailabilityZone: 'eu-west-1b' },
    ],
  });
  expect(await ask('vpc-1', 'identity')).toEqual({ arn: 'arn:aws:ec2:eu-west-1:123456789012:vpc/vpc-1', id: 'vpc-1' });
  expect(await ask('vpc-1', 'lifecycle')).toEqual({ state: 'available', available: true });
  expect(await ask('vpc-1', 'tags')).toEqual({ Name: 'main' });
  expect(await ask('vpc-1', 'cidr')).toEqual({ blocks: ['10.0.0.0/16', '10.1.0.0/16', '2001:db8::/56'] });
  expect(await ask('vpc-1', 'zones')).toEqual({ zones: ['eu-west-1a', 'eu-west-1b'] });
});

test('a bare VPC answers', async () => {
  ec2.on(DescribeVpcsCommand).resolves({ Vpcs: [minimal] });
  expect(await ask('vpc-1', 'tags')).toEqual({});
  expect(await ask('vpc-1', 'cidr')).toEqual({ blocks: ['10.0.0.0/16'] });
});

test('the DNS settings are part of its described state', async () => {
  ec2.on(DescribeVpcsCommand).resolves({ Vpcs: [minimal] });
  ec2
    .on(DescribeVpcAttributeCommand, { Attribute: 'enableDnsSupport' })
    .resolves({ EnableDnsSupport: { Value: true } });
  ec2
    .on(DescribeVpcAttributeCommand, { Attribute: 'enableDnsHostnames' })
    .resolves({ EnableDnsHostnames: { Value: false } });
  expect(await ask('vpc-1', 'config')).toMatchObject({
    CidrBlock: '10.0.0.0/16',
    EnableDnsSupport: true,
    EnableDnsHostnames: false,
  });
});

test('a VPC that is not listed does not exist, and its neighbours do', async () => {
  ec2.on(DescribeVpcsCommand).resolves({ Vpcs: [minimal] });
  expect(await Promise.all([exists('vpc-1'), exists('vpc-9')])).toEqual([true, false]);
});

test('an ARN is as good as the id', async () => {
  ec2.on(DescribeVpcsCommand, { Filters: [{ Name: 'vpc-id', Values: ['vpc-1'] }] }).resolves({ Vpcs: [minimal] });
  expect(await ask('arn:aws:ec2:eu-west-1:123456789012:vpc/vpc-1', 'identity')).toMatchObject({ id: 'vpc-1' });
});

test('its DNS settings, flow logs and subnets are asked apart', async () => {
  ec2.on(DescribeVpcsCommand).resolves({ Vpcs: [minimal] });
  ec2
    .on(DescribeVpcAttributeCommand, { Attribute: 'enableDnsSupport' })
    .resolves({ EnableDnsSupport: { Value: true } });
  ec2
    .on(DescribeVpcAttributeCommand, { Attribute: 'enableDnsHostnames' })
    .resolves({ EnableDnsHostnames: { Value: false } });
  ec2.on(DescribeSubnetsCommand).resolves({ Subnets: [{ SubnetId: 'subnet-1' }, { SubnetId: 'subnet-2' }] });
  const log = { FlowLogStatus: 'ACTIVE', TrafficType: 'ALL' as const };
  // A server that ignores the filter answers with the logs of its neighbours.
  ec2.on(DescribeFlowLogsCommand).resolves({
    FlowLogs: [
      { ...log, FlowLogId: 'fl-1', ResourceId: 'vpc-1', LogGroupName: 'traffic' },
      { ...log, FlowLogId: 'fl-2', ResourceId: 'vpc-2' },
    ],
  });
  expect(await ask('vpc-1', 'vpcDns')).toEqual({ support: true, hostnames: false });
  expect(await ask('vpc-1', 'vpcSubnets')).toEqual({ subnetIds: ['subnet-1', 'subnet-2'] });
  expect(await ask('vpc-1', 'flowLogs')).toEqual({
    logs: [
      { id: 'fl-1', trafficType: 'ALL', destinationType: 'cloud-watch-logs', destination: 'traffic', active: true },
    ],
  });
});

test('whatever leads out of it is told, and what is gone or belongs to its neighbours is not', async () => {
  ec2.on(DescribeVpcsCommand).resolves({ Vpcs: [minimal] });
  ec2
    .on(DescribeInternetGatewaysCommand, { Filters: [{ Name: 'attachment.vpc-id', Values: ['vpc-1'] }] })
    .resolves({ InternetGateways: [{ InternetGatewayId: 'igw-1' }] });
  ec2.on(DescribeEgressOnlyInternetGatewaysCommand).resolves({
    EgressOnlyInternetGateways: [
      { EgressOnlyInternetGatewayId: 'eigw-1', Attachments: [{ VpcId: 'vpc-1' }] },
      { EgressOnlyInternetGatewayId: 'eigw-2', Attachments: [{ VpcId: 'vpc-2' }] },
    ],
  });
  ec2.on(DescribeNatGatewaysCommand).resolves({
    NatGateways: [
      { NatGatewayId: 'nat-1', State: 'available' },
      { NatGatewayId: 'nat-2', State: 'deleted' },
    ],
  });
  ec2.on(DescribeVpnGatewaysCommand).resolves({
    VpnGateways: [
      { VpnGatewayId: 'vgw-1', VpcAttachments: [{ VpcId: 'vpc-1', State: 'attached' }] },
      { VpnGatewayId: 'vgw-2', VpcAttachments: [{ VpcId: 'vpc-1', State: 'detached' }] },
    ],
  });
  ec2.on(DescribeVpcPeeringConnectionsCommand).resolves({ VpcPeeringConnections: [] });
  ec2
    .on(DescribeVpcPeeringConnectionsCommand, { Filters: [{ Name: 'accepter-vpc-info.vpc-id', Values: ['vpc-1'] }] })
    .resolves({
      VpcPeeringConnections: [
        { VpcPeeringConnectionId: 'pcx-1', Status: { Code: 'active' } },
        { VpcPeeringConnectionId: 'pcx-2', Status: { Code: 'rejected' } },
      ],
    });
  const { exits } = await ask('vpc-1', 'vpcExits');
  expect(exits.map(({ id }) => id)).toEqual(['igw-1', 'eigw-1', 'nat-1', 'vgw-1', 'pcx-1']);
});

test('its endpoints are told without those that are gone or belong to its neighbours', async () => {
  ec2.on(DescribeVpcsCommand).resolves({ Vpcs: [minimal] });
  const s3 = { VpcId: 'vpc-1', ServiceName: 'com.amazonaws.eu-west-1.s3' };
  ec2.on(DescribeVpcEndpointsCommand).resolves({
    VpcEndpoints: [
      { ...s3, VpcEndpointId: 'vpce-1', State: 'Available' },
      { ...s3, VpcEndpointId: 'vpce-2', State: 'Deleted' },
      { ...s3, VpcEndpointId: 'vpce-3', State: 'Available', VpcId: 'vpc-2' },
    ],
  });
  expect(await ask('vpc-1', 'vpcEndpoints')).toEqual({
    endpoints: [{ id: 'vpce-1', service: 'com.amazonaws.eu-west-1.s3' }],
  });
});

test('a DNS setting that AWS does not tell is not off', async () => {
  ec2.on(DescribeVpcsCommand).resolves({ Vpcs: [minimal] });
  ec2.on(DescribeVpcAttributeCommand).resolves({});
  await expect(ask('vpc-1', 'vpcDns')).rejects.toThrow('without the field EnableDnsSupport');
});
