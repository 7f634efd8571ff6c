import {
  DescribeStreamSummaryCommand,
  GetResourcePolicyCommand,
  KinesisClient,
  ListTagsForStreamCommand,
  type StreamDescriptionSummary,
} from '@aws-sdk/client-kinesis';
import { mockClient } from 'aws-sdk-client-mock';
import { kinesisStream } from '../../src/resources/kinesis-stream';
import { asking } from './answers';
import { refusal } from './refusal';

const kinesis = mockClient(KinesisClient);
const { ask, exists } = asking('AWS::Kinesis::Stream', [kinesisStream]);

const arn = 'arn:aws:kinesis:eu-west-1:123456789012:stream/orders';
const typical: StreamDescriptionSummary = {
  StreamName: 'orders',
  StreamARN: arn,
  StreamStatus: 'ACTIVE',
  RetentionPeriodHours: 48,
  StreamCreationTimestamp: new Date(0),
  EnhancedMonitoring: [{ ShardLevelMetrics: [] }],
  OpenShardCount: 1,
  EncryptionType: 'NONE',
};

function answer(fields: Partial<StreamDescriptionSummary> = {}) {
  kinesis
    .on(DescribeStreamSummaryCommand, { StreamName: 'orders' })
    .resolves({ StreamDescriptionSummary: { ...typical, ...fields } });
}

beforeEach(() => {
  kinesis.reset();
  answer();
});

test.each(['orders', arn, `${arn}/consumer/reports:1700000000`])('%s is found', async (id) => {
  expect(await ask(id, 'identity')).toEqual({ arn, id: 'orders' });
  expect(await ask(id, 'retention')).toEqual({ seconds: 172_800, detail: 'RetentionPeriodHours 48' });
});

test('a stream that is not there does not exist', async () => {
  kinesis.on(DescribeStreamSummaryCommand).rejects(refusal('ResourceNotFoundException'));
  expect(await exists('orders')).toBe(false);
});

test.each([
  ['ACTIVE', true],
  ['UPDATING', true],
  ['CREATING', false],
  ['DELETING', false],
] as const)('state %s', async (StreamStatus, available) => {
  answer({ StreamStatus });
  expect(await ask('orders', 'lifecycle')).toMatchObject({ state: StreamStatus, available });
});

test.each(['alias/aws/kinesis', '1a2b3c4d-5e6f-4a1b-8c2d-3e4f5a6b7c8d', 'arn:aws:kms:eu-west-1:123456789012:key/k-1'])(
  'encryption with the key %s',
  async (KeyId) => {
    answer({ EncryptionType: 'KMS', KeyId });
    expect(await ask('orders', 'encryption')).toMatchObject({ kind: 'kms', mode: 'KMS', key: { id: KeyId } });
  },
);

test('no encryption is told, never assumed', async () => {
  expect(await ask('orders', 'encryption')).toEqual({ kind: 'none', mode: 'NONE' });
  answer({ EncryptionType: undefined });
  await expect(ask('orders', 'encryption')).rejects.toThrow('AWS answered without the field EncryptionType');
});

test('tags go on after the last one', async () => {
  kinesis
    .on(ListTagsForStreamCommand)
    .resolves({ Tags: [{ Key: 'team', Value: 'orders' }], HasMoreTags: true })
    .on(ListTagsForStreamCommand, { ExclusiveStartTagKey: 'team' })
    .resolves({ Tags: [{ Key: 'env', Value: 'prod' }], HasMoreTags: false });
  expect(await ask('orders', 'tags')).toEqual({ team: 'orders', env: 'prod' });
});

test('a list of tags that never ends is a broken answer', async () => {
  kinesis.on(ListTagsForStreamCommand).resolves({ Tags: [{ Key: 'team', Value: 'orders' }], HasMoreTags: true });
  await expect(ask('orders', 'tags')).rejects.toThrow('ListTagsForStream');
});

test('no policy, told in either way', async () => {
  kinesis.on(GetResourcePolicyCommand).resolvesOnce({ Policy: '{}' });
  expect(await ask('orders', 'resourcePolicy')).toMatchObject({ arn, statements: [] });
  kinesis.on(GetResourcePolicyCommand).rejects(refusal('ResourceNotFoundException'));
  expect(await ask('orders', 'resourcePolicy')).toMatchObject({ arn, statements: [] });
});

test('shards and mode', async () => {
  expect(await ask('orders', 'shards')).toEqual({ count: 1 });
  answer({ OpenShardCount: 4, StreamModeDetails: { StreamMode: 'ON_DEMAND' } });
  expect(await ask('orders', 'shards')).toEqual({ count: 4, mode: 'ON_DEMAND' });
});
