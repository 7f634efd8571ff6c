import type { TargetGroup } from '@aws-sdk/client-elastic-load-balancing-v2';
import { elasticLoadBalancingV2 } from '../aws/sdk';
import { defineResource } from '../engine/resource';
import { notApplicable, told } from '../engine/unjudged';
import type { AwsOf } from './shared/aws-of';
import { attributeMap, attributeNumber, attributeSwitch } from './shared/balancing-attributes';
import { balancingTags } from './shared/balancing-tags';

const attributeReads = ['elasticloadbalancing:DescribeTargetGroupAttributes'];

export const elasticloadbalancingv2TargetGroup = defineResource({
  type: 'AWS::ElasticLoadBalancingV2::TargetGroup',
  label: 'target group',
  sdk: elasticLoadBalancingV2,
  reads: ['elasticloadbalancing:DescribeTargetGroups'],
  notFound: ['TargetGroupNotFound', 'TargetGroupNotFoundException'],
  // One a call: a list fails as a whole when one group is missing.
  facts: async (aws, { id }) => {
    const name = /^targetgroup\/([^/]+)/.exec(id)?.[1] ?? id;
    const named = id.startsWith('arn:') ? { TargetGroupArns: [id] } : { Names: [name] };
    const groups = await aws.list('DescribeTargetGroups', named, (page) => page.TargetGroups);
    return groups.find(({ TargetGroupArn, TargetGroupName }) => TargetGroupArn === id || TargetGroupName === name);
  },
  config: {
    reads: attributeReads,
    read: async (group, aws) => ({ ...group, TargetGroupAttributes: await attributesOf(aws, group) }),
  },
  facets: {
    identity: {
      fields: 'TargetGroupArn, TargetGroupName',
      read: (group) => {
        const arn = arnOf(group);
        return { arn, id: arn, name: told(group.TargetGroupName, 'TargetGroupName') };
      },
    },
    lifecycle: { fields: 'TargetGroupArn', read: () => ({ available: true }) },
    tags: {
      fields: 'TagDescriptions[].Tags',
      reads: ['elasticloadbalancing:DescribeTags'],
      read: (group, aws) => balancingTags(aws, arnOf(group)),
    },
    targetProtocol: {
      fields: 'TargetType, Protocol, Port, ProtocolVersion',
      read: (group) => ({
        targetType: told(group.TargetType, 'TargetType'),
        ...(group.Protocol && { protocol: group.Protocol }),
        ...(group.Port !== undefined && { port: group.Port }),
        ...(group.ProtocolVersion && { version: group.ProtocolVersion }),
      }),
    },
    targetHealthCheck: {
      fields:
        'HealthCheckEnabled, HealthCheckProtocol, HealthCheckPort, HealthCheckPath, HealthCheckIntervalSeconds, HealthCheckTimeoutSeconds, HealthyThresholdCount, UnhealthyThresholdCount, Matcher',
      read: (group) => ({
        enabled: told(group.HealthCheckEnabled, 'HealthCheckEnabled'),
        protocol: group.HealthCheckProtocol,
        port: group.HealthCheckPort,
        path: group.HealthCheckPath,
        intervalInSeconds: group.HealthCheckIntervalSeconds,
        timeoutInSeconds: group.HealthCheckTimeoutSeconds,
        healthyThreshold: group.HealthyThresholdCount,
        unhealthyThreshold: group.UnhealthyThresholdCount,
        codes: group.Matcher?.HttpCode ?? group.Matcher?.GrpcCode,
      }),
    },
    targetHealth: {
      fields: 'TargetHealthDescriptions[].Target, TargetHealthDescriptions[].TargetHealth',
      reads: ['elasticloadbalancing:DescribeTargetHealth'],
      read: async (group, aws) => {
        const answer = await aws.call('DescribeTargetHealth', { TargetGroupArn: arnOf(group) });
        return {
          targets: told(answer.TargetHealthDescriptions, 'TargetHealthDescriptions').map(
            ({ Target, TargetHealth }) => ({
              id: told(Target?.Id, 'TargetHealthDescriptions[].Target.Id'),
              ...(Target?.Port !== undefined && { port: Target.Port }),
              state: told(TargetHealth?.State, 'TargetHealthDescriptions[].TargetHealth.State'),
              reason: TargetHealth?.Description ?? TargetHealth?.Reason,
            }),
          ),
        };
      },
    },
    targetDistribution: {
      fields:
        'deregistration_delay.timeout_seconds, stickiness.enabled, stickiness.type, load_balancing.algorithm.type',
      reads: attributeReads,
      read: async (group, aws) => {
        const attributes = await attributesOf(aws, group);
        return {
          deregistrationDelayInSeconds: attributeNumber(attributes, 'deregistration_delay.timeout_seconds'),
          sticky: attributeSwitch(attributes, 'stickiness.enabled'),
          stickinessType: attributes['stickiness.type'],
          algorithm: attributes['load_balancing.algorithm.type'],
        };
      },
    },
    networkPlacement: {
      fields: 'VpcId',
      read: ({ VpcId, TargetType }) => {
        if (TargetType === 'lambda') throw notApplicable('A target group of functions belongs to no VPC.');
        return { vpcId: told(VpcId, 'VpcId'), subnetIds: [], securityGroupIds: [] };
      },
    },
    attachments: {
      fields: 'LoadBalancerArns',
      read: (group) => ({
        attachments: told(group.LoadBalancerArns, 'LoadBalancerArns').map((to) => ({
          to,
          state: 'attached',
          ready: true,
        })),
      }),
    },
  },
});

function arnOf({ TargetGroupArn }: TargetGroup): string {
  return told(TargetGroupArn, 'TargetGroupArn');
}

async function attributesOf(
  aws: AwsOf<typeof elasticLoadBalancingV2>,
  group: TargetGroup,
): Promise<Record<string, string>> {
  const answer = await aws.call('DescribeTargetGroupAttributes', { TargetGroupArn: arnOf(group) });
  return attributeMap(told(answer.Attributes, 'Attributes'));
}
