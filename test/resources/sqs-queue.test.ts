import { GetQueueAttributesCommand, GetQueueUrlCommand, ListQueueTagsCommand, SQSClient } from '@aws-sdk/client-sqs';
import { mockClient } from 'aws-sdk-client-mock';
import { sqsQueue } from '../../src/resources/sqs-queue';
import { asking } from './answers';
import { refusal } from './refusal';

const sqs = mockClient(SQSClient);
const { ask, exists } = asking('AWS::SQS::Queue', [sqsQueue]);

const arn = 'arn:aws:sqs:eu-west-1:123456789012:orders';
const url = 'https://sqs.eu-west-1.amazonaws.com/123456789012/orders';
const minimal: Record<string, string> = {
  QueueArn: arn,
  CreatedTimestamp: '1795302139',
  DelaySeconds: '0',
  MaximumMessageSize: '1048576',
  MessageRetentionPeriod: '345600',
  VisibilityTimeout: '30',
  SqsManagedSseEnabled: 'true',
};
const typical = {
  ...minimal,
  KmsMasterKeyId: 'alias/orders',
  SqsManagedSseEnabled: 'false',
  FifoQueue: 'true',
  RedrivePolicy: '{"deadLetterTargetArn":"arn:aws:sqs:eu-west-1:123456789012:orders-dlq","maxReceiveCount":3}',
  Policy: '{"Statement":[{"Effect":"Allow","Principal":{"Service":"sns.amazonaws.com"},"Action":"sqs:SendMessage"}]}',
};

function answer(Attributes: Record<string, string> | undefined) {
  sqs.on(GetQueueAttributesCommand, { QueueUrl: url, AttributeNames: ['All'] }).resolves({ Attributes });
}

beforeEach(() => {
  sqs.reset();
  sqs
    .on(GetQueueUrlCommand, { QueueName: 'orders' }, true)
    .resolves({ QueueUrl: url })
    .on(GetQueueUrlCommand, { QueueName: 'orders', QueueOwnerAWSAccountId: '123456789012' }, true)
    .resolves({ QueueUrl: url });
  answer(typical);
});

test.each([url, arn, 'orders'])('%s is found', async (id) => {
  expect(await ask(id, 'identity')).toEqual({ arn, id: url, name: 'orders' });
  expect(await ask(id, 'lifecycle')).toEqual({ available: true });
});

test.each(['QueueDoesNotExist', 'AWS.SimpleQueueService.NonExistentQueue'])('%s is not found', async (code) => {
  sqs.on(GetQueueAttributesCommand).rejects(refusal(code));
  expect(await exists(url)).toBe(false);
});

test('the name of a queue that is not there is not found either', async () => {
  sqs.on(GetQueueUrlCommand).rejects(refusal('QueueDoesNotExist'));
  expect(await exists('gone')).toBe(false);
});

test('KMS, the service itself, and nothing are three answers', async () => {
  expect(await ask(url, 'encryption')).toEqual({
    kind: 'kms',
    mode: 'SSE-KMS',
    key: { type: 'AWS::KMS::Key', id: 'alias/orders' },
  });
  answer(minimal);
  expect(await ask(url, 'encryption')).toEqual({ kind: 'service-owned', mode: 'SSE-SQS' });
  answer({ ...minimal, SqsManagedSseEnabled: 'false' });
  expect(await ask(url, 'encryption')).toEqual({ kind: 'none', mode: 'SqsManagedSseEnabled false' });
});

test('an answer without attributes is never read as off', async () => {
  const { SqsManagedSseEnabled, ...untold } = minimal;
  answer(untold);
  await expect(ask(url, 'encryption')).rejects.toThrow('without the field Attributes.SqsManagedSseEnabled');
  answer(undefined);
  await expect(ask(url, 'deadLetter')).rejects.toThrow('AWS answered without the field Attributes');
});

test.each([
  [typical.RedrivePolicy, { target: 'arn:aws:sqs:eu-west-1:123456789012:orders-dlq', maxReceiveCount: 3 }],
  ['{"deadLetterTargetArn":"arn:x","maxReceiveCount":"5"}', { target: 'arn:x', maxReceiveCount: 5 }],
  ['', {}],
])('dead letters by %s', async (RedrivePolicy, expected) => {
  answer({ ...minimal, RedrivePolicy });
  expect(await ask(url, 'deadLetter')).toEqual(expected);
});

test('no dead letter queue, and a policy that names none', async () => {
  answer(minimal);
  expect(await ask(url, 'deadLetter')).toEqual({});
  answer({ ...minimal, RedrivePolicy: '{}' });
  await expect(ask(url, 'deadLetter')).rejects.toThrow('AWS answered with a RedrivePolicy that names no queue: {}');
});

test('retention and policy', async () => {
  expect(await ask(url, 'retention')).toEqual({ seconds: 345_600, detail: 'MessageRetentionPeriod 345600' });
  expect(await ask(url, 'resourcePolicy')).toMatchObject({
    arn,
    region: 'eu-west-1',
    account: '123456789012',
    statements: [{ actions: ['sqs:SendMessage'] }],
  });
  answer(minimal);
  expect(await ask(url, 'resourcePolicy')).toMatchObject({ statements: [] });
});

test('tags, and none', async () => {
  sqs
    .on(ListQueueTagsCommand, { QueueUrl: url })
    .resolvesOnce({ Tags: { team: 'orders' } })
    .resolves({});
  expect(await ask(url, 'tags')).toEqual({ team: 'orders' });
  expect(await ask(url, 'tags')).toEqual({});
});

test('the described state has numbers, booleans and JSON', async () => {
  answer({ ...typical, KmsMasterKeyId: '123' });
  expect(await ask(url, 'config')).toMatchObject({
    QueueName: 'orders',
    Arn: arn,
    VisibilityTimeout: 30,
    FifoQueue: true,
    KmsMasterKeyId: '123',
    RedrivePolicy: { maxReceiveCount: 3 },
    Policy: { Statement: [{ Effect: 'Allow' }] },
  });
});

test('order and delivery', async () => {
  answer({ ...minimal, ReceiveMessageWaitTimeSeconds: '20' });
  expect(await ask(url, 'fifoOrdering')).toEqual({ enabled: false, contentBasedDeduplication: false });
  expect(await ask(url, 'queueDelivery')).toEqual({
    visibilityTimeoutInSeconds: 30,
    delayInSeconds: 0,
    receiveWaitTimeInSeconds: 20,
    maximumMessageSizeInBytes: 1_048_576,
  });
  answer({ ...typical, ContentBasedDeduplication: 'true' });
  expect(await ask(url, 'fifoOrdering')).toEqual({ enabled: true, contentBasedDeduplication: true });
  await expect(ask(url, 'queueDelivery')).rejects.toThrow('without the field Attributes.ReceiveMessageWaitTimeSeconds');
});
