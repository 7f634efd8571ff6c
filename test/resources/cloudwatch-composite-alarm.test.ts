import { CloudWatchClient, DescribeAlarmsCommand, ListTagsForResourceCommand } from '@aws-sdk/client-cloudwatch';
import { mockClient } from 'aws-sdk-client-mock';
import { cloudwatchCompositeAlarm } from '../../src/resources/cloudwatch-composite-alarm';
import { asking } from './answers';

const cloudwatch = mockClient(CloudWatchClient);
const { ask, exists } = asking('AWS::CloudWatch::CompositeAlarm', [cloudwatchCompositeAlarm]);
const arn = 'arn:aws:cloudwatch:eu-west-1:123456789012:alarm:unhealthy';
const typical = {
  AlarmName: 'unhealthy',
  AlarmArn: arn,
  AlarmDescription: 'all of it',
  AlarmRule: `ALARM("cpu high") AND (NOT OK(latency) OR ALARM('arn:aws:cloudwatch:eu-west-1:1:alarm:errors')) AND ALARM("cpu high")`,
  ActionsEnabled: true,
  AlarmActions: ['arn:aws:sns:eu-west-1:1:alerts'],
  StateValue: 'OK' as const,
  StateReason: 'quiet',
  StateUpdatedTimestamp: new Date(0),
};

beforeEach(() => {
  cloudwatch.reset();
  cloudwatch
    .on(DescribeAlarmsCommand, { AlarmTypes: ['CompositeAlarm'] })
    .resolves({ CompositeAlarms: [typical], MetricAlarms: [] });
});

test.each(['unhealthy', arn])('%s', async (id) => {
  expect(await ask(id, 'identity')).toEqual({ arn, id: 'unhealthy' });
  expect(await ask(id, 'lifecycle')).toEqual({ state: 'OK', available: true, reason: 'quiet' });
  expect(await ask(id, 'alarmState')).toEqual({ state: 'OK', reason: 'quiet', since: '1970-01-01T00:00:00.000Z' });
  expect(await ask(id, 'description')).toEqual({ text: 'all of it' });
  expect(await exists('other')).toBe(false);
});

test('the alarms in its rule, with and without quotes', async () => {
  expect(await ask('unhealthy', 'compositeRule')).toEqual({
    rule: typical.AlarmRule,
    alarms: ['cpu high', 'latency', 'arn:aws:cloudwatch:eu-west-1:1:alarm:errors'],
  });
  cloudwatch.on(DescribeAlarmsCommand).resolves({
    CompositeAlarms: [{ ...typical, AlarmRule: 'FALSE', ActionsSuppressor: 'maintenance' }],
  });
  expect(await ask('unhealthy', 'compositeRule')).toEqual({ rule: 'FALSE', alarms: [], suppressor: 'maintenance' });
});

test('whom it tells, and its tags', async () => {
  expect(await ask('unhealthy', 'notifications')).toEqual({
    enabled: true,
    alarm: ['arn:aws:sns:eu-west-1:1:alerts'],
    ok: [],
    insufficientData: [],
  });
  cloudwatch.on(ListTagsForResourceCommand, { ResourceARN: arn }).resolves({ Tags: [{ Key: 'a', Value: 'b' }] });
  expect(await ask('unhealthy', 'tags')).toEqual({ a: 'b' });
});
