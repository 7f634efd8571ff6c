import {
  AutoScalingClient,
  type AutoScalingGroup,
  DescribeAutoScalingGroupsCommand,
  DescribePoliciesCommand,
} from '@aws-sdk/client-auto-scaling';
import { DescribeLaunchTemplateVersionsCommand, DescribeSubnetsCommand, EC2Client } from '@aws-sdk/client-ec2';
import { mockClient } from 'aws-sdk-client-mock';
import { autoscalingAutoScalingGroup } from '../../src/resources/autoscaling-auto-scaling-group';
import { ec2Subnet } from '../../src/resources/ec2-subnet';
import { asking } from './answers';

const autoScaling = mockClient(AutoScalingClient);
const ec2 = mockClient(EC2Client);
const { ask, exists } = asking('AWS::AutoScaling::AutoScalingGroup', [autoscalingAutoScalingGroup, ec2Subnet]);

const arn = 'arn:aws:autoscaling:eu-west-1:123456789012:autoScalingGroup:0a1b2c3d:autoScalingGroupName/web';

const instance = (InstanceId: string, zone: string, LifecycleState = 'InService', HealthStatus = 'Healthy') => ({
  InstanceId,
  AvailabilityZone: `eu-west-1${zone}`,
  LifecycleState: LifecycleState as 'InService',
  HealthStatus,
  ProtectedFromScaleIn: false,
});

const typical: AutoScalingGroup = {
  AutoScalingGroupName: 'web',
  AutoScalingGroupARN: arn,
  MinSize: 2,
  MaxSize: 6,
  DesiredCapacity: 2,
  DefaultCooldown: 300,
  AvailabilityZones: ['eu-west-1a', 'eu-west-1b'],
  VPCZoneIdentifier: 'subnet-a,subnet-b',
  HealthCheckType: 'ELB',
  HealthCheckGracePeriod: 300,
  CreatedTime: new Date(0),
  LaunchTemplate: { LaunchTemplateId: 'lt-1', LaunchTemplateName: 'web', Version: '3' },
  TargetGroupARNs: ['arn:targetgroup'],
  Instances: [instance('i-1', 'a'), instance('i-2', 'b')],
  Tags: [{ Key: 'team', Value: 'orders', ResourceId: 'web' }],
};

function answer(group: AutoScalingGroup): void {
  autoScaling.on(DescribeAutoScalingGroupsCommand).resolves({ AutoScalingGroups: [group] });
}

function template(LaunchTemplateData: object): void {
  ec2.on(DescribeLaunchTemplateVersionsCommand).resolves({ LaunchTemplateVersions: [{ LaunchTemplateData }] });
}

beforeEach(() => {
  autoScaling.reset();
  ec2.reset();
});

test('a group answers', async () => {
  answer(typical);
  ec2.on(DescribeSubnetsCommand).resolves({ Subnets: [{ SubnetId: 'subnet-a', VpcId: 'vpc-1' }] });
  expect(await ask('web', 'identity')).toEqual({ arn, id: 'web' });
  expect(await ask('web', 'lifecycle')).toEqual({ available: true });
  expect(await ask('web', 'tags')).toEqual({ team: 'orders' });
  expect(await ask('web', 'zones')).toEqual({ zones: ['eu-west-1a', 'eu-west-1b'] });
  expect(await ask('web', 'availability')).toEqual({
    multiAz: true,
    detail: '2 instances in service in eu-west-1a, eu-west-1b; the group may use eu-west-1a, eu-west-1b',
  });
  expect(await ask('web', 'networkPlacement')).toEqual({
    vpcId: 'vpc-1',
    subnetIds: ['subnet-a', 'subnet-b'],
    securityGroupIds: [],
  });
  expect(await ask('web', 'scalingBounds')).toEqual({ minimum: 2, maximum: 6, desired: 2, unit: 'instances' });
  expect(await ask('web', 'instanceHealthCheck')).toEqual({ types: ['ELB'], gracePeriodInSeconds: 300 });
  expect(await ask('web', 'launchSource')).toEqual({ templateId: 'lt-1', templateName: 'web', version: '3' });
  expect(await ask('web', 'attachments')).toEqual({
    attachments: [{ to: 'arn:targetgroup', state: 'attached', ready: true }],
  });
});

test('instances count once they are in service', async () => {
  answer({ ...typical, Instances: [instance('i-1', 'a'), instance('i-2', 'b', 'Pending', 'Unhealthy')] });
  expect(await ask('web', 'lifecycle')).toEqual({ available: false, reason: '1 of 2 instances in service' });
  expect(await ask('web', 'zones')).toEqual({ zones: ['eu-west-1a'] });
  expect(await ask('web', 'availability')).toMatchObject({ multiAz: false });
  expect(await ask('web', 'scaledInstances')).toEqual({
    instances: [
      { id: 'i-1', zone: 'eu-west-1a', state: 'InService', healthy: true },
      { id: 'i-2', zone: 'eu-west-1b', state: 'Pending', healthy: false },
    ],
  });
});

test('a group that wants no instance has the zones it may use', async () => {
  answer({ ...typical, MinSize: 0, DesiredCapacity: 0, Instances: undefined, Tags: undefined });
  expect(await ask('web', 'lifecycle')).toEqual({ available: true });
  expect(await ask('web', 'tags')).toEqual({});
  expect(await ask('web', 'zones')).toEqual({ zones: ['eu-west-1a', 'eu-west-1b'] });
  expect(await ask('web', 'scaledInstances')).toEqual({ instances: [] });
});

test('a group that is being deleted is not available', async () => {
  answer({ ...typical, Status: 'Delete in progress' });
  expect(await ask('web', 'lifecycle')).toMatchObject({ state: 'Delete in progress', available: false });
});

test('its machines are those of the version it names', async () => {
  answer(typical);
  template({
    InstanceType: 't3.micro',
    ImageId: 'ami-1',
    MetadataOptions: { HttpTokens: 'required' },
    IamInstanceProfile: { Arn: 'arn:aws:iam::123456789012:instance-profile/web' },
  });
  expect(await ask('web', 'machine')).toMatchObject({ instanceTypes: ['t3.micro'], imageId: 'ami-1' });
  expect(await ask('web', 'metadataService')).toMatchObject({ tokensRequired: true });
  expect(await ask('web', 'instanceProfile')).toEqual({ profile: 'arn:aws:iam::123456789012:instance-profile/web' });
  expect(ec2.commandCalls(DescribeLaunchTemplateVersionsCommand)[0]?.args[0].input).toEqual({
    LaunchTemplateId: 'lt-1',
    Versions: ['3'],
  });
});

test('a group that mixes types names them all', async () => {
  answer({
    ...typical,
    LaunchTemplate: undefined,
    MixedInstancesPolicy: {
      LaunchTemplate: {
        LaunchTemplateSpecification: { LaunchTemplateName: 'web' },
        Overrides: [{ InstanceType: 'm6i.large' }, { InstanceType: 'm7i.large' }],
      },
    },
  });
  template({ InstanceType: 't3.micro' });
  expect(await ask('web', 'machine')).toMatchObject({ instanceTypes: ['m6i.large', 'm7i.large'] });
  expect(await ask('web', 'launchSource')).toEqual({ templateName: 'web' });
  expect(ec2.commandCalls(DescribeLaunchTemplateVersionsCommand)[0]?.args[0].input).toEqual({
    LaunchTemplateName: 'web',
    Versions: ['$Default'],
  });
});

test('a launch configuration is not read', async () => {
  answer({ ...typical, LaunchTemplate: undefined, LaunchConfigurationName: 'old' });
  expect(await ask('web', 'launchSource')).toEqual({ launchConfiguration: 'old' });
  await expect(ask('web', 'metadataService')).rejects.toThrow('launches from the launch configuration old');
});

test('scaling policies', async () => {
  answer(typical);
  autoScaling.on(DescribePoliciesCommand, { AutoScalingGroupName: 'web' }).resolves({
    ScalingPolicies: [
      {
        PolicyName: 'cpu',
        PolicyType: 'TargetTrackingScaling',
        Enabled: true,
        TargetTrackingConfiguration: {
          PredefinedMetricSpecification: { PredefinedMetricType: 'ASGAverageCPUUtilization' },
          TargetValue: 70,
        },
      },
      { PolicyName: 'up', PolicyType: 'SimpleScaling', Enabled: false, ScalingAdjustment: 1 },
    ],
  });
  expect(await ask('web', 'scalingPolicies')).toEqual({
    policies: [
      {
        name: 'cpu',
        type: 'TargetTrackingScaling',
        enabled: true,
        metrics: ['ASGAverageCPUUtilization'],
        targetValue: 70,
      },
      { name: 'up', type: 'SimpleScaling', enabled: false, metrics: [], adjustment: 1 },
    ],
  });
});

test('a group is found by its ARN; one that is not listed does not exist', async () => {
  autoScaling
    .on(DescribeAutoScalingGroupsCommand, { AutoScalingGroupNames: ['web'] })
    .resolves({ AutoScalingGroups: [typical] });
  autoScaling
    .on(DescribeAutoScalingGroupsCommand, { AutoScalingGroupNames: ['gone'] })
    .resolves({ AutoScalingGroups: [] });
  expect(await ask(arn, 'identity')).toMatchObject({ id: 'web' });
  expect(await exists('gone')).toBe(false);
});
