import { DescribeVolumesCommand, EC2Client, type Volume } from '@aws-sdk/client-ec2';
import { mockClient } from 'aws-sdk-client-mock';
import { ec2Volume } from '../../src/resources/ec2-volume';
import { asking } from './answers';

const ec2 = mockClient(EC2Client);
const { ask, exists } = asking('AWS::EC2::Volume', [ec2Volume]);

const open: Volume = {
  VolumeId: 'vol-1',
  State: 'available',
  Encrypted: false,
  AvailabilityZone: 'eu-west-1a',
  Size: 8,
  VolumeType: 'standard',
  Attachments: [],
};

const typical: Volume = {
  ...open,
  State: 'in-use',
  Encrypted: true,
  KmsKeyId: 'arn:aws:kms:eu-west-1:123456789012:key/k-1',
  VolumeType: 'gp3',
  Iops: 3000,
  Attachments: [{ InstanceId: 'i-1', State: 'attached' }],
  Tags: [{ Key: 'Name', Value: 'data' }],
};

beforeEach(() => ec2.reset());

test('a volume answers', async () => {
  ec2.on(DescribeVolumesCommand).resolves({ Volumes: [{ ...open, VolumeId: 'vol-2' }, typical] });
  expect(await ask('vol-1', 'identity')).toEqual({
    arn: 'arn:aws:ec2:eu-west-1:123456789012:volume/vol-1',
    id: 'vol-1',
  });
  expect(await ask('vol-1', 'lifecycle')).toEqual({ state: 'in-use', available: true });
  expect(await ask('vol-1', 'tags')).toEqual({ Name: 'data' });
  expect(await ask('vol-1', 'encryption')).toMatchObject({ kind: 'kms', key: { id: typical.KmsKeyId } });
  expect(await ask('vol-1', 'zones')).toEqual({ zones: ['eu-west-1a'] });
  expect(await ask('vol-1', 'storage')).toEqual({ sizeInGibibytes: 8, type: 'gp3', iops: 3000 });
  expect(await ask('vol-1', 'attachments')).toEqual({
    attachments: [{ to: 'i-1', state: 'attached', ready: true }],
  });
});

test('a volume that nobody uses is available and open', async () => {
  ec2.on(DescribeVolumesCommand).resolves({ Volumes: [open] });
  expect(await ask('vol-1', 'lifecycle')).toEqual({ state: 'available', available: true });
  expect(await ask('vol-1', 'encryption')).toEqual({ kind: 'none', mode: 'Encrypted false (vol-1)' });
  expect(await ask('vol-1', 'attachments')).toEqual({ attachments: [] });
  expect(await ask('vol-1', 'storage')).toEqual({ sizeInGibibytes: 8, type: 'standard' });
});

test('a key that EBS owns is no key of the account', async () => {
  ec2.on(DescribeVolumesCommand).resolves({ Volumes: [{ ...typical, KmsKeyId: undefined, SseType: 'sse-ebs' }] });
  expect(await ask('vol-1', 'encryption')).toEqual({ kind: 'service-owned', mode: 'SseType sse-ebs' });
});

test('an encrypted volume without its key cannot be judged', async () => {
  ec2.on(DescribeVolumesCommand).resolves({ Volumes: [{ ...typical, KmsKeyId: '' }] });
  await expect(ask('vol-1', 'encryption')).rejects.toThrow('without the field Volumes[].KmsKeyId');
});

test('a deleted volume and one that is not listed do not exist', async () => {
  ec2.on(DescribeVolumesCommand).resolves({ Volumes: [{ ...open, State: 'deleted' }] });
  expect(await Promise.all([exists('vol-1'), exists('vol-9')])).toEqual([false, false]);
});
