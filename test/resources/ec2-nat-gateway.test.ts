import { DescribeNatGatewaysCommand, DescribeSubnetsCommand, EC2Client, type NatGateway } from '@aws-sdk/client-ec2';
import { mockClient } from 'aws-sdk-client-mock';
import { ec2NatGateway } from '../../src/resources/ec2-nat-gateway';
import { ec2Subnet } from '../../src/resources/ec2-subnet';
import { asking } from './answers';

const ec2 = mockClient(EC2Client);
const { ask, exists } = asking('AWS::EC2::NatGateway', [ec2NatGateway, ec2Subnet]);

const zonal: NatGateway = {
  NatGatewayId: 'nat-1',
  State: 'available',
  VpcId: 'vpc-1',
  SubnetId: 'subnet-1',
  ConnectivityType: 'public',
  NatGatewayAddresses: [{ PublicIp: '203.0.113.7', PrivateIp: '10.0.1.9', AllocationId: 'eipalloc-1' }],
  Tags: [{ Key: 'Name', Value: 'nat-a' }],
};

const regional: NatGateway = {
  ...zonal,
  SubnetId: undefined,
  AvailabilityMode: 'regional',
  NatGatewayAddresses: [
    { PublicIp: '203.0.113.7', AvailabilityZone: 'eu-west-1b' },
    { PublicIp: '203.0.113.8', AvailabilityZone: 'eu-west-1a' },
  ],
};

beforeEach(() => {
  ec2.reset();
  ec2.on(DescribeSubnetsCommand).resolves({ Subnets: [{ SubnetId: 'subnet-1', AvailabilityZone: 'eu-west-1a' }] });
});

test('a NAT gateway in a subnet answers', async () => {
  ec2.on(DescribeNatGatewaysCommand, { Filter: [{ Name: 'nat-gateway-id', Values: ['nat-1'] }] }).resolves({
    NatGateways: [zonal],
  });
  expect(await ask('nat-1', 'identity')).toEqual({
    arn: 'arn:aws:ec2:eu-west-1:123456789012:natgateway/nat-1',
    id: 'nat-1',
  });
  expect(await ask('nat-1', 'lifecycle')).toEqual({ state: 'available', available: true });
  expect(await ask('nat-1', 'tags')).toEqual({ Name: 'nat-a' });
  expect(await ask('nat-1', 'networkPlacement')).toMatchObject({ vpcId: 'vpc-1', subnetIds: ['subnet-1'] });
  expect(await ask('nat-1', 'ipAddresses')).toEqual({
    public: ['203.0.113.7'],
    private: ['10.0.1.9'],
    allocationIds: ['eipalloc-1'],
  });
  expect(await ask('nat-1', 'zones')).toEqual({ zones: ['eu-west-1a'] });
  expect(await ask('nat-1', 'availability')).toEqual({
    multiAz: false,
    detail: 'a NAT gateway in one zone, eu-west-1a',
  });
});

test('a regional NAT gateway is in no subnet and spans zones', async () => {
  ec2.on(DescribeNatGatewaysCommand).resolves({ NatGateways: [regional] });
  expect(await ask('nat-1', 'networkPlacement')).toEqual({ vpcId: 'vpc-1', subnetIds: [], securityGroupIds: [] });
  expect(await ask('nat-1', 'zones')).toEqual({ zones: ['eu-west-1a', 'eu-west-1b'] });
  expect(await ask('nat-1', 'availability')).toEqual({
    multiAz: true,
    detail: 'a regional NAT gateway, now in eu-west-1a, eu-west-1b',
  });
});

test('a private NAT gateway has no public address', async () => {
  const NatGatewayAddresses = [{ PrivateIp: '10.0.1.9' }];
  ec2.on(DescribeNatGatewaysCommand).resolves({ NatGateways: [{ ...zonal, NatGatewayAddresses }] });
  expect(await ask('nat-1', 'ipAddresses')).toEqual({ public: [], private: ['10.0.1.9'], allocationIds: [] });
});

test('a failed gateway says why', async () => {
  const failed: NatGateway = { ...zonal, State: 'failed', FailureMessage: 'Subnet has no Internet gateway attached' };
  ec2.on(DescribeNatGatewaysCommand).resolves({ NatGateways: [failed] });
  expect(await ask('nat-1', 'lifecycle')).toEqual({
    state: 'failed',
    available: false,
    reason: 'Subnet has no Internet gateway attached',
  });
});

test('a gateway that is deleted or not listed does not exist', async () => {
  ec2.on(DescribeNatGatewaysCommand).resolves({ NatGateways: [{ ...zonal, State: 'deleted' }] });
  expect(await Promise.all([exists('nat-1'), exists('nat-9')])).toEqual([false, false]);
});
