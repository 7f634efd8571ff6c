import type { AutoScalingGroup, ScalingPolicy } from '@aws-sdk/client-auto-scaling';
import type { ResponseLaunchTemplateData } from '@aws-sdk/client-ec2';
import { autoScaling, ec2 } from '../aws/sdk';
import { defineResource } from '../engine/resource';
import { notApplicable, told } from '../engine/unjudged';
import type { ScalingPolicyFacts } from '../facets';
import type { AwsOf } from './shared/aws-of';
import { type LaunchTemplateName, launchTemplateVersion } from './shared/launch-template-version';
import { metadataFields, metadataService, templateMachine, templateMachineFields } from './shared/machine';
import { scalingMetrics } from './shared/scaling-metrics';
import { subnetPlacement } from './shared/subnet-placement';
import { tagMap } from './shared/tags';

const templateReads = ['ec2:DescribeLaunchTemplateVersions'];

export const autoscalingAutoScalingGroup = defineResource({
  type: 'AWS::AutoScaling::AutoScalingGroup',
  label: 'Auto Scaling group',
  sdk: autoScaling,
  reads: ['autoscaling:DescribeAutoScalingGroups'],
  batch: 50,
  factsOf: async (aws, targets) => {
    const names = targets.map(({ id }) => /:autoScalingGroupName\/(.+)$/.exec(id)?.[1] ?? id);
    const AutoScalingGroupNames = [...new Set(names)];
    const groups = await aws.list(
      'DescribeAutoScalingGroups',
      { AutoScalingGroupNames },
      (page) => page.AutoScalingGroups,
    );
    return names.map((name) => groups.find(({ AutoScalingGroupName }) => AutoScalingGroupName === name));
  },
  facets: {
    identity: {
      fields: 'AutoScalingGroupARN, AutoScalingGroupName',
      read: (group) => ({
        arn: told(group.AutoScalingGroupARN, 'AutoScalingGroupARN'),
        id: told(group.AutoScalingGroupName, 'AutoScalingGroupName'),
      }),
    },
    lifecycle: {
      fields: 'Status, DesiredCapacity, Instances[].LifecycleState',
      read: (group) => {
        const desired = told(group.DesiredCapacity, 'DesiredCapacity');
        const serving = inService(group).length;
        // AWS gives a group a status only while it is being deleted.
        const available = !group.Status && serving >= desired;
        const reason = available ? undefined : `${serving} of ${desired} instances in service`;
        return { ...(group.Status && { state: group.Status }), available, reason };
      },
    },
    // The API leaves Tags out where there are none.
    tags: { fields: 'Tags', read: (group) => tagMap(group.Tags ?? []) },
    zones: {
      fields: 'Instances[].AvailabilityZone of those in service; AvailabilityZones of a group that wants none',
      read: (group) => ({
        zones: group.DesiredCapacity === 0 ? [...(group.AvailabilityZones ?? [])].sort() : zonesOf(group),
      }),
    },
    availability: {
      fields: 'AvailabilityZones, Instances[].AvailabilityZone, Instances[].LifecycleState',
      read: (group) => {
        const zones = zonesOf(group);
        const open = told(group.AvailabilityZones, 'AvailabilityZones');
        return {
          multiAz: zones.length > 1,
          detail: `${inService(group).length} instances in service in ${zones.join(', ') || 'no zone'}; the group may use ${open.join(', ')}`,
        };
      },
    },
    networkPlacement: {
      fields: 'VPCZoneIdentifier and the VpcId of its subnets',
      reads: ['ec2:DescribeSubnets'],
      read: (group, aws) => {
        const subnetIds = (group.VPCZoneIdentifier ?? '').split(',').filter(Boolean);
        // Security groups come with the launch template, or with its network interfaces.
        return subnetPlacement({ subnetIds, securityGroupIds: [] }, aws);
      },
    },
    scalingBounds: {
      fields: 'MinSize, MaxSize, DesiredCapacity',
      read: (group) => ({
        minimum: told(group.MinSize, 'MinSize'),
        maximum: told(group.MaxSize, 'MaxSize'),
        desired: told(group.DesiredCapacity, 'DesiredCapacity'),
        unit:
          group.DesiredCapacityType && group.DesiredCapacityType !== 'units' ? group.DesiredCapacityType : 'instances',
      }),
    },
    scaledInstances: {
      fields: 'Instances[].LifecycleState, Instances[].HealthStatus',
      read: ({ Instances = [] }) => ({
        instances: Instances.map((instance) => ({
          id: told(instance.InstanceId, 'Instances[].InstanceId'),
          zone: told(instance.AvailabilityZone, 'Instances[].AvailabilityZone'),
          state: told(instance.LifecycleState, 'Instances[].LifecycleState'),
          healthy: told(instance.HealthStatus, 'Instances[].HealthStatus').toLowerCase() === 'healthy',
        })),
      }),
    },
    instanceHealthCheck: {
      fields: 'HealthCheckType, HealthCheckGracePeriod',
      read: (group) => ({
        types: told(group.HealthCheckType, 'HealthCheckType').split(','),
        // Left out where it is 0.
        gracePeriodInSeconds: group.HealthCheckGracePeriod ?? 0,
      }),
    },
    scalingPolicies: {
      fields: 'ScalingPolicies[].PolicyType, ScalingPolicies[].TargetTrackingConfiguration, ScalingPolicies[].Enabled',
      reads: ['autoscaling:DescribePolicies'],
      read: async (group, aws) => {
        const AutoScalingGroupName = told(group.AutoScalingGroupName, 'AutoScalingGroupName');
        const policies = await aws.list('DescribePolicies', { AutoScalingGroupName }, (page) => page.ScalingPolicies);
        return { policies: policies.map(policyFacts) };
      },
    },
    launchSource: {
      fields: 'LaunchTemplate, MixedInstancesPolicy.LaunchTemplate, LaunchConfigurationName',
      read: (group) => {
        const template = templateOf(group);
        return {
          templateId: template?.LaunchTemplateId,
          templateName: template?.LaunchTemplateName,
          version: template?.Version,
          launchConfiguration: group.LaunchConfigurationName || undefined,
        };
      },
    },
    machine: {
      fields: `${templateMachineFields} of its launch template, MixedInstancesPolicy.LaunchTemplate.Overrides`,
      reads: templateReads,
      read: async (group, aws) => {
        const overrides = (group.MixedInstancesPolicy?.LaunchTemplate?.Overrides ?? [])
          .map(({ InstanceType }) => InstanceType)
          .filter((type) => type !== undefined);
        return templateMachine(await templateData(group, aws), overrides.length > 0 ? overrides : undefined);
      },
    },
    metadataService: {
      fields: `${metadataFields} of its launch template`,
      reads: templateReads,
      read: async (group, aws) => metadataService((await templateData(group, aws)).MetadataOptions),
    },
    instanceProfile: {
      fields: 'IamInstanceProfile of its launch template',
      reads: templateReads,
      read: async (group, aws) => {
        const { IamInstanceProfile } = await templateData(group, aws);
        return { profile: IamInstanceProfile?.Arn ?? IamInstanceProfile?.Name };
      },
    },
    attachments: {
      fields: 'TargetGroupARNs, LoadBalancerNames',
      read: ({ TargetGroupARNs = [], LoadBalancerNames = [] }) => ({
        attachments: [...TargetGroupARNs, ...LoadBalancerNames].map((to) => ({ to, state: 'attached', ready: true })),
      }),
    },
  },
});

function inService({ Instances = [] }: AutoScalingGroup) {
  return Instances.filter(({ LifecycleState }) => LifecycleState === 'InService');
}

function zonesOf(group: AutoScalingGroup): string[] {
  const zones = inService(group).map(({ AvailabilityZone }) => told(AvailabilityZone, 'Instances[].AvailabilityZone'));
  return [...new Set(zones)].sort();
}

function templateOf(group: AutoScalingGroup): LaunchTemplateName | undefined {
  return group.LaunchTemplate ?? group.MixedInstancesPolicy?.LaunchTemplate?.LaunchTemplateSpecification;
}

async function templateData(
  group: AutoScalingGroup,
  aws: AwsOf<typeof autoScaling>,
): Promise<ResponseLaunchTemplateData> {
  const template = templateOf(group);
  if (!template) {
    throw notApplicable(
      `It launches from the launch configuration ${group.LaunchConfigurationName}, which stackproof does not read.`,
      'AWS has retired launch configurations: use a launch template.',
    );
  }
  return (await launchTemplateVersion(aws.through(ec2), template)).LaunchTemplateData;
}

function policyFacts(policy: ScalingPolicy): ScalingPolicyFacts {
  const { TargetTrackingConfiguration: tracking, PredictiveScalingConfiguration: predictive } = policy;
  return {
    name: told(policy.PolicyName, 'ScalingPolicies[].PolicyName'),
    type: told(policy.PolicyType, 'ScalingPolicies[].PolicyType'),
    // Left out by old policies, which are on.
    enabled: policy.Enabled !== false,
    metrics: [
      ...scalingMetrics(tracking),
      ...(predictive?.MetricSpecifications ?? [])
        .map(({ PredefinedMetricPairSpecification: pair }) => pair?.PredefinedMetricType)
        .filter((name) => name !== undefined),
    ],
    ...(tracking?.TargetValue !== undefined && { targetValue: tracking.TargetValue }),
    ...(policy.ScalingAdjustment !== undefined && { adjustment: policy.ScalingAdjustment }),
  };
}
