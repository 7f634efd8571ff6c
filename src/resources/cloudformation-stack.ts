import { cloudformation } from '../aws/sdk';
import { defineResource } from '../engine/resource';
import { told } from '../engine/unjudged';
import { tagMap } from './shared/tags';

/** States in which the stack is what its template says, or what it was before an update that failed. */
const settled = /^(CREATE|UPDATE|UPDATE_ROLLBACK|IMPORT|IMPORT_ROLLBACK)_COMPLETE(_CLEANUP_IN_PROGRESS)?$/;

export const cloudformationStack = defineResource({
  type: 'AWS::CloudFormation::Stack',
  label: 'CloudFormation stack',
  sdk: cloudformation,
  reads: ['cloudformation:DescribeStacks'],
  // CloudFormation has no code of its own for a stack that does not exist.
  notFound: ['ValidationError'],
  facts: async (aws, { id }) => {
    const [stack] = await aws.list('DescribeStacks', { StackName: id }, (page) => page.Stacks);
    // A deleted stack answers to its ARN for ninety days.
    return stack?.StackStatus === 'DELETE_COMPLETE' ? undefined : stack;
  },
  config: {
    read: (stack) => ({ ...stack, Outputs: outputs(stack), Parameters: parameters(stack) }),
  },
  facets: {
    identity: {
      fields: 'Stacks[].{StackId, StackName}',
      read: (stack) => ({
        arn: told(stack.StackId, 'Stacks[].StackId'),
        id: told(stack.StackName, 'Stacks[].StackName'),
      }),
    },
    lifecycle: {
      fields: 'Stacks[].{StackStatus, StackStatusReason}',
      read: ({ StackStatus, StackStatusReason: reason }) => {
        const state = told(StackStatus, 'Stacks[].StackStatus');
        return { state, available: settled.test(state), ...(reason && { reason }) };
      },
    },
    tags: { fields: 'Stacks[].Tags', read: ({ Tags: tags = [] }) => tagMap(tags) },
    description: { fields: 'Stacks[].Description', read: ({ Description: text }) => ({ ...(text && { text }) }) },
    terminationProtection: {
      fields: 'Stacks[].EnableTerminationProtection',
      read: (stack) => ({ enabled: told(stack.EnableTerminationProtection, 'Stacks[].EnableTerminationProtection') }),
    },
    drift: {
      fields: 'Stacks[].DriftInformation.{StackDriftStatus, LastCheckTimestamp}',
      read: ({ DriftInformation: drift }) => {
        const checkedAt = drift?.LastCheckTimestamp;
        return {
          status: told(drift?.StackDriftStatus, 'Stacks[].DriftInformation.StackDriftStatus'),
          ...(checkedAt && { checkedAt: new Date(checkedAt).toISOString() }),
        };
      },
    },
    stackDeployment: {
      fields: 'Stacks[].{StackStatus, StackStatusReason, Outputs}',
      read: (stack) => ({
        status: told(stack.StackStatus, 'Stacks[].StackStatus'),
        ...(stack.StackStatusReason && { reason: stack.StackStatusReason }),
        outputs: outputs(stack),
      }),
    },
    stackResources: {
      fields: 'StackResourceSummaries[].{LogicalResourceId, ResourceType, ResourceStatus, PhysicalResourceId}',
      reads: ['cloudformation:ListStackResources'],
      read: async (stack, aws) => {
        const input = { StackName: told(stack.StackId, 'Stacks[].StackId') };
        const listed = await aws.list('ListStackResources', input, (page) => page.StackResourceSummaries);
        return {
          resources: listed.map((resource) => ({
            logicalId: told(resource.LogicalResourceId, 'LogicalResourceId'),
            type: told(resource.ResourceType, 'ResourceType'),
            status: told(resource.ResourceStatus, 'ResourceStatus'),
            ...(resource.PhysicalResourceId && { physicalId: resource.PhysicalResourceId }),
          })),
        };
      },
    },
  },
});

interface Described {
  Outputs?: { OutputKey?: string | undefined; OutputValue?: string | undefined }[] | undefined;
  Parameters?: { ParameterKey?: string | undefined; ParameterValue?: string | undefined }[] | undefined;
}

/** CloudFormation leaves the list out for a stack without outputs. */
function outputs({ Outputs = [] }: Described): Record<string, string> {
  return Object.fromEntries(
    Outputs.map(({ OutputKey, OutputValue = '' }) => [told(OutputKey, 'OutputKey'), OutputValue]),
  );
}

function parameters({ Parameters = [] }: Described): Record<string, string> {
  return Object.fromEntries(
    Parameters.map(({ ParameterKey, ParameterValue = '' }) => [told(ParameterKey, 'ParameterKey'), ParameterValue]),
  );
}
