import {
  DescribeRuleCommand,
  type DescribeRuleCommandOutput,
  EventBridgeClient,
  ListEventBusesCommand,
  ListTagsForResourceCommand,
  ListTargetsByRuleCommand,
} from '@aws-sdk/client-eventbridge';
import { mockClient } from 'aws-sdk-client-mock';
import { eventsRule } from '../../src/resources/events-rule';
import { asking } from './answers';
import { refusal } from './refusal';

const events = mockClient(EventBridgeClient);
const { ask, exists } = asking('AWS::Events::Rule', [eventsRule]);

const arn = 'arn:aws:events:eu-west-1:123456789012:rule/orders/placed';
const queue = 'arn:aws:sqs:eu-west-1:123456789012:orders';
const placed: Omit<DescribeRuleCommandOutput, '$metadata'> = {
  Name: 'placed',
  Arn: arn,
  EventBusName: 'orders',
  EventPattern: '{"source":["shop"]}',
  State: 'ENABLED',
};

beforeEach(() => {
  events.reset();
  events.on(DescribeRuleCommand).rejects(refusal('ResourceNotFoundException'));
  events.on(ListEventBusesCommand).resolves({ EventBuses: [{ Name: 'default' }, { Name: 'orders' }] });
});

test.each([arn, 'orders|placed', 'orders/placed', 'placed'])('%s is found on its bus', async (id) => {
  events.on(DescribeRuleCommand, { Name: 'placed', EventBusName: 'orders' }).resolves(placed);
  expect(await ask(id, 'identity')).toEqual({ arn, id: 'placed' });
  expect(await ask(id, 'lifecycle')).toEqual({ state: 'ENABLED', available: true });
  expect(await ask(id, 'activation')).toEqual({ enabled: true, state: 'ENABLED' });
  expect(await ask(id, 'eventPattern')).toEqual({ pattern: { source: ['shop'] } });
  expect(await ask(id, 'scheduleExpression')).toEqual({});
  expect(await ask(id, 'executionRole')).toEqual({});
});

test('a rule of the default bus is asked for without one', async () => {
  events.on(DescribeRuleCommand, { Name: 'nightly' }).resolves({
    Name: 'nightly',
    Arn: 'arn:aws:events:eu-west-1:123456789012:rule/nightly',
    ScheduleExpression: 'rate(1 day)',
    State: 'DISABLED',
  });
  events.on(ListTagsForResourceCommand).resolves({ Tags: [{ Key: 'team', Value: 'orders' }] });
  expect(await ask('nightly', 'activation')).toEqual({ enabled: false, state: 'DISABLED' });
  expect(await ask('nightly', 'lifecycle')).toMatchObject({ available: false });
  expect(await ask('nightly', 'scheduleExpression')).toEqual({ expression: 'rate(1 day)', timezone: 'UTC' });
  expect(await ask('nightly', 'eventPattern')).toEqual({});
  expect(await ask('nightly', 'tags')).toEqual({ team: 'orders' });
});

test('targets of all pages, and their roles', async () => {
  const input = { Rule: 'placed', EventBusName: 'orders' };
  events.on(DescribeRuleCommand, { Name: 'placed', EventBusName: 'orders' }).resolves({ ...placed, RoleArn: 'rule' });
  events
    .on(ListTargetsByRuleCommand, input)
    .resolves({ Targets: [{ Id: '1', Arn: queue }], NextToken: 'two' })
    .on(ListTargetsByRuleCommand, { ...input, NextToken: 'two' })
    .resolves({
      Targets: [{ Id: '2', Arn: `${queue}2`, RoleArn: 'own', Input: '{}', DeadLetterConfig: { Arn: 'dead' } }],
    });
  expect(await ask(arn, 'eventTargets')).toEqual({
    from: arn,
    service: 'events',
    enabled: true,
    targets: [
      { arn: queue, roleArn: 'rule' },
      { arn: `${queue}2`, roleArn: 'own', deadLetter: 'dead', input: '{}' },
    ],
  });
});

test('a name on several buses is refused, and a rule that is nowhere does not exist', async () => {
  events
    .on(ListEventBusesCommand)
    .resolves({ EventBuses: [{ Name: 'default' }, { Name: 'orders' }, { Name: 'other' }] })
    .on(DescribeRuleCommand, { Name: 'placed', EventBusName: 'orders' })
    .resolves(placed)
    .on(DescribeRuleCommand, { Name: 'placed', EventBusName: 'other' })
    .resolves({ ...placed, EventBusName: 'other' });
  await expect(ask('placed', 'identity')).rejects.toThrow('placed is a rule on 2 event buses: orders, other');
  expect(await exists('gone')).toBe(false);
  expect(await exists('orders|gone')).toBe(false);
});

test('a pattern that cannot be read is not judged', async () => {
  events.on(DescribeRuleCommand).resolves({ ...placed, EventPattern: '{' });
  await expect(ask(arn, 'eventPattern')).rejects.toThrow('no JSON object');
});
