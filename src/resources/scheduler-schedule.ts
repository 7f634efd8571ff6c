import type { GetScheduleOutput } from '@aws-sdk/client-scheduler';
import { scheduler } from '../aws/sdk';
import { defineResource } from '../engine/resource';
import { told, wrongArgument } from '../engine/unjudged';
import { resourcePart } from './shared/arn';
import type { AwsOf } from './shared/aws-of';
import { kmsReference } from './shared/kms-reference';

export const schedulerSchedule = defineResource({
  type: 'AWS::Scheduler::Schedule',
  label: 'EventBridge Scheduler schedule',
  sdk: scheduler,
  reads: ['scheduler:GetSchedule', 'scheduler:ListSchedules'],
  notFound: ['ResourceNotFoundException'],
  facts: (aws, { id, value }) => findSchedule(aws, value.startsWith('arn:') ? value : id),
  facets: {
    identity: {
      fields: 'Arn, Name',
      read: (schedule) => ({ arn: told(schedule.Arn, 'Arn'), id: told(schedule.Name, 'Name') }),
    },
    lifecycle: {
      fields: 'State',
      read: (schedule) => {
        const state = told(schedule.State, 'State');
        return { state, available: state === 'ENABLED' };
      },
    },
    activation: {
      fields: 'State',
      read: (schedule) => {
        const state = told(schedule.State, 'State');
        return { enabled: state === 'ENABLED', state };
      },
    },
    encryption: {
      fields: 'KmsKeyArn',
      // What a schedule stores is the input of its target.
      read: ({ KmsKeyArn: key }) =>
        key
          ? { kind: 'kms', mode: 'KmsKeyArn', key: kmsReference(key) }
          : { kind: 'service-owned', mode: 'AWS-owned key (no KmsKeyArn)' },
    },
    scheduleExpression: {
      fields: 'ScheduleExpression, ScheduleExpressionTimezone',
      read: (schedule) => ({
        expression: told(schedule.ScheduleExpression, 'ScheduleExpression'),
        timezone: schedule.ScheduleExpressionTimezone ?? 'UTC',
      }),
    },
    executionRole: {
      fields: 'Target.RoleArn',
      read: (schedule) => ({ arn: told(schedule.Target?.RoleArn, 'Target.RoleArn') }),
    },
    deadLetter: {
      fields: 'Target.DeadLetterConfig.Arn',
      read: (schedule) => ({ target: schedule.Target?.DeadLetterConfig?.Arn || undefined }),
    },
    eventTargets: {
      fields: 'Target.{Arn, RoleArn, DeadLetterConfig, Input}, State',
      read: ({ Arn, State, Target }) => ({
        from: told(Arn, 'Arn'),
        service: 'scheduler',
        enabled: told(State, 'State') === 'ENABLED',
        targets: [
          {
            arn: told(Target?.Arn, 'Target.Arn'),
            roleArn: told(Target?.RoleArn, 'Target.RoleArn'),
            deadLetter: Target?.DeadLetterConfig?.Arn || undefined,
            input: Target?.Input,
          },
        ],
      }),
    },
  },
});

/** `group/name` is Terraform's id. A bare name is looked for in the default group first, then in the others. */
async function findSchedule(aws: AwsOf<typeof scheduler>, id: string): Promise<GetScheduleOutput | undefined> {
  const text = resourcePart(id).replace(/^schedule\//, '');
  const at = text.indexOf('/');
  const Name = text.slice(at + 1);
  const ask = (GroupName?: string) =>
    aws.callOrAbsent(['ResourceNotFoundException'], 'GetSchedule', { Name, ...(GroupName && { GroupName }) });
  const first = await ask(at < 0 ? undefined : text.slice(0, at));
  if (first || at >= 0) return first;
  const all = await aws.list('ListSchedules', { NamePrefix: Name }, (page) => page.Schedules);
  const groups = all.filter((each) => each.Name === Name).map((each) => told(each.GroupName, 'Schedules[].GroupName'));
  if (groups.length > 1) {
    throw wrongArgument(
      `${Name} is a schedule in ${groups.length} groups: ${groups.join(', ')}`,
      'Let the outputs file hold the ARN of the schedule.',
    );
  }
  return groups[0] === undefined ? undefined : ask(groups[0]);
}
