import { sfn } from '../aws/sdk';
import { isRecord } from '../engine/argument';
import { defineResource } from '../engine/resource';
import { told, undetermined } from '../engine/unjudged';
import type { Workflow } from '../facets';
import { kmsReference } from './shared/kms-reference';
import { machineActs } from './shared/machine-acts';
import { tagMap } from './shared/tags';

export const stepfunctionsStateMachine = defineResource({
  type: 'AWS::StepFunctions::StateMachine',
  label: 'Step Functions state machine',
  sdk: sfn,
  reads: ['states:DescribeStateMachine'],
  notFound: ['StateMachineDoesNotExist'],
  facts: async (aws, { id }) => {
    const arn = id.startsWith('arn:')
      ? id
      : `arn:${aws.partition}:states:${aws.region}:${await aws.account()}:stateMachine:${id}`;
    return aws.call('DescribeStateMachine', { stateMachineArn: arn });
  },
  facets: {
    identity: {
      fields: 'stateMachineArn, name',
      read: (machine) => {
        const arn = told(machine.stateMachineArn, 'stateMachineArn');
        return { arn, id: arn, name: told(machine.name, 'name') };
      },
    },
    lifecycle: {
      fields: 'status',
      read: (machine) => {
        const state = told(machine.status, 'status');
        return { state, available: state === 'ACTIVE' };
      },
    },
    tags: {
      fields: 'tags',
      reads: ['states:ListTagsForResource'],
      read: async (machine, aws) => {
        const resourceArn = told(machine.stateMachineArn, 'stateMachineArn');
        const { tags } = await aws.call('ListTagsForResource', { resourceArn });
        return tagMap(told(tags, 'tags').map(({ key, value }) => ({ Key: key, Value: value })));
      },
    },
    encryption: {
      fields: 'encryptionConfiguration.{type, kmsKeyId}',
      // AWS leaves the configuration out where nothing was chosen, which means a key it owns.
      read: ({ encryptionConfiguration: chosen }) =>
        chosen?.type === 'CUSTOMER_MANAGED_KMS_KEY'
          ? { kind: 'kms', mode: chosen.type, key: kmsReference(told(chosen.kmsKeyId, 'kmsKeyId')) }
          : { kind: 'service-owned', mode: chosen?.type ?? 'AWS_OWNED_KEY' },
    },
    tracing: {
      fields: 'tracingConfiguration.enabled',
      read: (machine) => {
        // AWS leaves the configuration out for machines that were made before there was tracing.
        const enabled = machine.tracingConfiguration?.enabled ?? false;
        return { enabled, mode: `tracingConfiguration.enabled ${enabled}` };
      },
    },
    executionRole: { fields: 'roleArn', read: (machine) => ({ arn: told(machine.roleArn, 'roleArn') }) },
    executionLogs: {
      fields: 'loggingConfiguration.{level, includeExecutionData, destinations}',
      read: ({ loggingConfiguration: logging }) => {
        const level = logging?.level ?? 'OFF';
        const groups = (logging?.destinations ?? []).map((each) => each.cloudWatchLogsLogGroup?.logGroupArn);
        return {
          enabled: level !== 'OFF' && groups.length > 0,
          level,
          includesData: logging?.includeExecutionData ?? false,
          destinations: groups.filter((arn) => arn !== undefined),
        };
      },
    },
    workflow: {
      fields: 'type, definition',
      read: (machine) => ({ type: told(machine.type, 'type'), ...outline(told(machine.definition, 'definition')) }),
    },
  },
  acts: machineActs,
});

function outline(definition: string): Pick<Workflow, 'states' | 'calls'> {
  const parsed = parse(definition);
  const calls = new Set<string>();
  collectArns(parsed, calls);
  return { states: statesOf(parsed), calls: [...calls] };
}

function parse(definition: string): unknown {
  try {
    return JSON.parse(definition);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw undetermined('broken answer', `AWS answered with a definition that is no JSON: ${error.message}`);
  }
}

/** Names of the states of a machine and of the machines inside of its states. */
function statesOf(part: unknown): string[] {
  if (Array.isArray(part)) return part.flatMap(statesOf);
  if (!isRecord(part)) return [];
  return Object.entries(part).flatMap(([key, value]) =>
    key === 'States' && isRecord(value) ? [...Object.keys(value), ...statesOf(Object.values(value))] : statesOf(value),
  );
}

function collectArns(part: unknown, found: Set<string>): void {
  if (typeof part === 'string' && part.startsWith('arn:')) found.add(part);
  if (typeof part === 'string' || typeof part !== 'object' || part === null) return;
  for (const value of Object.values(part)) collectArns(value, found);
}
