import {
  GetTopicAttributesCommand,
  ListSubscriptionsByTopicCommand,
  ListTagsForResourceCommand,
  SNSClient,
} from '@aws-sdk/client-sns';
import { mockClient } from 'aws-sdk-client-mock';
import { snsTopic } from '../../src/resources/sns-topic';
import { asking } from './answers';
import { refusal } from './refusal';

const sns = mockClient(SNSClient);
const { ask, exists } = asking('AWS::SNS::Topic', [snsTopic]);

const arn = 'arn:aws:sns:eu-west-1:123456789012:orders';
const minimal: Record<string, string> = {
  TopicArn: arn,
  Owner: '123456789012',
  DisplayName: '',
  Policy: '{"Statement":[{"Effect":"Allow","Principal":{"AWS":"*"},"Action":["SNS:Publish"],"Resource":"*"}]}',
  SubscriptionsConfirmed: '1',
};

function answer(Attributes: Record<string, string>) {
  sns.on(GetTopicAttributesCommand, { TopicArn: arn }).resolves({ Attributes });
}

beforeEach(() => {
  sns.reset();
  answer(minimal);
});

test.each([arn, 'orders'])('%s is found', async (id) => {
  expect(await ask(id, 'identity')).toEqual({ arn, id: arn, name: 'orders' });
  expect(await ask(id, 'lifecycle')).toEqual({ available: true });
});

test.each(['NotFound', 'NotFoundException'])('%s is not found', async (code) => {
  sns.on(GetTopicAttributesCommand).rejects(refusal(code, 404));
  expect(await exists(arn)).toBe(false);
});

test('encryption and tracing, and their absence', async () => {
  expect(await ask(arn, 'encryption')).toEqual({ kind: 'none', mode: 'no KmsMasterKeyId' });
  expect(await ask(arn, 'tracing')).toEqual({ enabled: false, mode: 'PassThrough' });
  answer({ ...minimal, KmsMasterKeyId: 'alias/aws/sns', TracingConfig: 'Active' });
  expect(await ask(arn, 'encryption')).toMatchObject({ kind: 'kms', key: { id: 'alias/aws/sns' } });
  expect(await ask(arn, 'tracing')).toEqual({ enabled: true, mode: 'Active' });
});

test('the policy is always told', async () => {
  expect(await ask(arn, 'resourcePolicy')).toMatchObject({ arn, statements: [{ principals: { AWS: ['*'] } }] });
  const { Policy, ...untold } = minimal;
  answer(untold);
  await expect(ask(arn, 'resourcePolicy')).rejects.toThrow('AWS answered without the field Attributes.Policy');
});

test('subscriptions of all pages, without those that are gone', async () => {
  const subscription = (SubscriptionArn: string, Endpoint: string) => ({
    SubscriptionArn,
    Protocol: 'email',
    Endpoint,
  });
  sns
    .on(ListSubscriptionsByTopicCommand, { TopicArn: arn })
    .resolves({ Subscriptions: [subscription('PendingConfirmation', 'a@example.com')], NextToken: 'two' })
    .on(ListSubscriptionsByTopicCommand, { TopicArn: arn, NextToken: 'two' })
    .resolves({ Subscriptions: [subscription('Deleted', 'b@example.com'), subscription(`${arn}:1`, 'c@example.com')] });
  expect((await ask(arn, 'subscriptions')).subscriptions).toEqual([
    { protocol: 'email', endpoint: 'a@example.com', confirmed: false },
    { protocol: 'email', endpoint: 'c@example.com', confirmed: true },
  ]);
});

test('tags', async () => {
  sns.on(ListTagsForResourceCommand, { ResourceArn: arn }).resolves({ Tags: [{ Key: 'team', Value: 'orders' }] });
  expect(await ask(arn, 'tags')).toEqual({ team: 'orders' });
});

test('the described state keeps account and name as text', async () => {
  answer({ ...minimal, DisplayName: '42', DeliveryPolicy: '' });
  expect(await ask(arn, 'config')).toMatchObject({
    TopicName: 'orders',
    TopicArn: arn,
    Owner: '123456789012',
    DisplayName: '42',
    SubscriptionsConfirmed: 1,
    Policy: { Statement: [{ Effect: 'Allow' }] },
  });
});

test('display name, order and deliveries', async () => {
  expect(await ask(arn, 'displayName')).toEqual({ text: '' });
  expect(await ask(arn, 'fifoOrdering')).toEqual({ enabled: false, contentBasedDeduplication: false });
  answer({ ...minimal, DisplayName: 'Orders', FifoTopic: 'true', ContentBasedDeduplication: 'true' });
  expect(await ask(arn, 'displayName')).toEqual({ text: 'Orders' });
  expect(await ask(arn, 'fifoOrdering')).toEqual({ enabled: true, contentBasedDeduplication: true });
  sns.on(ListSubscriptionsByTopicCommand, { TopicArn: arn }).resolves({
    Subscriptions: [{ SubscriptionArn: `${arn}:1`, Protocol: 'email', Endpoint: 'a@example.com' }],
  });
  expect(await ask(arn, 'topicDeliveries')).toEqual({
    from: arn,
    service: 'sns',
    destinations: [{ to: 'a@example.com', protocol: 'email', confirmed: true }],
  });
});
