import { CloudWatchLogsClient, DescribeMetricFiltersCommand } from '@aws-sdk/client-cloudwatch-logs';
import { mockClient } from 'aws-sdk-client-mock';
import { logsMetricFilter } from '../../src/resources/logs-metric-filter';
import { asking } from './answers';

const logs = mockClient(CloudWatchLogsClient);
const { ask, exists } = asking('AWS::Logs::MetricFilter', [logsMetricFilter]);
const filter = (logGroupName: string, filterName = 'errors') => ({
  filterName,
  logGroupName,
  filterPattern: 'ERROR',
  metricTransformations: [{ metricName: 'Errors', metricNamespace: 'Orders', metricValue: '1', defaultValue: 0 }],
});

beforeEach(() => {
  logs.reset();
  logs
    .on(DescribeMetricFiltersCommand)
    .resolves({ metricFilters: [filter('/orders/api', 'errors-all')], nextToken: 'two' })
    .on(DescribeMetricFiltersCommand, { nextToken: 'two' })
    .resolves({ metricFilters: [filter('/orders/api')] });
});

test('by its name alone, among filters of all groups', async () => {
  expect(await ask('errors', 'identity')).toEqual({ id: '/orders/api|errors', name: 'errors' });
  expect(await ask('errors', 'lifecycle')).toEqual({ available: true });
  expect(await ask('errors', 'metricFilters')).toEqual({
    filters: [
      {
        name: 'errors',
        logGroup: '/orders/api',
        pattern: 'ERROR',
        metrics: [{ namespace: 'Orders', name: 'Errors', value: '1', defaultValue: 0 }],
      },
    ],
  });
  expect(await exists('warnings')).toBe(false);
});

test('by group and name', async () => {
  logs
    .on(DescribeMetricFiltersCommand, { logGroupName: '/orders/web', filterNamePrefix: 'errors' })
    .resolves({ metricFilters: [filter('/orders/web', 'errors-all'), filter('/orders/web')] });
  expect(await ask('/orders/web|errors', 'identity')).toMatchObject({ id: '/orders/web|errors' });
});

test('the same name in two groups', async () => {
  logs.on(DescribeMetricFiltersCommand).resolves({ metricFilters: [filter('/orders/api'), filter('/orders/web')] });
  await expect(ask('errors', 'identity')).rejects.toMatchObject({
    data: {
      outcome: 'wrong argument',
      reason: "2 log groups have a metric filter named 'errors': /orders/api, /orders/web",
    },
  });
});
