import {
  CloudWatchClient,
  DescribeAlarmsCommand,
  ListTagsForResourceCommand,
  type MetricAlarm,
} from '@aws-sdk/client-cloudwatch';
import { mockClient } from 'aws-sdk-client-mock';
import { Ledger } from '../../src/aws/ledger';
import { LiveAccount } from '../../src/aws/live-account';
import { typesByName } from '../../src/engine/resource';
import { cloudwatchAlarm } from '../../src/resources/cloudwatch-alarm';
import { asking } from './answers';

const cloudwatch = mockClient(CloudWatchClient);
const { ask, exists } = asking('AWS::CloudWatch::Alarm', [cloudwatchAlarm]);

const arn = 'arn:aws:cloudwatch:eu-west-1:123456789012:alarm:orders-errors';
const topic = 'arn:aws:sns:eu-west-1:123456789012:alarms';
const typical: MetricAlarm = {
  AlarmName: 'orders-errors',
  AlarmArn: arn,
  ActionsEnabled: true,
  AlarmActions: [topic],
  OKActions: [],
  InsufficientDataActions: [],
  StateValue: 'INSUFFICIENT_DATA',
  StateReason: 'Unchecked: Initial alarm creation',
  Namespace: 'AWS/Lambda',
  MetricName: 'Errors',
  Dimensions: [{ Name: 'FunctionName', Value: 'orders' }],
  Statistic: 'Sum',
  Period: 300,
  EvaluationPeriods: 2,
  Threshold: 1,
  ComparisonOperator: 'GreaterThanOrEqualToThreshold',
};

function answer(fields: Partial<MetricAlarm> = {}) {
  cloudwatch.on(DescribeAlarmsCommand).resolves({ MetricAlarms: [{ ...typical, ...fields }], CompositeAlarms: [] });
}

beforeEach(() => {
  cloudwatch.reset();
  answer();
});

test.each(['orders-errors', arn])('%s is found', async (id) => {
  expect(await ask(id, 'identity')).toEqual({ arn, id: 'orders-errors' });
  expect(cloudwatch.commandCalls(DescribeAlarmsCommand)[0]?.args[0].input).toMatchObject({
    AlarmNames: ['orders-errors'],
    AlarmTypes: ['MetricAlarm', 'CompositeAlarm'],
  });
});

test('many alarms are one read to its last page, each matched by its exact name', async () => {
  cloudwatch
    .on(DescribeAlarmsCommand)
    .resolves({ MetricAlarms: [{ ...typical, AlarmName: 'b' }], CompositeAlarms: [], NextToken: 'two' })
    .on(DescribeAlarmsCommand, { NextToken: 'two' })
    .resolves({ MetricAlarms: [{ ...typical, AlarmName: 'a' }], CompositeAlarms: [] });
  const account = new LiveAccount(typesByName([cloudwatchAlarm]), { region: 'eu-west-1' }, new Ledger());
  const target = { type: 'AWS::CloudWatch::Alarm', identifier: 'name', value: '', region: 'eu-west-1' };
  const answers = await Promise.all(['a', 'b', 'c'].map((id) => account.facet({ ...target, id }, 'existence')));
  expect(answers.map(({ value }) => value.exists)).toEqual([true, true, false]);
  expect(cloudwatch.commandCalls(DescribeAlarmsCommand).map((call) => call.args[0].input.AlarmNames)).toEqual([
    ['a', 'b', 'c'],
    ['a', 'b', 'c'],
  ]);
});

test('a state is what the alarm found, and the alarm is available in each', async () => {
  expect(await ask(arn, 'lifecycle')).toEqual({
    state: 'INSUFFICIENT_DATA',
    available: true,
    reason: 'Unchecked: Initial alarm creation',
  });
});

test('the rule of a plain metric', async () => {
  expect(await ask(arn, 'alarmRule')).toEqual({
    namespace: 'AWS/Lambda',
    metric: 'Errors',
    dimensions: { FunctionName: 'orders' },
    statistic: 'Sum',
    threshold: 1,
    operator: 'GreaterThanOrEqualToThreshold',
    periodInSeconds: 300,
    evaluationPeriods: 2,
    treatMissingData: 'missing',
  });
});

const query = { Namespace: undefined, MetricName: undefined, Dimensions: [], Statistic: undefined, Period: undefined };
const metricStat = { Metric: { Namespace: 'AWS/SQS', MetricName: 'Age', Dimensions: [] }, Period: 60, Stat: 'p99' };

test.each([
  [
    { Statistic: undefined, ExtendedStatistic: 'p99' },
    { statistic: 'p99', metric: 'Errors' },
  ],
  [
    { ...query, Metrics: [{ Id: 'm1', MetricStat: metricStat }] },
    { namespace: 'AWS/SQS', metric: 'Age', statistic: 'p99', periodInSeconds: 60 },
  ],
  [
    {
      ...query,
      Metrics: [
        { Id: 'm1', MetricStat: metricStat, ReturnData: false },
        { Id: 'e1', Expression: 'm1 * 2' },
      ],
    },
    { namespace: undefined, metric: undefined, threshold: 1 },
  ],
])('the rule with %o', async (fields, expected) => {
  answer(fields);
  expect(await ask(arn, 'alarmRule')).toMatchObject(expected);
});

test('a composite alarm has no metric', async () => {
  const { AlarmName, AlarmArn, ActionsEnabled, StateValue } = typical;
  const AlarmRule = 'ALARM("orders-errors")';
  cloudwatch.on(DescribeAlarmsCommand).resolves({
    MetricAlarms: [],
    CompositeAlarms: [{ AlarmName, AlarmArn, ActionsEnabled, StateValue, AlarmRule }],
  });
  await expect(ask(arn, 'alarmRule')).rejects.toThrow(
    'The alarm orders-errors watches no metric: it is a composite alarm with the rule ALARM("orders-errors")',
  );
  expect(await ask(arn, 'notifications')).toMatchObject({ enabled: true, alarm: [] });
});

test('notifications, and actions that are switched off', async () => {
  expect(await ask(arn, 'notifications')).toEqual({ enabled: true, alarm: [topic], ok: [], insufficientData: [] });
  answer({ ActionsEnabled: false });
  expect(await ask(arn, 'notifications')).toMatchObject({ enabled: false, alarm: [topic] });
  answer({ ActionsEnabled: undefined });
  await expect(ask(arn, 'notifications')).rejects.toThrow('AWS answered without the field ActionsEnabled');
});

test('tags', async () => {
  cloudwatch
    .on(ListTagsForResourceCommand, { ResourceARN: arn })
    .resolves({ Tags: [{ Key: 'team', Value: 'orders' }] });
  expect(await ask(arn, 'tags')).toEqual({ team: 'orders' });
});

test('an empty answer is not "no such alarm"', async () => {
  cloudwatch.on(DescribeAlarmsCommand).resolves({});
  await expect(exists(arn)).rejects.toThrow('DescribeAlarms');
});

test('what it says now, and what it is for', async () => {
  answer({ StateUpdatedTimestamp: new Date(0), AlarmDescription: 'too many errors' });
  expect(await ask('orders-errors', 'alarmState')).toEqual({
    state: 'INSUFFICIENT_DATA',
    reason: 'Unchecked: Initial alarm creation',
    since: '1970-01-01T00:00:00.000Z',
  });
  expect(await ask('orders-errors', 'description')).toEqual({ text: 'too many errors' });
});
