import { GetSubscriptionAttributesCommand, SNSClient } from '@aws-sdk/client-sns';
import { mockClient } from 'aws-sdk-client-mock';
import { snsSubscription } from '../../src/resources/sns-subscription';
import { asking } from './answers';
import { refusal } from './refusal';

const sns = mockClient(SNSClient);
const { ask, exists } = asking('AWS::SNS::Subscription', [snsSubscription]);

const topicArn = 'arn:aws:sns:eu-west-1:123456789012:orders';
const arn = `${topicArn}:8a21d249-4329-4871-acc6-7be709c6ea7f`;
const minimal: Record<string, string> = {
  SubscriptionArn: arn,
  TopicArn: topicArn,
  Protocol: 'email',
  Endpoint: 'ops@example.com',
  Owner: '123456789012',
  PendingConfirmation: 'false',
};

function answer(Attributes: Record<string, string>) {
  sns.on(GetSubscriptionAttributesCommand, { SubscriptionArn: arn }).resolves({ Attributes });
}

beforeEach(() => {
  sns.reset();
  answer(minimal);
});

test('a confirmed subscription that takes everything', async () => {
  expect(await ask(arn, 'identity')).toEqual({ arn, id: arn });
  expect(await ask(arn, 'lifecycle')).toEqual({ state: 'Confirmed', available: true });
  expect(await ask(arn, 'subscriptionFilter')).toEqual({ topicArn, rawMessageDelivery: false });
  expect(await ask(arn, 'deadLetter')).toEqual({});
});

test('one with everything', async () => {
  const queue = 'arn:aws:sqs:eu-west-1:123456789012:dead';
  answer({
    ...minimal,
    RawMessageDelivery: 'true',
    FilterPolicy: '{"type":["order"]}',
    FilterPolicyScope: 'MessageBody',
    RedrivePolicy: `{"deadLetterTargetArn":"${queue}"}`,
  });
  expect(await ask(arn, 'subscriptionFilter')).toEqual({
    topicArn,
    policy: { type: ['order'] },
    scope: 'MessageBody',
    rawMessageDelivery: true,
  });
  expect(await ask(arn, 'deadLetter')).toEqual({ target: queue });
  expect(await ask(arn, 'config')).toMatchObject({ RawMessageDelivery: true, FilterPolicy: { type: ['order'] } });
});

test('one that waits for its confirmation is not available', async () => {
  answer({ ...minimal, PendingConfirmation: 'true' });
  expect(await ask(arn, 'lifecycle')).toMatchObject({ state: 'PendingConfirmation', available: false });
});

test('what cannot be read is not judged', async () => {
  answer({ ...minimal, FilterPolicy: '[1]', RedrivePolicy: '{}' });
  await expect(ask(arn, 'subscriptionFilter')).rejects.toThrow('FilterPolicy that is no JSON object');
  await expect(ask(arn, 'deadLetter')).rejects.toThrow('names no queue');
});

test('one that is gone does not exist', async () => {
  sns.on(GetSubscriptionAttributesCommand).rejects(refusal('NotFound', 404));
  expect(await exists(arn)).toBe(false);
});
