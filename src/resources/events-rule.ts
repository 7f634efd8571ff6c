import type { DescribeRuleResponse } from '@aws-sdk/client-eventbridge';
import { eventbridge } from '../aws/sdk';
import { isRecord } from '../engine/argument';
import { defineResource } from '../engine/resource';
import { told, undetermined, wrongArgument } from '../engine/unjudged';
import { resourcePart } from './shared/arn';
import type { AwsOf } from './shared/aws-of';
import { tagMap } from './shared/tags';

type EventBridge = AwsOf<typeof eventbridge>;

export const eventsRule = defineResource({
  type: 'AWS::Events::Rule',
  label: 'EventBridge rule',
  sdk: eventbridge,
  reads: ['events:DescribeRule', 'events:ListEventBuses'],
  notFound: ['ResourceNotFoundException'],
  facts: (aws, { id, value }) => findRule(aws, busAndName(value.startsWith('arn:') ? value : id)),
  facets: {
    identity: {
      fields: 'Arn, Name',
      read: (rule) => ({ arn: told(rule.Arn, 'Arn'), id: told(rule.Name, 'Name') }),
    },
    lifecycle: {
      fields: 'State',
      read: (rule) => {
        const state = told(rule.State, 'State');
        return { state, available: state !== 'DISABLED' };
      },
    },
    tags: {
      fields: 'Tags',
      reads: ['events:ListTagsForResource'],
      read: async (rule, aws) =>
        tagMap(told((await aws.call('ListTagsForResource', { ResourceARN: told(rule.Arn, 'Arn') })).Tags, 'Tags')),
    },
    activation: {
      fields: 'State',
      read: (rule) => {
        const state = told(rule.State, 'State');
        return { enabled: state !== 'DISABLED', state };
      },
    },
    scheduleExpression: {
      fields: 'ScheduleExpression',
      // Rules count in UTC; only schedules of the Scheduler know time zones.
      read: ({ ScheduleExpression: expression }) => (expression ? { expression, timezone: 'UTC' } : {}),
    },
    eventPattern: { fields: 'EventPattern', read: (rule) => ({ pattern: patternOf(rule) }) },
    executionRole: { fields: 'RoleArn', read: (rule) => ({ arn: rule.RoleArn || undefined }) },
    eventTargets: {
      fields: 'Targets[].{Arn, RoleArn, DeadLetterConfig, Input}, State',
      reads: ['events:ListTargetsByRule'],
      read: async (rule, aws) => {
        const input = { Rule: told(rule.Name, 'Name'), EventBusName: rule.EventBusName };
        const targets = await aws.list('ListTargetsByRule', input, (page) => page.Targets);
        return {
          from: told(rule.Arn, 'Arn'),
          service: 'events',
          enabled: told(rule.State, 'State') !== 'DISABLED',
          targets: targets.map((target) => ({
            arn: told(target.Arn, 'Targets[].Arn'),
            roleArn: target.RoleArn || rule.RoleArn || undefined,
            deadLetter: target.DeadLetterConfig?.Arn || undefined,
            input: target.Input,
          })),
        };
      },
    },
  },
});

interface RuleName {
  bus?: string;
  name: string;
}

/** `bus|rule` is CloudFormation's id of a rule on a bus of one's own, `bus/rule` Terraform's. */
function busAndName(id: string): RuleName {
  const text = resourcePart(id).replace(/^rule\//, '');
  const at = Math.max(text.lastIndexOf('|'), text.lastIndexOf('/'));
  return at < 0 ? { name: text } : { bus: text.slice(0, at), name: text.slice(at + 1) };
}

/** A bare name is looked for on the default bus first, then on the others. */
async function findRule(aws: EventBridge, { bus, name }: RuleName): Promise<DescribeRuleResponse | undefined> {
  const ask = (EventBusName?: string) =>
    aws.callOrAbsent(['ResourceNotFoundException'], 'DescribeRule', {
      Name: name,
      ...(EventBusName && { EventBusName }),
    });
  const first = await ask(bus);
  // A rule that came from ARN of the default bus is there or nowhere.
  if (first || bus !== undefined) return first;
  const buses = await aws.list('ListEventBuses', {}, (page) => page.EventBuses);
  const others = buses.map((each) => told(each.Name, 'EventBuses[].Name')).filter((each) => each !== 'default');
  const found = (await Promise.all(others.map(ask))).filter((rule) => rule !== undefined);
  if (found.length > 1) {
    throw wrongArgument(
      `${name} is a rule on ${found.length} event buses: ${found.map((rule) => rule.EventBusName).join(', ')}`,
      'Let the outputs file hold the ARN of the rule.',
    );
  }
  return found[0];
}

function patternOf({ EventPattern: text }: DescribeRuleResponse): Record<string, unknown> | undefined {
  if (!text) return undefined;
  try {
    const pattern: unknown = JSON.parse(text);
    if (isRecord(pattern)) return pattern;
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
  }
  throw undetermined('broken answer', `AWS answered with an EventPattern that is no JSON object: ${text}`);
}
