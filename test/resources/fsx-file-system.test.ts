import { DescribeNetworkInterfacesCommand, DescribeSubnetsCommand, EC2Client } from '@aws-sdk/client-ec2';
import { DescribeFileSystemsCommand, FSxClient } from '@aws-sdk/client-fsx';
import { mockClient } from 'aws-sdk-client-mock';
import { ec2Subnet } from '../../src/resources/ec2-subnet';
import { fsxFileSystem } from '../../src/resources/fsx-file-system';
import { asking } from './answers';
import { refusal } from './refusal';

const fsx = mockClient(FSxClient);
const ec2 = mockClient(EC2Client);
const { ask, exists } = asking('AWS::FSx::FileSystem', [fsxFileSystem, ec2Subnet]);

const id = 'fs-0a1b2c3d';
const arn = `arn:aws:fsx:eu-west-1:123456789012:file-system/${id}`;
const windows = {
  FileSystemId: id,
  ResourceARN: arn,
  FileSystemType: 'WINDOWS' as const,
  Lifecycle: 'AVAILABLE' as const,
  StorageCapacity: 300,
  StorageType: 'SSD' as const,
  VpcId: 'vpc-1',
  NetworkInterfaceIds: ['eni-1'],
  SubnetIds: ['subnet-1', 'subnet-2'],
  DNSName: 'amznfsx.corp.example.com',
  KmsKeyId: 'k-1',
  Tags: [{ Key: 'team', Value: 'office' }],
  WindowsConfiguration: {
    DeploymentType: 'MULTI_AZ_1' as const,
    ThroughputCapacity: 32,
    WeeklyMaintenanceStartTime: '7:05:00',
    DailyAutomaticBackupStartTime: '03:00',
    AutomaticBackupRetentionDays: 7,
  },
};
const lustre = {
  ...windows,
  FileSystemType: 'LUSTRE' as const,
  FileSystemTypeVersion: '2.15',
  KmsKeyId: undefined,
  Tags: undefined,
  WindowsConfiguration: undefined,
  LustreConfiguration: { DeploymentType: 'SCRATCH_2' as const, WeeklyMaintenanceStartTime: '7:05:00' },
};
const answer = (fields: object) =>
  fsx.on(DescribeFileSystemsCommand, { FileSystemIds: [id] }).resolves({ FileSystems: [fields] });

beforeEach(() => {
  fsx.reset();
  ec2.reset();
  answer(windows);
});

test.each([id, arn, `${id}.fsx.eu-west-1.amazonaws.com`])('%s is found', async (given) => {
  expect(await ask(given, 'identity')).toEqual({ arn, id });
});

test('Windows file shares answer', async () => {
  const zones = ['eu-west-1a', 'eu-west-1b'];
  ec2
    .on(DescribeSubnetsCommand)
    .resolves({ Subnets: zones.map((AvailabilityZone, at) => ({ SubnetId: `subnet-${at + 1}`, AvailabilityZone })) });
  expect(await ask(id, 'lifecycle')).toMatchObject({ state: 'AVAILABLE', available: true });
  expect(await ask(id, 'tags')).toEqual({ team: 'office' });
  expect(await ask(id, 'encryption')).toMatchObject({ kind: 'kms' });
  expect(await ask(id, 'storage')).toEqual({ sizeInGibibytes: 300, type: 'SSD' });
  expect(await ask(id, 'fileSystemThroughput')).toMatchObject({ mebibytesPerSecond: 32 });
  expect(await ask(id, 'backups')).toEqual({ retentionInDays: 7, window: '03:00' });
  expect(await ask(id, 'maintenance')).toEqual({ window: '7:05:00' });
  expect(await ask(id, 'availability')).toMatchObject({ multiAz: true });
  expect(await ask(id, 'zones')).toEqual({ zones });
  ec2.on(DescribeNetworkInterfacesCommand).resolves({ NetworkInterfaces: [{ Groups: [{ GroupId: 'sg-1' }] }] });
  expect(await ask(id, 'networkPlacement')).toEqual({
    vpcId: 'vpc-1',
    subnetIds: ['subnet-1', 'subnet-2'],
    securityGroupIds: ['sg-1'],
  });
  expect(await ask(id, 'serviceEndpoint')).toEqual({ address: 'amznfsx.corp.example.com' });
  await expect(ask(id, 'engine')).rejects.toThrow('a version of Lustre alone');
});

test('a scratch file system of Lustre', async () => {
  answer(lustre);
  expect(await ask(id, 'encryption')).toMatchObject({ kind: 'service-owned' });
  expect(await ask(id, 'engine')).toMatchObject({ name: 'LUSTRE', version: '2.15' });
  expect(await ask(id, 'availability')).toMatchObject({ multiAz: false });
  expect(await ask(id, 'tags')).toEqual({});
  await expect(ask(id, 'backups')).rejects.toThrow('is scratch space (SCRATCH_2)');
});

test('one that failed, and one that is not there', async () => {
  answer({ ...windows, Lifecycle: 'FAILED', FailureDetails: { Message: 'no directory' } });
  expect(await ask(id, 'lifecycle')).toEqual({ state: 'FAILED', available: false, reason: 'no directory' });
  fsx.on(DescribeFileSystemsCommand).rejects(refusal('FileSystemNotFound'));
  expect(await exists('fs-99')).toBe(false);
});
