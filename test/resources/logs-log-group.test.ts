import {
  CloudWatchLogsClient,
  DescribeLogGroupsCommand,
  DescribeLogStreamsCommand,
  DescribeMetricFiltersCommand,
  DescribeSubscriptionFiltersCommand,
  ListTagsForResourceCommand,
  type LogGroup,
} from '@aws-sdk/client-cloudwatch-logs';
import { mockClient } from 'aws-sdk-client-mock';
import { logsLogGroup } from '../../src/resources/logs-log-group';
import { asking } from './answers';

const logs = mockClient(CloudWatchLogsClient);
const { ask, exists } = asking('AWS::Logs::LogGroup', [logsLogGroup]);

const name = '/orders/api';
const arn = 'arn:aws:logs:eu-west-1:123456789012:log-group:/orders/api';
const minimal: LogGroup = { logGroupName: name, arn: `${arn}:*`, logGroupArn: arn, logGroupClass: 'STANDARD' };

function answer(fields: Partial<LogGroup> = {}) {
  const sibling = { ...minimal, logGroupName: `${name}-two`, retentionInDays: 1 };
  logs
    .on(DescribeLogGroupsCommand, { logGroupNamePrefix: name })
    .resolves({ logGroups: [sibling], nextToken: 'two' })
    .on(DescribeLogGroupsCommand, { logGroupNamePrefix: name, nextToken: 'two' })
    .resolves({ logGroups: [{ ...minimal, ...fields }] });
}

beforeEach(() => {
  logs.reset();
  answer();
});

test.each([name, arn, `${arn}:*`, `${name}:*`, `log-group:${name}:*`])('%s is found among siblings', async (id) => {
  expect(await ask(id, 'identity')).toEqual({ arn, id: name });
  expect(await ask(id, 'lifecycle')).toEqual({ available: true });
});

test('a sibling is not taken for the group', async () => {
  answer({ logGroupName: `${name}-three` });
  expect(await exists(name)).toBe(false);
});

test('an answer without the list is broken', async () => {
  logs.on(DescribeLogGroupsCommand).resolves({});
  await expect(exists(name)).rejects.toThrow('DescribeLogGroups');
});

test('encryption with a key and without', async () => {
  expect(await ask(name, 'encryption')).toEqual({ kind: 'service-owned', mode: 'CloudWatch Logs service key' });
  answer({ kmsKeyId: 'arn:aws:kms:eu-west-1:123456789012:key/k-1' });
  expect(await ask(name, 'encryption')).toMatchObject({ kind: 'kms', key: { region: 'eu-west-1' } });
});

test.each([
  [{ retentionInDays: 30 }, { seconds: 2_592_000, detail: 'retentionInDays 30' }],
  [{}, { detail: 'no retentionInDays, which keeps the events for ever' }],
  [{ logGroupClass: 'DELIVERY' as const }, { seconds: 86_400, detail: 'logGroupClass DELIVERY, which keeps one day' }],
  [
    { retentionInDays: 7, retentionPolicyName: 'org' },
    { seconds: 604_800, detail: "retentionInDays 7 by the account's retention policy org" },
  ],
])('retention with %o', async (fields, expected) => {
  answer(fields);
  expect(await ask(name, 'retention')).toEqual(expected);
});

test('deletion protection is told, never assumed', async () => {
  answer({ deletionProtectionEnabled: true });
  expect(await ask(name, 'deletionProtection')).toEqual({ enabled: true });
  answer();
  await expect(ask(name, 'deletionProtection')).rejects.toThrow('logGroups[].deletionProtectionEnabled');
});

test('tags are asked with the ARN that has no stars', async () => {
  answer({ logGroupArn: undefined });
  logs.on(ListTagsForResourceCommand, { resourceArn: arn }).resolves({ tags: { team: 'orders' } });
  expect(await ask(name, 'tags')).toEqual({ team: 'orders' });
});

test('filters', async () => {
  logs.on(DescribeMetricFiltersCommand, { logGroupName: name }).resolves({
    metricFilters: [
      {
        filterName: 'errors',
        logGroupName: name,
        filterPattern: 'ERROR',
        metricTransformations: [{ metricName: 'Errors', metricNamespace: 'Orders', metricValue: '1' }],
      },
    ],
  });
  expect(await ask(name, 'metricFilters')).toEqual({
    filters: [
      {
        name: 'errors',
        logGroup: name,
        pattern: 'ERROR',
        metrics: [{ namespace: 'Orders', name: 'Errors', value: '1' }],
      },
    ],
  });
  logs.on(DescribeSubscriptionFiltersCommand, { logGroupName: name }).resolves({
    subscriptionFilters: [
      { filterName: 'all', filterPattern: '', destinationArn: 'arn:aws:lambda:eu-west-1:1:function:f' },
    ],
  });
  expect(await ask(name, 'subscriptionFilters')).toEqual({
    filters: [{ name: 'all', pattern: '', destination: 'arn:aws:lambda:eu-west-1:1:function:f' }],
  });
});

test('the latest event, and none', async () => {
  const input = { logGroupName: name, orderBy: 'LastEventTime' as const, descending: true };
  logs
    .on(DescribeLogStreamsCommand, input)
    .resolves({ logStreams: [{ lastEventTimestamp: 5 }, { lastEventTimestamp: 9 }, {}] });
  expect(await ask(name, 'logActivity')).toEqual({ streams: 3, lastEventAt: '1970-01-01T00:00:00.009Z' });
  logs.on(DescribeLogStreamsCommand, input).resolves({ logStreams: [] });
  expect(await ask(name, 'logActivity')).toEqual({ streams: 0 });
});
