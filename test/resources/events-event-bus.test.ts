import { DescribeEventBusCommand, EventBridgeClient, ListTagsForResourceCommand } from '@aws-sdk/client-eventbridge';
import { mockClient } from 'aws-sdk-client-mock';
import { eventsEventBus } from '../../src/resources/events-event-bus';
import { asking } from './answers';
import { refusal } from './refusal';

const events = mockClient(EventBridgeClient);
const { ask, exists } = asking('AWS::Events::EventBus', [eventsEventBus]);

const Arn = 'arn:aws:events:eu-west-1:123456789012:event-bus/orders';
const key = 'arn:aws:kms:eu-west-1:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab';

beforeEach(() => events.reset());

test('a bus with nothing of its own', async () => {
  events.on(DescribeEventBusCommand, { Name: 'orders' }).resolves({ Name: 'orders', Arn });
  events.on(ListTagsForResourceCommand, { ResourceARN: Arn }).resolves({ Tags: [{ Key: 'team', Value: 'orders' }] });
  expect(await ask('orders', 'identity')).toEqual({ arn: Arn, id: 'orders' });
  expect(await ask('orders', 'lifecycle')).toEqual({ available: true });
  expect(await ask('orders', 'tags')).toEqual({ team: 'orders' });
  expect(await ask('orders', 'encryption')).toMatchObject({ kind: 'service-owned' });
  expect(await ask('orders', 'resourcePolicy')).toMatchObject({ arn: Arn, statements: [] });
  expect(await ask('orders', 'deadLetter')).toEqual({});
});

test('a bus with everything', async () => {
  const Policy =
    '{"Statement":{"Effect":"Allow","Principal":{"AWS":"123456789013"},"Action":"events:PutEvents","Resource":"*"}}';
  const target = 'arn:aws:sqs:eu-west-1:123456789012:dead';
  events
    .on(DescribeEventBusCommand)
    .resolves({ Name: 'orders', Arn, KmsKeyIdentifier: key, Policy, DeadLetterConfig: { Arn: target } });
  expect(await ask('orders', 'encryption')).toMatchObject({ kind: 'kms', key: { id: key, region: 'eu-west-1' } });
  expect(await ask('orders', 'resourcePolicy')).toMatchObject({ statements: [{ actions: ['events:PutEvents'] }] });
  expect(await ask('orders', 'deadLetter')).toEqual({ target });
});

test('a bus that is gone does not exist', async () => {
  events.on(DescribeEventBusCommand).rejects(refusal('ResourceNotFoundException'));
  expect(await exists('orders')).toBe(false);
});
