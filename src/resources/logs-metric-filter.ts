import { logs } from '../aws/sdk';
import { defineResource } from '../engine/resource';
import { told, wrongArgument } from '../engine/unjudged';
import { logMetric } from './shared/log-metric';

export const logsMetricFilter = defineResource({
  type: 'AWS::Logs::MetricFilter',
  label: 'CloudWatch Logs metric filter',
  sdk: logs,
  reads: ['logs:DescribeMetricFilters'],
  facts: async (aws, { id }) => {
    const [name = '', group] = id.split('|').reverse();
    // CloudWatch Logs searches by the name of a filter within one log group alone.
    const input = group === undefined ? {} : { logGroupName: group, filterNamePrefix: name };
    const filters = await aws.list('DescribeMetricFilters', input, (page) => page.metricFilters);
    const [found, ...others] = filters.filter((filter) => filter.filterName === name);
    if (others.length === 0) return found;
    const groups = [found, ...others].map((filter) => filter?.logGroupName).join(', ');
    throw wrongArgument(
      `${others.length + 1} log groups have a metric filter named '${name}': ${groups}`,
      `Name the log group as well: resource('/orders/api|${name}', 'AWS::Logs::MetricFilter').`,
    );
  },
  facets: {
    identity: {
      fields: 'metricFilters[].{logGroupName, filterName}',
      read: (filter) => {
        const name = told(filter.filterName, 'metricFilters[].filterName');
        return { id: `${told(filter.logGroupName, 'metricFilters[].logGroupName')}|${name}`, name };
      },
    },
    // A filter has no tags of its own.
    lifecycle: { fields: 'metricFilters[]', read: () => ({ available: true }) },
    metricFilters: {
      fields: 'metricFilters[].{filterPattern, logGroupName, metricTransformations}',
      read: (filter) => ({ filters: [logMetric(filter)] }),
    },
  },
});
