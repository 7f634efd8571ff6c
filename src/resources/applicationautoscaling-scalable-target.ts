import type { ScalableTarget, ScalingPolicy } from '@aws-sdk/client-application-auto-scaling';
import { applicationAutoScaling } from '../aws/sdk';
import { defineResource } from '../engine/resource';
import { told, wrongArgument } from '../engine/unjudged';
import type { ScalingPolicyFacts } from '../facets';
import type { AwsOf } from './shared/aws-of';
import { type ScalableResource, scalableResources } from './shared/scalable-resource';
import { scalingMetrics } from './shared/scaling-metrics';

export const applicationautoscalingScalableTarget = defineResource({
  type: 'AWS::ApplicationAutoScaling::ScalableTarget',
  label: 'scalable target',
  sdk: applicationAutoScaling,
  reads: ['application-autoscaling:DescribeScalableTargets'],
  facts: async (aws, { id }) => {
    const searches = scalableResources(id);
    const found = (await Promise.all(searches.map((search) => describe(aws, search)))).flat();
    const isArn = id.includes(':scalable-target/');
    return onlyOne(isArn ? found.filter(({ ScalableTargetARN }) => ScalableTargetARN === id) : found, id);
  },
  facets: {
    identity: {
      fields: 'ScalableTargetARN, ResourceId, ScalableDimension, ServiceNamespace',
      read: (target) => ({ arn: target.ScalableTargetARN, id: nameOf(target) }),
    },
    lifecycle: {
      fields: 'SuspendedState',
      read: ({ SuspendedState = {} }) => {
        const suspended = Object.entries(SuspendedState)
          .filter(([, value]) => value === true)
          .map(([name]) => name);
        const reason = suspended.length > 0 ? `${suspended.join(', ')} in SuspendedState` : undefined;
        return { available: reason === undefined, reason };
      },
    },
    tags: {
      fields: 'Tags',
      reads: ['application-autoscaling:ListTagsForResource'],
      read: async (target, aws) => {
        const ResourceARN = told(target.ScalableTargetARN, 'ScalableTargetARN');
        return told((await aws.call('ListTagsForResource', { ResourceARN })).Tags, 'Tags');
      },
    },
    scalingBounds: {
      fields: 'MinCapacity, MaxCapacity',
      read: (target) => ({
        minimum: told(target.MinCapacity, 'MinCapacity'),
        maximum: told(target.MaxCapacity, 'MaxCapacity'),
        unit: told(target.ScalableDimension, 'ScalableDimension'),
      }),
    },
    scalingPolicies: {
      fields: 'ScalingPolicies[].PolicyType, ScalingPolicies[].TargetTrackingScalingPolicyConfiguration',
      reads: ['application-autoscaling:DescribeScalingPolicies'],
      read: async (target, aws) => {
        const { ServiceNamespace, ResourceId, ScalableDimension } = target;
        const policies = await aws.list(
          'DescribeScalingPolicies',
          { ServiceNamespace, ResourceId, ScalableDimension },
          (page) => page.ScalingPolicies,
        );
        return { policies: policies.map(policyFacts) };
      },
    },
    executionRole: { fields: 'RoleARN', read: (target) => ({ arn: told(target.RoleARN, 'RoleARN') }) },
  },
});

async function describe(
  aws: AwsOf<typeof applicationAutoScaling>,
  { ServiceNamespace, ResourceId, ScalableDimension }: ScalableResource,
): Promise<ScalableTarget[]> {
  const ResourceIds = ResourceId === undefined ? undefined : [ResourceId];
  const targets = await aws.list(
    'DescribeScalableTargets',
    { ServiceNamespace, ResourceIds },
    (page) => page.ScalableTargets,
  );
  return targets.filter(
    (target) =>
      (ResourceId === undefined || target.ResourceId === ResourceId) &&
      (ScalableDimension === undefined || target.ScalableDimension === ScalableDimension),
  );
}

/** A table scales its reads and its writes apart. */
function onlyOne(targets: ScalableTarget[], id: string): ScalableTarget | undefined {
  if (targets.length > 1) {
    throw wrongArgument(
      `${id} names ${targets.length} scalable targets: ${targets.map(nameOf).join(', ')}`,
      'Give one of these.',
    );
  }
  return targets[0];
}

function nameOf({ ResourceId, ScalableDimension, ServiceNamespace }: ScalableTarget): string {
  return [ResourceId, ScalableDimension, ServiceNamespace].map((part) => told(part, 'ResourceId')).join('|');
}

function policyFacts(policy: ScalingPolicy): ScalingPolicyFacts {
  const { TargetTrackingScalingPolicyConfiguration: tracking } = policy;
  return {
    name: told(policy.PolicyName, 'ScalingPolicies[].PolicyName'),
    type: told(policy.PolicyType, 'ScalingPolicies[].PolicyType'),
    enabled: true,
    metrics: scalingMetrics(tracking),
    ...(tracking?.TargetValue !== undefined && { targetValue: tracking.TargetValue }),
  };
}
