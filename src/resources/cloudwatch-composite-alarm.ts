import type { CompositeAlarm } from '@aws-sdk/client-cloudwatch';
import { cloudwatch } from '../aws/sdk';
import { defineResource } from '../engine/resource';
import { told } from '../engine/unjudged';
import { alarmName } from './shared/alarm';
import { alarmFacets } from './shared/alarm-facets';

export const cloudwatchCompositeAlarm = defineResource({
  type: 'AWS::CloudWatch::CompositeAlarm',
  label: 'CloudWatch composite alarm',
  sdk: cloudwatch,
  reads: ['cloudwatch:DescribeAlarms'],
  batch: 100,
  factsOf: async (aws, targets): Promise<(CompositeAlarm | undefined)[]> => {
    const AlarmNames = [...new Set(targets.map(({ id }) => alarmName(id)))];
    const input = { AlarmNames, AlarmTypes: ['CompositeAlarm' as const] };
    const alarms = await aws.list('DescribeAlarms', input, (page) => page.CompositeAlarms);
    return targets.map(({ id }) => alarms.find((alarm) => alarm.AlarmName === alarmName(id)));
  },
  facets: {
    ...alarmFacets<CompositeAlarm>('CompositeAlarms[]'),
    compositeRule: {
      fields: 'CompositeAlarms[].{AlarmRule, ActionsSuppressor}',
      read: ({ AlarmRule, ActionsSuppressor: suppressor }) => {
        const rule = told(AlarmRule, 'CompositeAlarms[].AlarmRule');
        return { rule, alarms: alarmsIn(rule), ...(suppressor && { suppressor }) };
      },
    },
  },
});

/** `ALARM("cpu high") AND NOT OK(latency)` names alarms by name or ARN, with or without quotes. */
function alarmsIn(rule: string): string[] {
  const named = rule.matchAll(/\b(?:ALARM|OK|INSUFFICIENT_DATA)\s*\(\s*(?:"([^"]+)"|'([^']+)'|([^\s)]+))\s*\)/gi);
  return [...new Set([...named].map(([, double, single, bare]) => double ?? single ?? bare ?? ''))];
}
