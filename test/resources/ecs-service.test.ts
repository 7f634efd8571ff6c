import { DescribeSubnetsCommand, EC2Client } from '@aws-sdk/client-ec2';
import {
  DescribeServicesCommand,
  DescribeTaskDefinitionCommand,
  DescribeTasksCommand,
  ECSClient,
  ListClustersCommand,
  ListTasksCommand,
} from '@aws-sdk/client-ecs';
import { mockClient } from 'aws-sdk-client-mock';
import { ec2Subnet } from '../../src/resources/ec2-subnet';
import { ecsService } from '../../src/resources/ecs-service';
import { ecsTaskDefinition } from '../../src/resources/ecs-task-definition';
import { asking } from './answers';
import { refusal } from './refusal';

const ecs = mockClient(ECSClient);
const ec2 = mockClient(EC2Client);
const { ask, exists } = asking('AWS::ECS::Service', [ecsService, ecsTaskDefinition, ec2Subnet]);

const clusterArn = 'arn:aws:ecs:eu-west-1:123456789012:cluster/shop';
const arn = 'arn:aws:ecs:eu-west-1:123456789012:service/shop/orders';
const typical = {
  serviceArn: arn,
  serviceName: 'orders',
  clusterArn,
  status: 'ACTIVE',
  desiredCount: 2,
  runningCount: 2,
  pendingCount: 0,
  launchType: 'FARGATE' as const,
  schedulingStrategy: 'REPLICA' as const,
  taskDefinition: 'arn:aws:ecs:eu-west-1:123456789012:task-definition/orders:7',
  enableExecuteCommand: false,
  tags: [{ key: 'team', value: 'shop' }],
  deployments: [{ id: 'ecs-svc/1', status: 'PRIMARY', rolloutState: 'COMPLETED' as const }],
  deploymentConfiguration: {
    deploymentCircuitBreaker: { enable: true, rollback: true },
    minimumHealthyPercent: 100,
    maximumPercent: 200,
  },
  networkConfiguration: {
    awsvpcConfiguration: {
      subnets: ['subnet-1', 'subnet-2'],
      securityGroups: ['sg-1'],
      assignPublicIp: 'DISABLED' as const,
    },
  },
};

const answer = (fields: object = {}) =>
  ecs.on(DescribeServicesCommand).resolves({ services: [{ ...typical, ...fields }], failures: [] });
const tasks = (...zones: string[]) => {
  const taskArns = zones.map((_, index) => `arn:task/${index}`);
  ecs.on(ListTasksCommand, { cluster: clusterArn, serviceName: 'orders' }).resolves({ taskArns });
  ecs
    .on(DescribeTasksCommand)
    .resolves({ tasks: zones.map((availabilityZone) => ({ availabilityZone, lastStatus: 'RUNNING' })) });
};

beforeEach(() => {
  ecs.reset();
  ec2.reset();
  answer();
  ec2.on(DescribeSubnetsCommand).callsFake(({ Filters }) => ({
    Subnets: Filters[0].Values.map((SubnetId: string) => ({
      SubnetId,
      VpcId: 'vpc-1',
      AvailabilityZone: SubnetId === 'subnet-1' ? 'eu-west-1a' : 'eu-west-1b',
    })),
  }));
});

test('a steady service answers from its own description', async () => {
  expect(await ask(arn, 'identity')).toEqual({ arn, id: 'orders' });
  expect(await ask(arn, 'lifecycle')).toEqual({ state: 'ACTIVE', available: true });
  expect(await ask(arn, 'tags')).toEqual({ team: 'shop' });
  expect(await ask(arn, 'serviceTasks')).toEqual({ desired: 2, running: 2, pending: 0, unsettled: [] });
  expect(await ask(arn, 'launchType')).toEqual({ types: ['FARGATE'] });
  expect(await ask(arn, 'rollingDeployment')).toMatchObject({ circuitBreaker: true, rollback: true });
  expect(await ask(arn, 'executeCommand')).toEqual({ enabled: false });
  expect(await ask(arn, 'networkPlacement')).toEqual({
    vpcId: 'vpc-1',
    subnetIds: ['subnet-1', 'subnet-2'],
    securityGroupIds: ['sg-1'],
  });
  expect(await ask(arn, 'publicAccess')).toEqual({ public: false, because: 'assignPublicIp is DISABLED' });
});

test.each([arn, 'shop/orders', 'shop|orders'])('%s names its cluster', async (id) => {
  expect(await exists(id)).toBe(true);
  expect(ecs.commandCalls(ListClustersCommand)).toHaveLength(0);
});

test('a bare name is looked for in every cluster, and never guessed', async () => {
  ecs.on(ListClustersCommand).resolves({ clusterArns: [clusterArn] });
  expect(await ask('orders', 'identity')).toMatchObject({ arn });
  ecs.on(ListClustersCommand).resolves({ clusterArns: [clusterArn, `${clusterArn}-2`] });
  await expect(ask('orders', 'identity')).rejects.toThrow('A service orders is in 2 clusters');
});

test('too few tasks, and a rollout that is under way', async () => {
  const deployments = [
    { id: 'ecs-svc/2', status: 'PRIMARY', rolloutState: 'FAILED', rolloutStateReason: 'tasks failed to start' },
    { id: 'ecs-svc/1', status: 'ACTIVE', rolloutState: 'COMPLETED' },
  ];
  answer({ runningCount: 1, pendingCount: 1, deployments, events: [{ message: 'unable to pull the image' }] });
  expect(await ask(arn, 'lifecycle')).toEqual({
    state: 'ACTIVE',
    available: false,
    reason: '1 of 2 tasks run; ECS says: unable to pull the image',
  });
  expect(await ask(arn, 'serviceTasks')).toMatchObject({
    unsettled: [
      'deployment ecs-svc/2 FAILED: tasks failed to start',
      'deployment ecs-svc/1 ACTIVE, which is being replaced',
    ],
  });
});

test('capacity providers come before the launch type, and daemons have no count', async () => {
  answer({ launchType: undefined, capacityProviderStrategy: [{ capacityProvider: 'FARGATE_SPOT' }] });
  expect(await ask(arn, 'launchType')).toEqual({ types: ['FARGATE_SPOT'] });
  answer({ schedulingStrategy: 'DAEMON' });
  expect(await ask(arn, 'serviceTasks')).toEqual({ running: 2, pending: 0, unsettled: [] });
});

test.each([
  [['eu-west-1a', 'eu-west-1b'], true],
  [['eu-west-1a', 'eu-west-1a'], false],
  [[], false],
])('tasks in %j', async (zones, multiAz) => {
  tasks(...zones);
  expect(await ask(arn, 'availability')).toMatchObject({ multiAz });
  expect(await ask(arn, 'zones')).toEqual({ zones: [...new Set(zones)] });
});

test('a service in the network of its instances has no placement', async () => {
  answer({ networkConfiguration: undefined });
  await expect(ask(arn, 'networkPlacement')).rejects.toThrow('not in subnets of its own (awsvpc)');
  answer({ deploymentConfiguration: {} });
  expect(await ask(arn, 'rollingDeployment')).toMatchObject({ circuitBreaker: false, rollback: false });
});

test('its task definition answers for the containers', async () => {
  ecs.on(DescribeTaskDefinitionCommand).resolves({
    taskDefinition: {
      family: 'orders',
      revision: 7,
      cpu: '256',
      memory: '512',
      networkMode: 'awsvpc',
      containerDefinitions: [],
    },
  });
  expect(await ask(arn, 'taskSize')).toEqual({ cpu: 256, memoryInMebibytes: 512, networkMode: 'awsvpc' });
});

test('a deleted service and a missing cluster', async () => {
  answer({ status: 'INACTIVE' });
  expect(await exists(arn)).toBe(false);
  ecs.on(DescribeServicesCommand).rejects(refusal('ClusterNotFoundException'));
  expect(await exists(arn)).toBe(false);
});
