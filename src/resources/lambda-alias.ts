import type { AliasConfiguration } from '@aws-sdk/client-lambda';
import { lambda } from '../aws/sdk';
import { defineResource, type Target } from '../engine/resource';
import { told, wrongArgument } from '../engine/unjudged';
import type { AwsOf } from './shared/aws-of';
import { type Called, functionActs } from './shared/function-acts';
import { attachedPolicy } from './shared/policy';

export const lambdaAlias = defineResource({
  type: 'AWS::Lambda::Alias',
  label: 'Lambda alias',
  sdk: lambda,
  reads: ['lambda:GetAlias'],
  notFound: ['ResourceNotFoundException'],
  accepts: ['AWS::Lambda::Function'],
  facts: (aws, target) => aws.call('GetAlias', namesOf(target)),
  facets: {
    identity: {
      fields: 'AliasArn, Name',
      read: (alias) => ({
        arn: told(alias.AliasArn, 'AliasArn'),
        id: told(alias.AliasArn, 'AliasArn'),
        name: alias.Name,
      }),
    },
    lifecycle: { fields: 'AliasArn', read: () => ({ available: true }) },
    aliasVersion: {
      fields: 'FunctionVersion, RoutingConfig.AdditionalVersionWeights',
      read: (alias, _aws, target) => ({
        functionName: namesOf(target).FunctionName,
        version: told(alias.FunctionVersion, 'FunctionVersion'),
        otherVersions: alias.RoutingConfig?.AdditionalVersionWeights ?? {},
      }),
    },
    provisionedConcurrency: {
      fields: 'RequestedProvisionedConcurrentExecutions, AvailableProvisionedConcurrentExecutions, Status',
      reads: ['lambda:GetProvisionedConcurrencyConfig'],
      read: async (_alias, aws, target) => {
        const { FunctionName, Name: Qualifier } = namesOf(target);
        const set = await aws.callOrAbsent(
          ['ProvisionedConcurrencyConfigNotFoundException', 'ResourceNotFoundException'],
          'GetProvisionedConcurrencyConfig',
          { FunctionName, Qualifier },
        );
        if (!set) return { requested: 0, available: 0 };
        return {
          requested: told(set.RequestedProvisionedConcurrentExecutions, 'RequestedProvisionedConcurrentExecutions'),
          available: set.AvailableProvisionedConcurrentExecutions ?? 0,
          status: told(set.Status, 'Status'),
          reason: set.StatusReason,
        };
      },
    },
    resourcePolicy: {
      fields: 'Policy',
      reads: ['lambda:GetPolicy'],
      read: async (alias, aws, target) => attachedPolicy(told(alias.AliasArn, 'AliasArn'), await policyOf(aws, target)),
    },
    invokePermission: {
      fields: 'Policy',
      reads: ['lambda:GetPolicy'],
      read: async (alias, aws, target) => ({
        action: 'lambda:InvokeFunction',
        ...attachedPolicy(told(alias.AliasArn, 'AliasArn'), await policyOf(aws, target)),
      }),
    },
    intake: { fields: 'AliasArn', read: () => ({ takes: 'payload' }) },
    invocable: {
      fields: 'Timeout of the version',
      reads: ['lambda:GetFunctionConfiguration'],
      read: async (alias, aws) => ({ timeoutInSeconds: (await calledThrough(alias, aws)).timeoutInSeconds }),
    },
  },
  acts: functionActs(calledThrough),
});

/** What is called through an alias; its ARN is taken where a function's is. */
async function calledThrough({ AliasArn }: AliasConfiguration, aws: AwsOf<typeof lambda>): Promise<Called> {
  const arn = told(AliasArn, 'AliasArn');
  const { Timeout } = await aws.call('GetFunctionConfiguration', { FunctionName: arn });
  return { arn, timeoutInSeconds: told(Timeout, 'Timeout') };
}

/** `function:alias`, an ARN of it, or `function/alias` as Terraform imports it. */
function namesOf({ id }: Target): { FunctionName: string; Name: string } {
  const [, FunctionName, Name] =
    /^arn:[^:]+:lambda:[^:]*:[^:]*:function:([^:]+):([^:]+)$/.exec(id) ?? /^([\w-]+)[:/]([\w-]+)$/.exec(id) ?? [];
  if (FunctionName !== undefined && Name !== undefined) return { FunctionName, Name };
  throw wrongArgument(
    `${JSON.stringify(id)} does not say which function and which alias of it is meant`,
    'Let the outputs file hold the ARN of the alias, or function:alias.',
  );
}

/** An alias that nobody was given permission on has no policy, and AWS answers with an error. */
async function policyOf(aws: AwsOf<typeof lambda>, target: Target): Promise<string | undefined> {
  const { FunctionName, Name: Qualifier } = namesOf(target);
  const answer = await aws.callOrAbsent(['ResourceNotFoundException'], 'GetPolicy', { FunctionName, Qualifier });
  return answer && told(answer.Policy, 'Policy');
}
