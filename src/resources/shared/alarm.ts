import type { CompositeAlarm, MetricAlarm } from '@aws-sdk/client-cloudwatch';
import { told } from '../../engine/unjudged';
import type { AlarmState, Description, Notifications } from '../../facets';
import { resourcePart } from './arn';

/** An alarm of either kind. */
export type AnyAlarm = MetricAlarm | CompositeAlarm;

/** Name of an alarm, from its name or ARN. */
export function alarmName(id: string): string {
  return resourcePart(id).replace(/^alarm:/, '');
}

/** ARN of an alarm. */
export function alarmArn(alarm: AnyAlarm): string {
  return told(alarm.AlarmArn, 'AlarmArn');
}

/** What the alarm says now. */
export function alarmState({ StateValue, StateReason: reason, StateUpdatedTimestamp: since }: AnyAlarm): AlarmState {
  return {
    state: told(StateValue, 'StateValue'),
    ...(reason && { reason }),
    ...(since && { since: new Date(since).toISOString() }),
  };
}

/** Whom the alarm tells. */
export function notifications(alarm: AnyAlarm): Notifications {
  return {
    enabled: told(alarm.ActionsEnabled, 'ActionsEnabled'),
    alarm: alarm.AlarmActions ?? [],
    ok: alarm.OKActions ?? [],
    insufficientData: alarm.InsufficientDataActions ?? [],
  };
}

/** What people wrote about the alarm. */
export function alarmDescription({ AlarmDescription: text }: AnyAlarm): Description {
  return text ? { text } : {};
}
