import {
  DescribeInstanceAttributeCommand,
  DescribeInstanceStatusCommand,
  DescribeInstancesCommand,
  DescribeVolumesCommand,
  EC2Client,
  type Instance,
  type Volume,
} from '@aws-sdk/client-ec2';
import { mockClient } from 'aws-sdk-client-mock';
import { ec2Instance } from '../../src/resources/ec2-instance';
import { asking } from './answers';

const ec2 = mockClient(EC2Client);
const { ask, exists } = asking('AWS::EC2::Instance', [ec2Instance]);

const minimal: Instance = {
  InstanceId: 'i-1',
  State: { Name: 'running' },
  VpcId: 'vpc-1',
  SubnetId: 'subnet-1',
  SecurityGroups: [{ GroupId: 'sg-1', GroupName: 'web' }],
  Placement: { AvailabilityZone: 'eu-west-1a' },
  PrivateIpAddress: '10.0.1.5',
  PrivateDnsName: 'ip-10-0-1-5.eu-west-1.compute.internal',
  PublicDnsName: '',
  InstanceType: 't3.micro',
  ImageId: 'ami-1',
  Architecture: 'x86_64',
  Monitoring: { State: 'disabled' },
  MetadataOptions: { HttpTokens: 'required', HttpEndpoint: 'enabled', HttpPutResponseHopLimit: 1 },
};

const typical: Instance = {
  ...minimal,
  PublicIpAddress: '203.0.113.7',
  PublicDnsName: 'ec2-203-0-113-7.eu-west-1.compute.amazonaws.com',
  NetworkInterfaces: [
    {
      PrivateIpAddresses: [
        { PrivateIpAddress: '10.0.1.5', Association: { PublicIp: '203.0.113.7' } },
        { PrivateIpAddress: '10.0.1.6' },
      ],
    },
  ],
  KeyName: 'deploy',
  EbsOptimized: true,
  Monitoring: { State: 'enabled' },
  IamInstanceProfile: { Arn: 'arn:aws:iam::123456789012:instance-profile/web' },
  Tags: [{ Key: 'Name', Value: 'web' }],
};

const key = 'arn:aws:kms:eu-west-1:123456789012:key/k-1';
const volume = (VolumeId: string, more: Partial<Volume> = {}): Volume => ({
  VolumeId,
  Encrypted: true,
  KmsKeyId: key,
  ...more,
});

function answer(...Instances: Instance[]): void {
  ec2.on(DescribeInstancesCommand).resolves({ Reservations: [{ OwnerId: '123456789012', Instances }] });
}

beforeEach(() => ec2.reset());

test('an instance answers', async () => {
  answer({ ...minimal, InstanceId: 'i-2' }, typical);
  expect(await ask('i-1', 'identity')).toEqual({ arn: 'arn:aws:ec2:eu-west-1:123456789012:instance/i-1', id: 'i-1' });
  expect(await ask('i-1', 'lifecycle')).toEqual({ state: 'running', available: true });
  expect(await ask('i-1', 'tags')).toEqual({ Name: 'web' });
  expect(await ask('i-1', 'zones')).toEqual({ zones: ['eu-west-1a'] });
  expect(await ask('i-1', 'networkPlacement')).toEqual({
    vpcId: 'vpc-1',
    subnetIds: ['subnet-1'],
    securityGroupIds: ['sg-1'],
  });
  expect(await ask('i-1', 'publicAccess')).toEqual({ public: true, because: 'it has the public address 203.0.113.7' });
  expect(await ask('i-1', 'ipAddresses')).toEqual({
    public: ['203.0.113.7'],
    private: ['10.0.1.5', '10.0.1.6'],
    allocationIds: [],
  });
  expect(await ask('i-1', 'machine')).toEqual({
    instanceTypes: ['t3.micro'],
    imageId: 'ami-1',
    keyName: 'deploy',
    detailedMonitoring: true,
    ebsOptimized: true,
  });
  expect(await ask('i-1', 'instanceProfile')).toEqual({ profile: 'arn:aws:iam::123456789012:instance-profile/web' });
  expect(await ask('i-1', 'metadataService')).toEqual({
    enabled: true,
    tokensRequired: true,
    hopLimit: 1,
    detail: 'HttpTokens required',
  });
  expect(await ask('i-1', 'processorArchitecture')).toEqual({ architectures: ['x86_64'] });
});

test('a bare instance answers', async () => {
  answer({ ...minimal, MetadataOptions: { HttpTokens: 'optional', HttpEndpoint: 'disabled' } });
  expect(await ask('i-1', 'tags')).toEqual({});
  expect(await ask('i-1', 'publicAccess')).toMatchObject({ public: false });
  expect(await ask('i-1', 'ipAddresses')).toEqual({ public: [], private: ['10.0.1.5'], allocationIds: [] });
  expect(await ask('i-1', 'instanceProfile')).toEqual({});
  expect(await ask('i-1', 'metadataService')).toMatchObject({ enabled: false, detail: 'HttpEndpoint disabled' });
});

test('a stopped instance says why', async () => {
  answer({ ...minimal, State: { Name: 'stopped' }, StateReason: { Message: 'Client.UserInitiatedShutdown' } });
  expect(await ask('i-1', 'lifecycle')).toEqual({
    state: 'stopped',
    available: false,
    reason: 'Client.UserInitiatedShutdown',
  });
});

test.each<[string, Volume[], object]>([
  ['one key', [volume('vol-1'), volume('vol-2')], { kind: 'kms', key: { id: key, region: 'eu-west-1' } }],
  [
    'one open volume',
    [volume('vol-1'), volume('vol-2', { Encrypted: false, KmsKeyId: undefined })],
    { kind: 'none', mode: 'Encrypted false (vol-2)' },
  ],
])('encryption with %s', async (_, Volumes, expected) => {
  answer(minimal);
  ec2
    .on(DescribeVolumesCommand, { Filters: [{ Name: 'attachment.instance-id', Values: ['i-1'] }] })
    .resolves({ Volumes });
  expect(await ask('i-1', 'encryption')).toMatchObject(expected);
});

test.each<[string, Volume[], string]>([
  ['several keys', [volume('vol-1'), volume('vol-2', { KmsKeyId: 'other' })], 'with 2 keys'],
  ['no volume', [], 'It has no EBS volume'],
  ['a silent volume', [volume('vol-1', { Encrypted: undefined })], 'without the field Volumes[].Encrypted'],
])('encryption with %s is not judged', async (_, Volumes, message) => {
  answer(minimal);
  ec2.on(DescribeVolumesCommand).resolves({ Volumes });
  await expect(ask('i-1', 'encryption')).rejects.toThrow(message);
});

test('protection against termination and status checks are read apart', async () => {
  answer(minimal);
  ec2
    .on(DescribeInstanceAttributeCommand, { Attribute: 'disableApiTermination' })
    .resolves({ DisableApiTermination: { Value: true } });
  ec2.on(DescribeInstanceStatusCommand).resolves({
    InstanceStatuses: [{ InstanceStatus: { Status: 'impaired' }, SystemStatus: { Status: 'ok' } }],
  });
  expect(await ask('i-1', 'deletionProtection')).toEqual({ enabled: true });
  expect(await ask('i-1', 'reportedHealth')).toEqual({
    healthy: false,
    detail: 'instance status impaired, system status ok',
  });
});

test('an instance is found by its DNS names', async () => {
  ec2
    .on(DescribeInstancesCommand, { Filters: [{ Name: 'dns-name', Values: [String(typical.PublicDnsName)] }] })
    .resolves({ Reservations: [{ OwnerId: '123456789012', Instances: [typical] }] });
  ec2
    .on(DescribeInstancesCommand, { Filters: [{ Name: 'private-dns-name', Values: [String(typical.PrivateDnsName)] }] })
    .resolves({ Reservations: [{ OwnerId: '123456789012', Instances: [typical] }] });
  expect(await ask(String(typical.PublicDnsName), 'identity')).toMatchObject({ id: 'i-1' });
  expect(await ask(String(typical.PrivateDnsName), 'identity')).toMatchObject({ id: 'i-1' });
});

test('an instance that is terminated or not listed does not exist', async () => {
  answer({ ...minimal, State: { Name: 'terminated' } });
  expect(await Promise.all([exists('i-1'), exists('i-9')])).toEqual([false, false]);
});
