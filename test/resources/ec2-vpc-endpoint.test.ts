import { DescribeSubnetsCommand, DescribeVpcEndpointsCommand, EC2Client, type VpcEndpoint } from '@aws-sdk/client-ec2';
import { mockClient } from 'aws-sdk-client-mock';
import { ec2Subnet } from '../../src/resources/ec2-subnet';
import { ec2VpcEndpoint } from '../../src/resources/ec2-vpc-endpoint';
import { asking } from './answers';

const ec2 = mockClient(EC2Client);
const { ask, exists } = asking('AWS::EC2::VPCEndpoint', [ec2VpcEndpoint, ec2Subnet]);

const gateway: VpcEndpoint = {
  VpcEndpointId: 'vpce-1',
  VpcEndpointType: 'Gateway',
  VpcId: 'vpc-1',
  ServiceName: 'com.amazonaws.eu-west-1.s3',
  State: 'available' as VpcEndpoint['State'],
  OwnerId: '123456789012',
  RouteTableIds: ['rtb-1'],
  PolicyDocument: JSON.stringify({ Statement: [{ Effect: 'Allow', Principal: '*', Action: 's3:*', Resource: '*' }] }),
};

const subnets = ['a', 'b'].map((zone) => ({ SubnetId: `subnet-${zone}`, AvailabilityZone: `eu-west-1${zone}` }));
const interfaceEndpoint: VpcEndpoint = {
  ...gateway,
  VpcEndpointType: 'Interface',
  ServiceName: 'com.amazonaws.eu-west-1.secretsmanager',
  PrivateDnsEnabled: true,
  RouteTableIds: [],
  SubnetIds: ['subnet-a', 'subnet-b'],
  Groups: [{ GroupId: 'sg-1' }],
  Tags: [{ Key: 'Name', Value: 'secrets' }],
};

function answer(endpoint: VpcEndpoint): void {
  ec2.on(DescribeVpcEndpointsCommand).resolves({ VpcEndpoints: [endpoint] });
}

beforeEach(() => ec2.reset());

test('a gateway endpoint answers', async () => {
  answer(gateway);
  expect(await ask('vpce-1', 'identity')).toEqual({
    arn: 'arn:aws:ec2:eu-west-1:123456789012:vpc-endpoint/vpce-1',
    id: 'vpce-1',
  });
  expect(await ask('vpce-1', 'lifecycle')).toEqual({ state: 'available', available: true });
  expect(await ask('vpce-1', 'tags')).toEqual({});
  expect(await ask('vpce-1', 'endpointService')).toEqual({
    name: 'com.amazonaws.eu-west-1.s3',
    type: 'Gateway',
    privateDns: false,
  });
  expect(await ask('vpce-1', 'subnetAssociations')).toEqual({ ids: ['rtb-1'], byDefault: false });
  expect(await ask('vpce-1', 'resourcePolicy')).toMatchObject({
    account: '123456789012',
    statements: [{ effect: 'Allow', actions: ['s3:*'] }],
  });
  await expect(ask('vpce-1', 'zones')).rejects.toThrow('serves every zone');
});

test('an interface endpoint answers', async () => {
  answer(interfaceEndpoint);
  ec2.on(DescribeSubnetsCommand).resolves({ Subnets: subnets });
  expect(await ask('vpce-1', 'networkPlacement')).toEqual({
    vpcId: 'vpc-1',
    subnetIds: ['subnet-a', 'subnet-b'],
    securityGroupIds: ['sg-1'],
  });
  expect(await ask('vpce-1', 'endpointService')).toMatchObject({ type: 'Interface', privateDns: true });
  expect(await ask('vpce-1', 'zones')).toEqual({ zones: ['eu-west-1a', 'eu-west-1b'] });
});

test('an endpoint that waits says so, however its state is spelled', async () => {
  answer({ ...gateway, State: 'PendingAcceptance', LastError: { Message: 'not accepted yet' } });
  expect(await ask('vpce-1', 'lifecycle')).toEqual({
    state: 'pendingAcceptance',
    available: false,
    reason: 'not accepted yet',
  });
  answer({ ...gateway, State: 'Available' });
  expect(await ask('vpce-1', 'lifecycle')).toEqual({ state: 'available', available: true });
});

test('an endpoint that is deleted or not listed does not exist', async () => {
  answer({ ...gateway, State: 'Deleted' });
  expect(await Promise.all([exists('vpce-1'), exists('vpce-9')])).toEqual([false, false]);
});
