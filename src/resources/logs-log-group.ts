import { logs } from '../aws/sdk';
import { defineResource } from '../engine/resource';
import { told } from '../engine/unjudged';
import type { Encryption } from '../facets';
import { resourcePart } from './shared/arn';
import { kmsReference } from './shared/kms-reference';
import { logMetric } from './shared/log-metric';
import { findLogEvents } from './shared/log-search';

export const logsLogGroup = defineResource({
  type: 'AWS::Logs::LogGroup',
  label: 'CloudWatch Logs log group',
  sdk: logs,
  reads: ['logs:DescribeLogGroups'],
  facts: async (aws, { id }) => {
    const name = logGroupName(id);
    // The search is by prefix, so it finds the siblings of a group as well.
    const groups = await aws.list('DescribeLogGroups', { logGroupNamePrefix: name }, (page) => page.logGroups);
    return groups.find((group) => group.logGroupName === name);
  },
  facets: {
    identity: {
      fields: 'logGroups[].{arn, logGroupName}',
      read: (group) => ({ arn: arnOf(group), id: told(group.logGroupName, 'logGroups[].logGroupName') }),
    },
    lifecycle: { fields: 'logGroups[]', read: () => ({ available: true }) },
    tags: {
      fields: 'tags',
      reads: ['logs:ListTagsForResource'],
      read: async (group, aws) =>
        told((await aws.call('ListTagsForResource', { resourceArn: arnOf(group) })).tags, 'tags'),
    },
    encryption: {
      fields: 'logGroups[].kmsKeyId',
      // CloudWatch Logs encrypts every group; the field is there when a key of KMS does it. Data that was ingested
      // before the key was associated is not covered, which no answer tells.
      read: ({ kmsKeyId: key }): Encryption =>
        key
          ? { kind: 'kms', mode: 'kmsKeyId', key: kmsReference(key) }
          : { kind: 'service-owned', mode: 'CloudWatch Logs service key' },
    },
    metricFilters: {
      fields: 'metricFilters[].{filterName, filterPattern, metricTransformations}',
      reads: ['logs:DescribeMetricFilters'],
      read: async (group, aws) => {
        const input = { logGroupName: told(group.logGroupName, 'logGroups[].logGroupName') };
        return {
          filters: (await aws.list('DescribeMetricFilters', input, (page) => page.metricFilters)).map(logMetric),
        };
      },
    },
    subscriptionFilters: {
      fields: 'subscriptionFilters[].{filterName, filterPattern, destinationArn}',
      reads: ['logs:DescribeSubscriptionFilters'],
      read: async (group, aws) => {
        const input = { logGroupName: told(group.logGroupName, 'logGroups[].logGroupName') };
        const filters = await aws.list('DescribeSubscriptionFilters', input, (page) => page.subscriptionFilters);
        return {
          filters: filters.map((filter) => ({
            name: told(filter.filterName, 'subscriptionFilters[].filterName'),
            pattern: filter.filterPattern ?? '',
            destination: told(filter.destinationArn, 'subscriptionFilters[].destinationArn'),
          })),
        };
      },
    },
    logActivity: {
      fields: 'logStreams[].lastEventTimestamp',
      reads: ['logs:DescribeLogStreams'],
      read: async (group, aws) => {
        const answer = await aws.call('DescribeLogStreams', {
          logGroupName: told(group.logGroupName, 'logGroups[].logGroupName'),
          orderBy: 'LastEventTime',
          descending: true,
        });
        const streams = told(answer.logStreams, 'logStreams');
        const times = streams.flatMap(({ lastEventTimestamp: time }) => (time === undefined ? [] : [time]));
        return {
          streams: streams.length,
          ...(times.length > 0 && { lastEventAt: new Date(Math.max(...times)).toISOString() }),
        };
      },
    },
    retention: {
      fields: 'logGroups[].{retentionInDays, retentionPolicyName, logGroupClass}',
      read: ({ retentionInDays: days, retentionPolicyName: policy, logGroupClass }) => {
        // A policy of the whole account goes before the period of the group, and AWS reports its period instead.
        const origin = policy ? ` by the account's retention policy ${policy}` : '';
        if (days !== undefined) return { seconds: days * 86_400, detail: `retentionInDays ${days}${origin}` };
        if (logGroupClass === 'DELIVERY')
          return { seconds: 86_400, detail: 'logGroupClass DELIVERY, which keeps one day' };
        // AWS leaves the period out for a group that is kept for ever.
        return { detail: `no retentionInDays${origin}, which keeps the events for ever` };
      },
    },
    deletionProtection: {
      fields: 'logGroups[].deletionProtectionEnabled',
      read: (group) => ({
        enabled: told(group.deletionProtectionEnabled, 'logGroups[].deletionProtectionEnabled'),
      }),
    },
    contents: { fields: 'logGroups[]', read: () => ({ holds: 'log event' }) },
    logEvents: {
      fields: 'logGroups[].logGroupName',
      read: (group) => ({ name: told(group.logGroupName, 'logGroups[].logGroupName') }),
    },
  },
  acts: { find: findLogEvents },
});

function logGroupName(id: string): string {
  return withoutStreams(resourcePart(id)).replace(/^log-group:/, '');
}

/** `arn` covers the streams of the group as well and ends with `:*`; the APIs that take an ARN refuse it so. */
function arnOf(group: { arn?: string; logGroupArn?: string }): string {
  return withoutStreams(told(group.logGroupArn ?? group.arn, 'logGroups[].arn'));
}

function withoutStreams(name: string): string {
  return name.endsWith(':*') ? name.slice(0, -2) : name;
}
