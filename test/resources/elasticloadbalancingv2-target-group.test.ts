import {
  DescribeTagsCommand,
  DescribeTargetGroupAttributesCommand,
  DescribeTargetGroupsCommand,
  DescribeTargetHealthCommand,
  ElasticLoadBalancingV2Client,
  type TargetGroup,
} from '@aws-sdk/client-elastic-load-balancing-v2';
import { mockClient } from 'aws-sdk-client-mock';
import { elasticloadbalancingv2TargetGroup } from '../../src/resources/elasticloadbalancingv2-target-group';
import { asking } from './answers';
import { refusal } from './refusal';

const elb = mockClient(ElasticLoadBalancingV2Client);
const { ask, exists } = asking('AWS::ElasticLoadBalancingV2::TargetGroup', [elasticloadbalancingv2TargetGroup]);

const prefix = 'arn:aws:elasticloadbalancing:eu-west-1:123456789012';
const arn = `${prefix}:targetgroup/web/2`;
const balancer = `${prefix}:loadbalancer/app/web/1`;

const typical: TargetGroup = {
  TargetGroupArn: arn,
  TargetGroupName: 'web',
  TargetType: 'ip',
  Protocol: 'HTTP',
  Port: 8080,
  ProtocolVersion: 'HTTP1',
  VpcId: 'vpc-1',
  HealthCheckEnabled: true,
  HealthCheckProtocol: 'HTTP',
  HealthCheckPort: 'traffic-port',
  HealthCheckPath: '/health',
  HealthCheckIntervalSeconds: 30,
  HealthCheckTimeoutSeconds: 5,
  HealthyThresholdCount: 2,
  UnhealthyThresholdCount: 3,
  Matcher: { HttpCode: '200' },
  LoadBalancerArns: [balancer],
};

beforeEach(() => {
  elb.reset();
  elb.on(DescribeTargetGroupsCommand).resolves({ TargetGroups: [typical] });
});

test('a target group answers', async () => {
  elb.on(DescribeTagsCommand).resolves({ TagDescriptions: [{ ResourceArn: arn, Tags: [{ Key: 'a', Value: 'b' }] }] });
  elb.on(DescribeTargetHealthCommand, { TargetGroupArn: arn }).resolves({
    TargetHealthDescriptions: [
      { Target: { Id: '10.0.1.5', Port: 8080 }, TargetHealth: { State: 'healthy' } },
      {
        Target: { Id: '10.0.1.6', Port: 8080 },
        TargetHealth: { State: 'unhealthy', Reason: 'Target.Timeout', Description: 'Request timed out' },
      },
    ],
  });
  elb.on(DescribeTargetGroupAttributesCommand).resolves({
    Attributes: [
      { Key: 'deregistration_delay.timeout_seconds', Value: '30' },
      { Key: 'stickiness.enabled', Value: 'true' },
      { Key: 'stickiness.type', Value: 'lb_cookie' },
      { Key: 'load_balancing.algorithm.type', Value: 'round_robin' },
    ],
  });
  expect(await ask(arn, 'identity')).toEqual({ arn, id: arn, name: 'web' });
  expect(await ask(arn, 'lifecycle')).toEqual({ available: true });
  expect(await ask(arn, 'tags')).toEqual({ a: 'b' });
  expect(await ask(arn, 'targetProtocol')).toEqual({
    targetType: 'ip',
    protocol: 'HTTP',
    port: 8080,
    version: 'HTTP1',
  });
  expect(await ask(arn, 'targetHealthCheck')).toEqual({
    enabled: true,
    protocol: 'HTTP',
    port: 'traffic-port',
    path: '/health',
    intervalInSeconds: 30,
    timeoutInSeconds: 5,
    healthyThreshold: 2,
    unhealthyThreshold: 3,
    codes: '200',
  });
  expect(await ask(arn, 'targetHealth')).toEqual({
    targets: [
      { id: '10.0.1.5', port: 8080, state: 'healthy' },
      { id: '10.0.1.6', port: 8080, state: 'unhealthy', reason: 'Request timed out' },
    ],
  });
  expect(await ask(arn, 'targetDistribution')).toEqual({
    deregistrationDelayInSeconds: 30,
    sticky: true,
    stickinessType: 'lb_cookie',
    algorithm: 'round_robin',
  });
  expect(await ask(arn, 'networkPlacement')).toMatchObject({ vpcId: 'vpc-1' });
  expect(await ask(arn, 'attachments')).toEqual({ attachments: [{ to: balancer, state: 'attached', ready: true }] });
  expect(await ask(arn, 'config')).toMatchObject({
    Port: 8080,
    TargetGroupAttributes: { 'stickiness.enabled': 'true' },
  });
});

test('a group of functions has no port and no VPC', async () => {
  elb.on(DescribeTargetGroupsCommand).resolves({
    TargetGroups: [
      {
        TargetGroupArn: arn,
        TargetGroupName: 'web',
        TargetType: 'lambda',
        HealthCheckEnabled: false,
        LoadBalancerArns: [],
      },
    ],
  });
  expect(await ask(arn, 'targetProtocol')).toEqual({ targetType: 'lambda' });
  expect(await ask(arn, 'targetHealthCheck')).toEqual({ enabled: false });
  expect(await ask(arn, 'attachments')).toEqual({ attachments: [] });
  await expect(ask(arn, 'networkPlacement')).rejects.toThrow('belongs to no VPC');
});

test('no targets is no missing answer', async () => {
  elb.on(DescribeTargetHealthCommand).resolvesOnce({ TargetHealthDescriptions: [] }).resolves({});
  expect(await ask(arn, 'targetHealth')).toEqual({ targets: [] });
  await expect(ask(arn, 'targetHealth')).rejects.toThrow('without the field TargetHealthDescriptions');
});

test.each(['web', 'targetgroup/web/2'])('a group is found by %s', async (id) => {
  elb.reset();
  elb.on(DescribeTargetGroupsCommand, { Names: ['web'] }).resolves({ TargetGroups: [typical] });
  expect(await ask(id, 'identity')).toMatchObject({ arn });
});

test('a group that AWS does not know does not exist', async () => {
  elb.on(DescribeTargetGroupsCommand).rejects(refusal('TargetGroupNotFound'));
  expect(await exists(arn)).toBe(false);
});
