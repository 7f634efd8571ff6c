import {
  ApplicationAutoScalingClient,
  DescribeScalableTargetsCommand,
  DescribeScalingPoliciesCommand,
  ListTagsForResourceCommand,
  type ScalableTarget,
} from '@aws-sdk/client-application-auto-scaling';
import { mockClient } from 'aws-sdk-client-mock';
import { applicationautoscalingScalableTarget } from '../../src/resources/applicationautoscaling-scalable-target';
import { asking } from './answers';

const scaling = mockClient(ApplicationAutoScalingClient);
const { ask, exists } = asking('AWS::ApplicationAutoScaling::ScalableTarget', [applicationautoscalingScalableTarget]);

const arn = 'arn:aws:application-autoscaling:eu-west-1:123456789012:scalable-target/0ec5';
const service: ScalableTarget = {
  ServiceNamespace: 'ecs',
  ResourceId: 'service/main/web',
  ScalableDimension: 'ecs:service:DesiredCount',
  MinCapacity: 2,
  MaxCapacity: 10,
  RoleARN: 'arn:aws:iam::123456789012:role/scaling',
  CreationTime: new Date(0),
  ScalableTargetARN: arn,
};
const id = 'service/main/web|ecs:service:DesiredCount|ecs';

beforeEach(() => {
  scaling.reset();
  scaling.on(DescribeScalableTargetsCommand).resolves({ ScalableTargets: [] });
  scaling.on(DescribeScalableTargetsCommand, { ServiceNamespace: 'ecs' }).resolves({ ScalableTargets: [service] });
});

test('a target answers', async () => {
  scaling.on(ListTagsForResourceCommand, { ResourceARN: arn }).resolves({ Tags: { team: 'orders' } });
  scaling.on(DescribeScalingPoliciesCommand, { ResourceId: 'service/main/web' }).resolves({
    ScalingPolicies: [
      {
        PolicyARN: 'arn',
        PolicyName: 'cpu',
        ServiceNamespace: 'ecs',
        ResourceId: 'service/main/web',
        ScalableDimension: 'ecs:service:DesiredCount',
        CreationTime: new Date(0),
        PolicyType: 'TargetTrackingScaling',
        TargetTrackingScalingPolicyConfiguration: {
          TargetValue: 60,
          CustomizedMetricSpecification: { MetricName: 'QueueDepth' },
        },
      },
    ],
  });
  expect(await ask(id, 'identity')).toEqual({ arn, id });
  expect(await ask(id, 'lifecycle')).toEqual({ available: true });
  expect(await ask(id, 'tags')).toEqual({ team: 'orders' });
  expect(await ask(id, 'scalingBounds')).toEqual({ minimum: 2, maximum: 10, unit: 'ecs:service:DesiredCount' });
  expect(await ask(id, 'scalingPolicies')).toEqual({
    policies: [{ name: 'cpu', type: 'TargetTrackingScaling', enabled: true, metrics: ['QueueDepth'], targetValue: 60 }],
  });
  expect(await ask(id, 'executionRole')).toEqual({ arn: 'arn:aws:iam::123456789012:role/scaling' });
});

test('a suspended target says what is suspended', async () => {
  const SuspendedState = { DynamicScalingInSuspended: true, DynamicScalingOutSuspended: false };
  scaling
    .on(DescribeScalableTargetsCommand, { ServiceNamespace: 'ecs' })
    .resolves({ ScalableTargets: [{ ...service, SuspendedState }] });
  expect(await ask(id, 'lifecycle')).toEqual({
    available: false,
    reason: 'DynamicScalingInSuspended in SuspendedState',
  });
});

test.each([id, 'service/main/web', arn])('it is found by %s', async (name) => {
  expect(await ask(name, 'identity')).toMatchObject({ arn });
});

test('a table scales reads and writes apart, so that its name alone is too little', async () => {
  const table = (way: 'Read' | 'Write'): ScalableTarget => ({
    ...service,
    ServiceNamespace: 'dynamodb',
    ResourceId: 'table/orders',
    ScalableDimension: `dynamodb:table:${way}CapacityUnits`,
  });
  scaling
    .on(DescribeScalableTargetsCommand, { ServiceNamespace: 'dynamodb' })
    .resolves({ ScalableTargets: [table('Read'), table('Write')] });
  await expect(ask('table/orders', 'scalingBounds')).rejects.toThrow(
    'table/orders names 2 scalable targets: table/orders|dynamodb:table:ReadCapacityUnits|dynamodb',
  );
  expect(await ask('table/orders|dynamodb:table:WriteCapacityUnits|dynamodb', 'scalingBounds')).toMatchObject({
    unit: 'dynamodb:table:WriteCapacityUnits',
  });
});

test('a text that names no service is refused', async () => {
  await expect(ask('web', 'scalingBounds')).rejects.toThrow('"web" does not say which service scales');
});

test('a target that is not registered does not exist', async () => {
  expect(await exists('service/main/gone')).toBe(false);
});
