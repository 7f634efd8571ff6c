import { toHaveCapacity } from '../../matchers/scaling/toHaveCapacity';
import { toHaveHealthCheckType } from '../../matchers/scaling/toHaveHealthCheckType';
import { toHaveInstancesInService } from '../../matchers/scaling/toHaveInstancesInService';
import { toHaveScalingPolicy } from '../../matchers/scaling/toHaveScalingPolicy';
import { toUseLaunchTemplate } from '../../matchers/scaling/toUseLaunchTemplate';
import type { ScaledInstances, ScalingPolicyFacts } from '../../src/facets';
import { both, FakeSource, table } from './fake-source';

const refused = 'wrong argument wrong argument';

describe('toHaveCapacity', () => {
  const group = { scalingBounds: { minimum: 2, maximum: 6, desired: 2, unit: 'instances' } };
  const target = { scalingBounds: { minimum: 0.5, maximum: 8, unit: 'ACU' } };
  table(toHaveCapacity, [
    ['all three', group, [{ min: 2, max: 6, desired: 2 }], 'pass fail'],
    ['limits', group, [{ min: { atLeast: 1 }, max: { atMost: 10 } }], 'pass fail'],
    [
      'another maximum',
      group,
      [{ min: 2, max: 4 }],
      'fail pass',
      /"min 2, max 4","received":"min 2, max 6 \(instances\)"/,
    ],
    ['halves', target, [{ min: 0.5 }], 'pass fail'],
    ['a desired capacity that nobody keeps', target, [{ desired: 1 }], 'not applicable not applicable', /counts ACU/],
    ['nothing asked', group, [{}], refused, /asks for nothing/],
    ['another spelling', group, [{ minimum: 2 }], refused, /min, max, desired/],
    ['no number', group, [{ min: 'two' }], refused],
  ]);
});

describe('toHaveScalingPolicy', () => {
  const cpu: ScalingPolicyFacts = {
    name: 'cpu',
    type: 'TargetTrackingScaling',
    enabled: true,
    metrics: ['ASGAverageCPUUtilization'],
    targetValue: 70,
  };
  const up: ScalingPolicyFacts = { name: 'up', type: 'SimpleScaling', enabled: false, metrics: [], adjustment: 1 };
  const scaled = (...policies: ScalingPolicyFacts[]) => ({ scalingPolicies: { policies } });
  table(toHaveScalingPolicy, [
    ['any', scaled(cpu), [], 'pass fail'],
    ['none', scaled(), [], 'fail pass', /no scaling policy/],
    ['a type', scaled(cpu), [{ type: 'target tracking' }], 'pass fail'],
    ['another type', scaled(cpu), [{ type: 'step' }], 'fail pass', /cpu: TargetTrackingScaling by ASGAverageCPU/],
    ['metric and value', scaled(cpu), [{ metric: /CPU/, targetValue: { atMost: 80 } }], 'pass fail'],
    ['another value', scaled(cpu), [{ targetValue: 50 }], 'fail pass', /at 50.*at 70/],
    ['a name', scaled(cpu), [{ name: 'cpu' }], 'pass fail'],
    ['one that is off', scaled(up), [{ adjustment: 1 }], 'fail fail', /the policy up is switched off/],
    ['one that is off beside one that works', scaled(up, cpu), [], 'pass fail'],
    ['an API word', scaled(cpu), [{ type: 'TargetTrackingScaling' }], refused, /'target tracking', 'step'/],
  ]);
});

describe('toHaveInstancesInService', () => {
  const one = (id: string, state = 'InService', healthy = true) => ({ id, zone: 'eu-west-1a', state, healthy });
  const group = (...instances: ScaledInstances['instances']) => ({ scaledInstances: { instances } });
  table(toHaveInstancesInService, [
    ['all', group(one('i-1'), one('i-2')), [], 'pass fail'],
    ['none', group(), [], 'fail pass', /no instance/],
    ['some', group(one('i-1'), one('i-2', 'Pending')), [], 'fail fail', /only 1 of 2/],
    ['so many', group(one('i-1'), one('i-2', 'Pending')), [1], 'pass fail'],
    ['a sick one does not count', group(one('i-1', 'InService', false)), [{ atLeast: 1 }], 'fail pass', /unhealthy/],
  ]);
});

describe('toHaveHealthCheckType', () => {
  const group = { instanceHealthCheck: { types: ['ELB'], gracePeriodInSeconds: 300 } };
  table(toHaveHealthCheckType, [
    ['the type', group, ['ELB'], 'pass fail'],
    ['another type', group, ['EBS'], 'fail pass', /"expected":"EBS","received":"ELB, after 300 s"/],
    ['EC2 always counts', group, ['EC2'], 'pass fail'],
    ['the grace period', group, ['ELB', { gracePeriod: '5m' }], 'pass fail'],
    ['another grace period', group, ['ELB', { gracePeriod: { atMost: 60 } }], 'fail pass'],
    ['no such type', group, ['ALB'], refused],
  ]);
});

describe('toUseLaunchTemplate', () => {
  const group = { launchSource: { templateId: 'lt-1', templateName: 'web', version: '3' } };
  table(toUseLaunchTemplate, [
    ['any', group, [], 'pass fail'],
    ['by id', group, ['lt-1'], 'pass fail'],
    ['by name', group, ['web'], 'pass fail'],
    ['another', group, ['lt-2'], 'fail pass', /web \(lt-1\), version 3/],
    ['a version', group, ['lt-1', { version: 3 }], 'pass fail'],
    ['another version', group, ['lt-1', { version: '$Latest' }], 'fail pass', /version \$Latest/],
    ['the default version', { launchSource: { templateId: 'lt-1' } }, ['lt-1', { version: '$Default' }], 'pass fail'],
    ['a launch configuration', { launchSource: { launchConfiguration: 'old' } }, [], 'fail pass', /configuration old/],
    ['no such version', group, ['lt-1', { version: 'latest' }], refused],
  ]);
  test('a handle', async () => {
    const source = new FakeSource({ template: { identity: { id: 'lt-1', name: 'web' } }, subject: group });
    expect(await both(toUseLaunchTemplate, source.one('subject'), [source.one('template')])).toBe('pass fail');
  });
});
