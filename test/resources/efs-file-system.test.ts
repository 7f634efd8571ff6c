import {
  DescribeBackupPolicyCommand,
  DescribeFileSystemPolicyCommand,
  DescribeFileSystemsCommand,
  DescribeLifecycleConfigurationCommand,
  DescribeMountTargetSecurityGroupsCommand,
  DescribeMountTargetsCommand,
  EFSClient,
} from '@aws-sdk/client-efs';
import { mockClient } from 'aws-sdk-client-mock';
import { efsFileSystem } from '../../src/resources/efs-file-system';
import { asking } from './answers';
import { refusal } from './refusal';

const efs = mockClient(EFSClient);
const { ask, exists } = asking('AWS::EFS::FileSystem', [efsFileSystem]);

const id = 'fs-0a1b2c3d';
const arn = `arn:aws:elasticfilesystem:eu-west-1:123456789012:file-system/${id}`;
const typical = {
  OwnerId: '123456789012',
  CreationToken: 'token',
  FileSystemId: id,
  FileSystemArn: arn,
  Name: 'shared',
  CreationTime: new Date(0),
  LifeCycleState: 'available' as const,
  NumberOfMountTargets: 2,
  SizeInBytes: { Value: 6144 },
  PerformanceMode: 'generalPurpose' as const,
  Encrypted: true,
  KmsKeyId: 'k-1',
  ThroughputMode: 'provisioned' as const,
  ProvisionedThroughputInMibps: 100,
  Tags: [{ Key: 'Name', Value: 'shared' }],
};
const target = (zone: string) => ({
  MountTargetId: `fsmt-${zone}`,
  FileSystemId: id,
  SubnetId: `subnet-${zone}`,
  VpcId: 'vpc-1',
  LifeCycleState: 'available' as const,
  AvailabilityZoneName: zone,
});
const answer = (fields: object = {}) =>
  efs.on(DescribeFileSystemsCommand, { FileSystemId: id }).resolves({ FileSystems: [{ ...typical, ...fields }] });

beforeEach(() => {
  efs.reset();
  answer();
  efs.on(DescribeMountTargetsCommand).resolves({ MountTargets: [target('eu-west-1b'), target('eu-west-1a')] });
});

test.each([id, arn, `${id}.efs.eu-west-1.amazonaws.com`])('%s is found', async (given) => {
  expect(await ask(given, 'identity')).toEqual({ arn, id, name: 'shared' });
});

test('a file system answers', async () => {
  efs.on(DescribeMountTargetSecurityGroupsCommand).resolves({ SecurityGroups: ['sg-1'] });
  efs.on(DescribeBackupPolicyCommand).resolves({ BackupPolicy: { Status: 'ENABLED' } });
  efs.on(DescribeLifecycleConfigurationCommand).resolves({ LifecyclePolicies: [{ TransitionToIA: 'AFTER_30_DAYS' }] });
  expect(await ask(id, 'lifecycle')).toEqual({ state: 'available', available: true });
  expect(await ask(id, 'tags')).toEqual({ Name: 'shared' });
  expect(await ask(id, 'encryption')).toMatchObject({ kind: 'kms' });
  expect(await ask(id, 'fileSystemThroughput')).toEqual({ mode: 'provisioned', mebibytesPerSecond: 100 });
  expect(await ask(id, 'automaticBackups')).toEqual({ enabled: true, state: 'ENABLED' });
  expect(await ask(id, 'zones')).toEqual({ zones: ['eu-west-1a', 'eu-west-1b'] });
  expect(await ask(id, 'availability')).toMatchObject({ multiAz: true });
  expect((await ask(id, 'mountTargets')).targets).toHaveLength(2);
  expect(await ask(id, 'networkPlacement')).toMatchObject({ vpcId: 'vpc-1', securityGroupIds: ['sg-1'] });
  expect(await ask(id, 'config')).toMatchObject({ LifecyclePolicies: [{ TransitionToIA: 'AFTER_30_DAYS' }] });
});

test('what was never set up', async () => {
  efs.on(DescribeFileSystemPolicyCommand).rejects(refusal('PolicyNotFound', 404));
  efs.on(DescribeBackupPolicyCommand).rejects(refusal('PolicyNotFound', 404));
  answer({
    Encrypted: false,
    KmsKeyId: undefined,
    ThroughputMode: 'bursting',
    ProvisionedThroughputInMibps: undefined,
  });
  expect(await ask(id, 'resourcePolicy')).toMatchObject({ arn, statements: [] });
  expect(await ask(id, 'automaticBackups')).toEqual({ enabled: false, state: 'DISABLED' });
  expect(await ask(id, 'encryption')).toMatchObject({ kind: 'none' });
  expect(await ask(id, 'fileSystemThroughput')).toEqual({ mode: 'bursting' });
});

test('One Zone storage and a lone mount target do not outlive a zone', async () => {
  answer({ AvailabilityZoneName: 'eu-west-1a' });
  expect(await ask(id, 'availability')).toEqual({ multiAz: false, detail: 'One Zone storage in eu-west-1a' });
  answer();
  efs.on(DescribeMountTargetsCommand).resolves({ MountTargets: [target('eu-west-1a')] });
  expect(await ask(id, 'availability')).toMatchObject({ multiAz: false });
});

test('one that is not there', async () => {
  efs.on(DescribeFileSystemsCommand).rejects(refusal('FileSystemNotFound', 404));
  expect(await exists('fs-99')).toBe(false);
});
