import type { cloudwatch } from '../../aws/sdk';
import type { FacetReader } from '../../engine/resource';
import { told } from '../../engine/unjudged';
import { type AnyAlarm, alarmArn, alarmDescription, alarmState, notifications } from './alarm';
import { tagMap } from './tags';

type Package = Awaited<ReturnType<typeof cloudwatch.load>>;
type SharedFacet = 'identity' | 'lifecycle' | 'tags' | 'notifications' | 'alarmState' | 'description';

/**
 * What metric alarms and composite alarms answer alike.
 *
 * @param list where the answer holds them: `MetricAlarms[]` or `CompositeAlarms[]`.
 */
export function alarmFacets<Alarm extends AnyAlarm>(
  list: string,
): { [Facet in SharedFacet]: FacetReader<Package, Alarm, Facet> } {
  return {
    identity: {
      fields: `${list}.{AlarmArn, AlarmName}`,
      read: (alarm) => ({ arn: alarmArn(alarm), id: told(alarm.AlarmName, 'AlarmName') }),
    },
    lifecycle: {
      fields: `${list}.{StateValue, StateReason}`,
      // ALARM and INSUFFICIENT_DATA are what an alarm found, not what keeps it from working.
      read: (alarm) => ({ state: told(alarm.StateValue, 'StateValue'), available: true, reason: alarm.StateReason }),
    },
    tags: {
      fields: 'Tags',
      reads: ['cloudwatch:ListTagsForResource'],
      read: async (alarm, aws) =>
        tagMap(told((await aws.call('ListTagsForResource', { ResourceARN: alarmArn(alarm) })).Tags, 'Tags')),
    },
    notifications: {
      fields: `${list}.{ActionsEnabled, AlarmActions, OKActions, InsufficientDataActions}`,
      read: notifications,
    },
    alarmState: { fields: `${list}.{StateValue, StateReason, StateUpdatedTimestamp}`, read: alarmState },
    description: { fields: `${list}.AlarmDescription`, read: alarmDescription },
  };
}
