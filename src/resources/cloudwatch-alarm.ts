import type { MetricAlarm, MetricStat } from '@aws-sdk/client-cloudwatch';
import { cloudwatch } from '../aws/sdk';
import { defineResource } from '../engine/resource';
import { notApplicable, told } from '../engine/unjudged';
import type { AlarmRule } from '../facets';
import { type AnyAlarm, alarmName } from './shared/alarm';
import { alarmFacets } from './shared/alarm-facets';

export const cloudwatchAlarm = defineResource({
  type: 'AWS::CloudWatch::Alarm',
  label: 'CloudWatch alarm',
  sdk: cloudwatch,
  reads: ['cloudwatch:DescribeAlarms'],
  batch: 100,
  factsOf: async (aws, targets): Promise<(AnyAlarm | undefined)[]> => {
    const AlarmNames = [...new Set(targets.map(({ id }) => alarmName(id)))];
    // CloudWatch leaves composite alarms out unless they are asked for, and nothing in a name tells them apart.
    const alarms = await aws.list(
      'DescribeAlarms',
      { AlarmNames, AlarmTypes: ['MetricAlarm', 'CompositeAlarm'] },
      (page): AnyAlarm[] | undefined =>
        page.MetricAlarms || page.CompositeAlarms
          ? [...(page.MetricAlarms ?? []), ...(page.CompositeAlarms ?? [])]
          : undefined,
    );
    return targets.map(({ id }) => alarms.find((alarm) => alarm.AlarmName === alarmName(id)));
  },
  facets: {
    ...alarmFacets<AnyAlarm>('MetricAlarms[]'),
    alarmRule: {
      fields: 'MetricAlarms[].{Namespace, MetricName, Dimensions, Statistic, Threshold, ComparisonOperator, Period}',
      read: (alarm) => {
        if ('AlarmRule' in alarm) {
          throw notApplicable(
            `The alarm ${alarm.AlarmName} watches no metric: it is a composite alarm with the rule ${alarm.AlarmRule}`,
            'Ask the alarms that the rule names.',
          );
        }
        return alarmRule(alarm);
      },
    },
  },
});

function alarmRule(alarm: MetricAlarm): AlarmRule {
  const watched = alarm.MetricName === undefined ? metricOfQuery(alarm) : undefined;
  const dimensions = watched?.Metric?.Dimensions ?? alarm.Dimensions ?? [];
  return {
    namespace: watched?.Metric?.Namespace ?? alarm.Namespace,
    metric: watched?.Metric?.MetricName ?? alarm.MetricName,
    dimensions: Object.fromEntries(dimensions.map(({ Name, Value }) => [told(Name, 'Name'), told(Value, 'Value')])),
    statistic: watched?.Stat ?? alarm.Statistic ?? alarm.ExtendedStatistic,
    threshold: alarm.Threshold,
    operator: told(alarm.ComparisonOperator, 'ComparisonOperator'),
    periodInSeconds: watched?.Period ?? alarm.Period,
    evaluationPeriods: told(alarm.EvaluationPeriods, 'EvaluationPeriods'),
    // `missing` is the documented default, for which AWS leaves the field out.
    treatMissingData: alarm.TreatMissingData ?? 'missing',
  };
}

/** Some tools write a plain metric as a list of queries with one member, which is no metric math. */
function metricOfQuery({ Metrics: queries = [] }: MetricAlarm): MetricStat | undefined {
  return queries.length === 1 ? queries[0]?.MetricStat : undefined;
}
