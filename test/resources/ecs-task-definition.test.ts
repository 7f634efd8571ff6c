import { DescribeTaskDefinitionCommand, ECSClient } from '@aws-sdk/client-ecs';
import { mockClient } from 'aws-sdk-client-mock';
import { ecsTaskDefinition } from '../../src/resources/ecs-task-definition';
import { asking } from './answers';
import { refusal } from './refusal';

const ecs = mockClient(ECSClient);
const { ask, exists } = asking('AWS::ECS::TaskDefinition', [ecsTaskDefinition]);

const arn = 'arn:aws:ecs:eu-west-1:123456789012:task-definition/orders:7';
const secret = 'arn:aws:secretsmanager:eu-west-1:123456789012:secret:orders/db-a1b2c3';
const app = {
  name: 'app',
  image: 'nginx:1.27',
  essential: true,
  portMappings: [{ containerPort: 8080, protocol: 'tcp' as const }],
  environment: [{ name: 'STAGE', value: 'prod' }],
  secrets: [
    { name: 'DB_PASSWORD', valueFrom: `${secret}:password::` },
    { name: 'DB_USER', valueFrom: `${secret}:username:AWSPREVIOUS:` },
    { name: 'DB', valueFrom: secret },
    { name: 'FLAGS', valueFrom: 'arn:aws:ssm:eu-west-1:123456789012:parameter/prod/flags' },
    { name: 'LEVEL', valueFrom: 'level' },
  ],
  logConfiguration: { logDriver: 'awslogs' as const, options: { 'awslogs-group': '/ecs/orders' } },
  readonlyRootFilesystem: true,
  user: '1000',
  healthCheck: { command: ['CMD-SHELL', 'true'] },
};
const typical = {
  taskDefinitionArn: arn,
  family: 'orders',
  revision: 7,
  status: 'ACTIVE' as const,
  cpu: '256',
  memory: '512',
  networkMode: 'awsvpc' as const,
  requiresCompatibilities: ['FARGATE' as const],
  taskRoleArn: 'arn:aws:iam::123456789012:role/app',
  executionRoleArn: 'arn:aws:iam::123456789012:role/start',
  containerDefinitions: [app],
};

const answer = (fields: object = {}, tags?: { key: string; value: string }[]) =>
  ecs.on(DescribeTaskDefinitionCommand).resolves({ taskDefinition: { ...typical, ...fields }, tags });

beforeEach(() => {
  ecs.reset();
  answer({}, [{ key: 'team', value: 'shop' }]);
});

test('a task definition answers', async () => {
  expect(await ask(arn, 'identity')).toEqual({ arn, id: 'orders:7', name: 'orders' });
  expect(await ask(arn, 'lifecycle')).toEqual({ state: 'ACTIVE', available: true });
  expect(await ask(arn, 'tags')).toEqual({ team: 'shop' });
  expect(await ask(arn, 'taskSize')).toEqual({ cpu: 256, memoryInMebibytes: 512, networkMode: 'awsvpc' });
  expect(await ask(arn, 'launchType')).toEqual({ types: ['FARGATE'] });
  expect(await ask(arn, 'taskRoles')).toEqual({
    taskRoleArn: typical.taskRoleArn,
    executionRoleArn: typical.executionRoleArn,
  });
  expect(await ask(arn, 'environment')).toEqual({ variables: { STAGE: 'prod' } });
  expect(await ask(arn, 'plainEnvironment')).toEqual({ parts: [{ of: 'app', variables: { STAGE: 'prod' } }] });
  expect(await ask(arn, 'containers')).toEqual({
    containers: [
      {
        name: 'app',
        image: 'nginx:1.27',
        essential: true,
        ports: [8080],
        log: { driver: 'awslogs', group: '/ecs/orders' },
        readonlyRootFilesystem: true,
        privileged: false,
        user: '1000',
        healthCheck: true,
      },
    ],
  });
});

test('what ECS leaves out is as documented', async () => {
  const bare = { name: 'app', image: 'nginx' };
  answer({
    cpu: undefined,
    memory: undefined,
    networkMode: undefined,
    requiresCompatibilities: undefined,
    containerDefinitions: [bare],
  });
  expect(await ask(arn, 'taskSize')).toEqual({ networkMode: 'bridge' });
  expect(await ask(arn, 'launchType')).toEqual({ types: ['EC2'] });
  expect(await ask(arn, 'tags')).toEqual({});
  expect(await ask(arn, 'secretReferences')).toEqual({ references: [] });
  expect((await ask(arn, 'containers')).containers[0]).toMatchObject({ essential: true, ports: [], privileged: false });
});

test('secrets and parameters that variables are filled from', async () => {
  const region = 'eu-west-1';
  const resource = { type: 'AWS::SecretsManager::Secret', id: secret, region };
  expect((await ask(arn, 'secretReferences')).references).toEqual([
    { of: 'app DB_PASSWORD', resource, jsonKey: 'password' },
    { of: 'app DB_USER', resource, jsonKey: 'username', version: 'AWSPREVIOUS' },
    { of: 'app DB', resource },
    { of: 'app FLAGS', resource: { type: 'AWS::SSM::Parameter', id: '/prod/flags', region } },
    { of: 'app LEVEL', resource: { type: 'AWS::SSM::Parameter', id: 'level' } },
  ]);
});

test('names of all variables, those from secrets included', async () => {
  expect(await ask(arn, 'environmentNames')).toEqual({
    parts: [{ of: 'app', names: ['STAGE', 'DB_PASSWORD', 'DB_USER', 'DB', 'FLAGS', 'LEVEL'] }],
  });
  answer({ containerDefinitions: [{ ...app, environmentFiles: [{ type: 's3', value: 'arn:aws:s3:::env/app.env' }] }] });
  await expect(ask(arn, 'environmentNames')).rejects.toMatchObject({ data: { outcome: 'not applicable' } });
});

test('a variable that two containers set differently has no one value', async () => {
  const sidecar = { ...app, name: 'sidecar', environment: [{ name: 'STAGE', value: 'test' }] };
  answer({ containerDefinitions: [app, sidecar] });
  await expect(ask(arn, 'environment')).rejects.toThrow('The containers app, sidecar set STAGE to different values');
});

test('an empty text is no role', async () => {
  answer({ taskRoleArn: '', executionRoleArn: undefined });
  expect(await ask(arn, 'taskRoles')).toEqual({});
});

test('one that was deregistered is there and not available, one that never was is not', async () => {
  answer({ status: 'INACTIVE' });
  expect(await ask(arn, 'lifecycle')).toMatchObject({ available: false });
  ecs.on(DescribeTaskDefinitionCommand).rejects(refusal('ClientException'));
  expect(await exists(arn)).toBe(false);
});
