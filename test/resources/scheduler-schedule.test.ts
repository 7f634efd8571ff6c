import { GetScheduleCommand, ListSchedulesCommand, SchedulerClient } from '@aws-sdk/client-scheduler';
import { mockClient } from 'aws-sdk-client-mock';
import { schedulerSchedule } from '../../src/resources/scheduler-schedule';
import { asking } from './answers';
import { refusal } from './refusal';

const scheduler = mockClient(SchedulerClient);
const { ask, exists } = asking('AWS::Scheduler::Schedule', [schedulerSchedule]);

const arn = 'arn:aws:scheduler:eu-west-1:123456789012:schedule/reports/nightly';
const fn = 'arn:aws:lambda:eu-west-1:123456789012:function:report';
const role = 'arn:aws:iam::123456789012:role/scheduler';
const nightly = {
  Arn: arn,
  Name: 'nightly',
  GroupName: 'reports',
  ScheduleExpression: 'cron(0 2 * * ? *)',
  State: 'ENABLED' as const,
  Target: { Arn: fn, RoleArn: role },
};

beforeEach(() => {
  scheduler.reset();
  scheduler.on(GetScheduleCommand).rejects(refusal('ResourceNotFoundException', 404));
  scheduler.on(GetScheduleCommand, { Name: 'nightly', GroupName: 'reports' }).resolves(nightly);
  scheduler.on(ListSchedulesCommand).resolves({ Schedules: [] });
});

test.each([arn, 'reports/nightly'])('%s is found in its group', async (id) => {
  expect(await ask(id, 'identity')).toEqual({ arn, id: 'nightly' });
  expect(await ask(id, 'lifecycle')).toEqual({ state: 'ENABLED', available: true });
  expect(await ask(id, 'scheduleExpression')).toEqual({ expression: 'cron(0 2 * * ? *)', timezone: 'UTC' });
  expect(await ask(id, 'executionRole')).toEqual({ arn: role });
  expect(await ask(id, 'deadLetter')).toEqual({});
  expect(await ask(id, 'encryption')).toMatchObject({ kind: 'service-owned' });
  expect(await ask(id, 'eventTargets')).toEqual({
    from: arn,
    service: 'scheduler',
    enabled: true,
    targets: [{ arn: fn, roleArn: role }],
  });
});

test('a bare name is looked for in all groups, exactly', async () => {
  scheduler.on(ListSchedulesCommand, { NamePrefix: 'nightly' }).resolves({
    Schedules: [
      { Name: 'nightly-2', GroupName: 'other' },
      { Name: 'nightly', GroupName: 'reports' },
    ],
  });
  expect(await ask('nightly', 'identity')).toEqual({ arn, id: 'nightly' });
  scheduler.on(ListSchedulesCommand).resolves({
    Schedules: [
      { Name: 'nightly', GroupName: 'one' },
      { Name: 'nightly', GroupName: 'two' },
    ],
  });
  await expect(ask('nightly', 'identity')).rejects.toThrow('nightly is a schedule in 2 groups: one, two');
});

test('a disabled one with everything', async () => {
  scheduler.on(GetScheduleCommand).resolves({
    ...nightly,
    State: 'DISABLED',
    ScheduleExpressionTimezone: 'Europe/Berlin',
    KmsKeyArn: 'arn:aws:kms:eu-west-1:123456789012:key/k',
    Target: { Arn: fn, RoleArn: role, DeadLetterConfig: { Arn: 'dead' }, Input: '{}' },
  });
  expect(await ask(arn, 'activation')).toEqual({ enabled: false, state: 'DISABLED' });
  expect(await ask(arn, 'scheduleExpression')).toMatchObject({ timezone: 'Europe/Berlin' });
  expect(await ask(arn, 'encryption')).toMatchObject({ kind: 'kms' });
  expect(await ask(arn, 'deadLetter')).toEqual({ target: 'dead' });
  expect(await ask(arn, 'eventTargets')).toMatchObject({ enabled: false, targets: [{ input: '{}' }] });
});

test('one that is nowhere does not exist', async () => {
  expect(await exists('gone')).toBe(false);
  expect(await exists('reports/gone')).toBe(false);
});
