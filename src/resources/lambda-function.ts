import type { FunctionConfiguration } from '@aws-sdk/client-lambda';
import { lambda } from '../aws/sdk';
import { defineResource } from '../engine/resource';
import { notApplicable, told, undetermined } from '../engine/unjudged';
import type { ResourcePolicy } from '../facets';
import type { AwsOf } from './shared/aws-of';
import { functionActs } from './shared/function-acts';
import { functionRuns } from './shared/function-runs';
import { mappingTrigger, permissionTriggers } from './shared/function-triggers';
import { kmsReference } from './shared/kms-reference';
import { attachedPolicy } from './shared/policy';

type Lambda = AwsOf<typeof lambda>;

export const lambdaFunction = defineResource({
  type: 'AWS::Lambda::Function',
  label: 'Lambda function',
  sdk: lambda,
  reads: ['lambda:GetFunctionConfiguration'],
  notFound: ['ResourceNotFoundException'],
  facts: (aws, { id }) => aws.call('GetFunctionConfiguration', { FunctionName: id }),
  facets: {
    identity: {
      fields: 'FunctionArn, FunctionName',
      read: (fn) => ({ arn: told(fn.FunctionArn, 'FunctionArn'), id: told(fn.FunctionName, 'FunctionName') }),
    },
    lifecycle: {
      fields: 'State, StateReason, LastUpdateStatus, LastUpdateStatusReason',
      read: (fn) => {
        const state = told(fn.State, 'State');
        // While an update is under way or has failed, the function still runs its previous configuration.
        const unsettled = fn.LastUpdateStatus !== undefined && fn.LastUpdateStatus !== 'Successful';
        const update = unsettled ? `LastUpdateStatus ${fn.LastUpdateStatus}` : undefined;
        const reasons = [fn.StateReason, update, unsettled ? fn.LastUpdateStatusReason : undefined].filter(Boolean);
        return { state, available: state === 'Active' && !unsettled, reason: reasons.join('; ') || undefined };
      },
    },
    tags: {
      fields: 'Tags',
      reads: ['lambda:ListTags'],
      read: async (fn, aws) => told((await aws.call('ListTags', { Resource: unqualified(fn) })).Tags, 'Tags'),
    },
    encryption: {
      fields: 'KMSKeyArn, StateReasonCode',
      read: (fn) => {
        // Only a customer managed key is named: without one Lambda encrypts with a key of AWS.
        if (!fn.KMSKeyArn) return { kind: 'service-owned', mode: 'Lambda default encryption (no KMSKeyArn)' };
        const problem = fn.StateReasonCode?.includes('KMSKey')
          ? `${fn.StateReasonCode}: ${fn.StateReason ?? 'AWS gives no reason'}`
          : undefined;
        return { kind: 'kms', mode: 'KMSKeyArn', key: kmsReference(fn.KMSKeyArn), problem };
      },
    },
    function: {
      fields: 'PackageType, Runtime, Handler, Timeout, MemorySize, Architectures',
      read: (fn) => ({
        packageType: told(fn.PackageType, 'PackageType'),
        runtime: fn.Runtime || undefined,
        handler: fn.Handler || undefined,
        timeoutInSeconds: told(fn.Timeout, 'Timeout'),
        memoryInMegabytes: told(fn.MemorySize, 'MemorySize'),
        architectures: told(fn.Architectures, 'Architectures'),
      }),
    },
    processorArchitecture: {
      fields: 'Architectures',
      read: (fn) => ({ architectures: told(fn.Architectures, 'Architectures') }),
    },
    executionRole: { fields: 'Role', read: (fn) => ({ arn: told(fn.Role, 'Role') }) },
    functionLayers: {
      fields: 'Layers[].Arn',
      read: (fn) => ({ layers: (fn.Layers ?? []).map(({ Arn }) => told(Arn, 'Layers[].Arn')) }),
    },
    temporaryStorage: {
      fields: 'EphemeralStorage.Size',
      read: (fn) => ({ megabytes: told(fn.EphemeralStorage?.Size, 'EphemeralStorage.Size') }),
    },
    reservedConcurrency: {
      fields: 'ReservedConcurrentExecutions',
      reads: ['lambda:GetFunctionConcurrency'],
      // Lambda answers with an empty object where nothing is reserved.
      read: async (fn, aws) => ({
        executions: (await aws.call('GetFunctionConcurrency', { FunctionName: unqualified(fn) }))
          .ReservedConcurrentExecutions,
      }),
    },
    asyncInvocation: {
      fields: 'MaximumRetryAttempts, MaximumEventAgeInSeconds, DestinationConfig',
      reads: ['lambda:GetFunctionEventInvokeConfig'],
      read: async (_fn, aws, { id }) => {
        const answer = await aws.callOrAbsent(['ResourceNotFoundException'], 'GetFunctionEventInvokeConfig', {
          FunctionName: id,
        });
        const { OnSuccess, OnFailure } = answer?.DestinationConfig ?? {};
        return {
          // What was never configured is as Lambda documents it.
          maximumRetryAttempts: answer?.MaximumRetryAttempts ?? 2,
          maximumEventAgeInSeconds: answer?.MaximumEventAgeInSeconds ?? 21_600,
          destinations: [
            ...(OnSuccess?.Destination ? [{ on: 'success' as const, target: OnSuccess.Destination }] : []),
            ...(OnFailure?.Destination ? [{ on: 'failure' as const, target: OnFailure.Destination }] : []),
          ],
        };
      },
    },
    functionRuns: {
      fields: 'Datapoints[].Sum of the metrics Invocations and Errors in AWS/Lambda',
      reads: ['cloudwatch:GetMetricStatistics'],
      read: (fn, aws) => functionRuns(aws, told(fn.FunctionName, 'FunctionName')),
    },
    environment: { fields: 'Environment.Variables, Environment.Error', read: (fn) => ({ variables: variables(fn) }) },
    plainEnvironment: {
      fields: 'Environment.Variables, Environment.Error',
      read: (fn) => ({ parts: [{ of: told(fn.FunctionName, 'FunctionName'), variables: variables(fn) }] }),
    },
    environmentNames: {
      fields: 'Environment.Variables, Environment.Error',
      read: (fn) => ({ parts: [{ of: told(fn.FunctionName, 'FunctionName'), names: Object.keys(variables(fn)) }] }),
    },
    tracing: {
      fields: 'TracingConfig.Mode',
      read: (fn) => {
        const mode = told(fn.TracingConfig?.Mode, 'TracingConfig.Mode');
        return { enabled: mode === 'Active', mode };
      },
    },
    logDelivery: {
      fields: 'LoggingConfig.LogGroup',
      // Where no other was named, it is the group of the function's own name.
      read: ({ LoggingConfig: logging, FunctionName }) => ({
        destinations: [
          {
            kind: 'log group',
            target: logging?.LogGroup || `/aws/lambda/${told(FunctionName, 'FunctionName')}`,
          },
        ],
      }),
    },
    deadLetter: {
      fields: 'DeadLetterConfig.TargetArn',
      read: (fn) => ({ target: fn.DeadLetterConfig?.TargetArn || undefined }),
    },
    networkPlacement: {
      fields: 'VpcConfig',
      reads: ['ec2:DescribeSubnets'],
      read: async (fn, aws) => {
        const subnetIds = subnetsOf(fn);
        const [first] = subnetIds;
        if (first === undefined) return { subnetIds, securityGroupIds: [] };
        // AWS-compatible servers leave VpcId out at times; the subnets know it.
        const vpcId = fn.VpcConfig?.VpcId || (await aws.facet(subnet(first), 'networkPlacement')).vpcId;
        return { vpcId, subnetIds, securityGroupIds: told(fn.VpcConfig?.SecurityGroupIds, 'SecurityGroupIds') };
      },
    },
    zones: {
      fields: 'VpcConfig.SubnetIds, AvailabilityZone of the subnets',
      reads: ['ec2:DescribeSubnets'],
      read: async (fn, aws) => {
        if (subnetsOf(fn).length > 0) return { zones: await zonesOf(fn, aws) };
        throw notApplicable(
          `The function ${fn.FunctionName} is in no VPC, and Lambda does not tell the zones it runs in.`,
          'Ask toBeMultiAz() instead: a function outside a VPC runs in several Availability Zones.',
        );
      },
    },
    availability: {
      fields: 'VpcConfig.SubnetIds, AvailabilityZone of the subnets',
      reads: ['ec2:DescribeSubnets'],
      read: async (fn, aws) => {
        const subnets = subnetsOf(fn);
        if (subnets.length === 0) {
          return { multiAz: true, detail: 'in no VPC, so Lambda runs it in several Availability Zones of the region' };
        }
        const zones = await zonesOf(fn, aws);
        return {
          multiAz: zones.length > 1,
          detail: `${subnets.length} ${subnets.length === 1 ? 'subnet' : 'subnets'} in ${zones.join(', ')}`,
        };
      },
    },
    triggers: {
      fields: 'EventSourceMappings[].{EventSourceArn, State}, Policy',
      reads: ['lambda:ListEventSourceMappings', 'lambda:GetPolicy'],
      read: async (fn, aws, { id }) => {
        const [mappings, { statements }] = await Promise.all([
          aws.list(
            'ListEventSourceMappings',
            { FunctionName: await shortName(id, aws) },
            (page) => page.EventSourceMappings,
          ),
          policyOf(fn, id, aws),
        ]);
        return { triggers: [...mappings.map(mappingTrigger), ...statements.flatMap(permissionTriggers)] };
      },
    },
    resourcePolicy: {
      fields: 'Policy',
      reads: ['lambda:GetPolicy'],
      read: (fn, aws, { id }) => policyOf(fn, id, aws),
    },
    invokePermission: {
      fields: 'Policy',
      reads: ['lambda:GetPolicy'],
      read: async (fn, aws, { id }) => ({ action: 'lambda:InvokeFunction', ...(await policyOf(fn, id, aws)) }),
    },
    intake: { fields: 'FunctionArn', read: () => ({ takes: 'payload' }) },
    invocable: { fields: 'Timeout', read: (fn) => ({ timeoutInSeconds: told(fn.Timeout, 'Timeout') }) },
  },
  acts: functionActs(async (fn: FunctionConfiguration) => ({
    arn: told(fn.FunctionArn, 'FunctionArn'),
    timeoutInSeconds: told(fn.Timeout, 'Timeout'),
  })),
});

/** Name, with a qualifier where there is one: moto finds a mapping by the text it was made with, mostly the name. */
async function shortName(id: string, aws: Lambda): Promise<string> {
  const [, account, name] = /^arn:[^:]+:lambda:[^:]+:(\d+):function:(.+)$/.exec(id) ?? [];
  return name !== undefined && account === (await aws.account()) ? name : id;
}

/** Tags belong to the function, so ListTags refuses the ARN of a version or an alias. */
function unqualified({ FunctionArn }: FunctionConfiguration): string {
  return told(FunctionArn, 'FunctionArn').split(':').slice(0, 7).join(':');
}

function subnetsOf({ VpcConfig }: FunctionConfiguration): string[] {
  return VpcConfig?.SubnetIds ?? [];
}

function subnet(id: string) {
  return { type: 'AWS::EC2::Subnet', id };
}

async function zonesOf(fn: FunctionConfiguration, aws: Lambda): Promise<string[]> {
  const answers = await Promise.all(subnetsOf(fn).map((id) => aws.facet(subnet(id), 'zones')));
  return [...new Set(answers.flatMap(({ zones }) => zones))].sort();
}

/** A function that nobody was given permission on has no policy, and AWS answers with an error. */
async function policyOf(fn: FunctionConfiguration, id: string, aws: Lambda): Promise<ResourcePolicy> {
  const answer = await aws.callOrAbsent(['ResourceNotFoundException'], 'GetPolicy', { FunctionName: id });
  return attachedPolicy(told(fn.FunctionArn, 'FunctionArn'), answer && told(answer.Policy, 'Policy'));
}

function variables({ Environment }: FunctionConfiguration): Record<string, string> {
  // Without kms:Decrypt on the function's key AWS answers, but leaves the variables out.
  if (Environment?.Error) {
    throw undetermined(
      Environment.Error.ErrorCode === 'AccessDeniedException' ? 'access denied' : 'broken answer',
      `AWS did not tell the environment variables: ${Environment.Error.Message ?? Environment.Error.ErrorCode}`,
      { action: 'kms:Decrypt' },
    );
  }
  return Environment?.Variables ?? {};
}
