// @ts-check

/** @typedef {import('../../failure.js').Stack} Stack */
/** @typedef {Record<string, unknown>} Container */

const registered = [
  'family',
  'taskRoleArn',
  'executionRoleArn',
  'networkMode',
  'containerDefinitions',
  'requiresCompatibilities',
  'cpu',
  'memory',
  'runtimePlatform',
];

/**
 * Does what a deployment by hand does: a new revision of the task definition, and the service on it.
 *
 * @param {Stack} stack @param {(container: Container) => Container} change @param {Record<string, unknown>} [task]
 */
async function deployRevision({ aws, outputs }, change, task = {}) {
  const answer = await aws.call('ecs', 'DescribeTaskDefinition', { taskDefinition: outputs.TaskDefinitionArn });
  const current = /** @type {Record<string, unknown>} */ (answer.taskDefinition);
  const [container] = /** @type {Container[]} */ (current.containerDefinitions);
  const kept = Object.fromEntries(registered.map((name) => [name, current[name]]));
  const { taskDefinition } = await aws.call('ecs', 'RegisterTaskDefinition', {
    ...kept,
    ...task,
    containerDefinitions: [change(container ?? {})],
  });
  return updateService(
    { aws, outputs },
    { taskDefinition: /** @type {Record<string, unknown>} */ (taskDefinition).taskDefinitionArn },
  );
}

/** @param {Pick<Stack, 'aws' | 'outputs'>} stack @param {Record<string, unknown>} change */
function updateService({ aws, outputs }, change) {
  return aws.call('ecs', 'UpdateService', { cluster: outputs.ClusterName, service: outputs.ServiceArn, ...change });
}

/** @param {Container} container @param {string} list @returns {{ name: string, value?: string, valueFrom?: string }[]} */
function pairs(container, list) {
  return /** @type {{ name: string }[]} */ (container[list]);
}

/** @type {import('../../failure.js').Mistake[]} */
module.exports = [
  {
    name: 'Container Insights is switched off',
    output: 'ClusterName',
    test: 'the cluster is observed with Container Insights (SI-4)',
    expected: 'enabled',
    received: 'disabled',
    apply: ({ aws, outputs }) =>
      aws.call('ecs', 'UpdateCluster', {
        cluster: outputs.ClusterName,
        settings: [{ name: 'containerInsights', value: 'disabled' }],
      }),
  },
  {
    name: 'The password of the database stands in the plain environment',
    output: 'ServiceArn',
    test: 'the task of the collector has no secret in the plain environment (IA-5)',
    expected: /no/,
    received: 'DB_PASSWORD',
    apply: (stack) =>
      deployRevision(stack, (container) => ({
        ...container,
        environment: [...pairs(container, 'environment'), { name: 'DB_PASSWORD', value: 'Tr0ub4dor&3-horse' }],
        secrets: pairs(container, 'secrets').filter(({ name }) => name !== 'DB_PASSWORD'),
      })),
  },
  {
    name: 'The host of the database comes from a key that its secret does not have',
    output: 'ServiceArn',
    test: 'the task of the collector finds every secret it names, and every key in it',
    expected: /every secret/,
    received: 'has no key host',
    apply: (stack) =>
      deployRevision(stack, (container) => ({
        ...container,
        environment: pairs(container, 'environment').filter(({ name }) => name !== 'DB_HOST'),
        secrets: [
          ...pairs(container, 'secrets'),
          { name: 'DB_HOST', valueFrom: `${stack.outputs.DatabaseSecretArn}:host::` },
        ],
      })),
  },
  {
    name: 'The password comes from a secret that is not there',
    output: 'ServiceArn',
    test: 'the task of the collector finds every secret it names, and every key in it',
    expected: /every secret/,
    received: 'does not exist',
    apply: (stack) =>
      deployRevision(stack, (container) => ({
        ...container,
        secrets: pairs(container, 'secrets').map((secret) =>
          secret.name === 'DB_PASSWORD'
            ? { ...secret, valueFrom: `arn:aws:secretsmanager:us-west-2:${stack.accountId}:secret:old-db-AbCdEf` }
            : secret,
        ),
      })),
  },
  {
    name: 'The token of the cache is filled with the password of the database',
    output: 'ServiceArn',
    test: 'the task of the collector takes its credentials, and nothing else, from the secrets of this stack (IA-5)',
    expected: 'cache',
    received: 'database',
    apply: (stack) =>
      deployRevision(stack, (container) => ({
        ...container,
        secrets: pairs(container, 'secrets').map((secret) =>
          secret.name === 'REDIS_AUTH_TOKEN'
            ? { ...secret, valueFrom: `${stack.outputs.DatabaseSecretArn}:password::` }
            : secret,
        ),
      })),
  },
  {
    name: 'The collector is pointed to another database',
    output: 'ServiceArn',
    test: 'the task of the collector is told where its database and its stream are in the plain environment',
    expected: 'DB_HOST',
    received: 'another value',
    apply: (stack) =>
      deployRevision(stack, (container) => ({
        ...container,
        environment: pairs(container, 'environment').map((variable) =>
          variable.name === 'DB_HOST' ? { ...variable, value: 'staging-db.example.com' } : variable,
        ),
      })),
  },
  {
    name: 'A debug variable is left in the task',
    output: 'ServiceArn',
    test: 'the task of the collector has the plain variables and the credentials it needs, and no other variable',
    expected: 'DB_HOST',
    received: 'LOG_REQUEST_BODIES',
    apply: (stack) =>
      deployRevision(stack, (container) => ({
        ...container,
        environment: [...pairs(container, 'environment'), { name: 'LOG_REQUEST_BODIES', value: 'true' }],
      })),
  },
  {
    name: 'The image is replaced by one from a public registry',
    output: 'ServiceArn',
    test: 'the task of the collector is one container from the scanned repository, which writes to its log group',
    expected: 'fedramp-monitoring-collector-dev',
    received: 'docker.io/library/nginx:latest',
    apply: (stack) => deployRevision(stack, (container) => ({ ...container, image: 'docker.io/library/nginx:latest' })),
  },
  {
    name: 'The container may write to its root file system',
    output: 'ServiceArn',
    test: 'the task of the collector has no rights of its host, and cannot write to its own image (AC-6)',
    expected: /read/i,
    received: 'collector',
    apply: (stack) => deployRevision(stack, (container) => ({ ...container, readonlyRootFilesystem: false })),
  },
  {
    name: 'The task runs with the execution role',
    output: 'ServiceArn',
    test: 'the task of the collector runs and starts with its own roles',
    expected: 'fedramp-monitoring-task-dev',
    received: 'fedramp-monitoring-execution-dev',
    apply: (stack) =>
      deployRevision(stack, (container) => container, { taskRoleArn: stack.outputs.TaskExecutionRoleArn }),
  },
  {
    name: 'The task is halved',
    output: 'ServiceArn',
    test: 'the task of the collector has its size, on ARM, in the network of the VPC',
    expected: 'cpu 512',
    received: 'cpu 256',
    apply: (stack) => deployRevision(stack, (container) => container, { cpu: '256', memory: '512' }),
  },
  {
    name: 'The service is scaled to one task',
    output: 'ServiceArn',
    test: 'the collector is a service of two Fargate tasks in this cluster',
    expected: '2',
    received: '1',
    apply: (stack) => updateService(stack, { desiredCount: 1 }),
  },
  {
    name: 'The service gets public addresses in the subnets of the data',
    output: 'ServiceArn',
    test: 'the collector is in its own subnets, behind its own security group, without public addresses (SC-7)',
    expected: /not/,
    received: 'ENABLED',
    apply: (stack) =>
      updateService(stack, {
        networkConfiguration: {
          awsvpcConfiguration: {
            subnets: [stack.outputs.DataSubnetAId, stack.outputs.DataSubnetBId],
            securityGroups: [stack.outputs.ServiceSecurityGroupId],
            assignPublicIp: 'ENABLED',
          },
        },
      }),
  },
  {
    name: 'Somebody lets himself into the containers',
    output: 'ServiceArn',
    test: 'the collector lets nobody into its containers (AC-17)',
    expected: /not/,
    received: /true|enabled|on/i,
    apply: (stack) => updateService(stack, { enableExecuteCommand: true }),
    on: { moto: 'moto 5.2.5 leaves enableExecuteCommand out of DescribeServices' },
  },
  {
    name: 'Failed deployments stay as they are',
    output: 'ServiceArn',
    test: 'the collector rolls failed deployments back',
    expected: 'circuit breaker with rollback',
    received: /without rollback|no circuit breaker/,
    apply: (stack) =>
      updateService(stack, {
        deploymentConfiguration: {
          minimumHealthyPercent: 100,
          maximumPercent: 200,
          deploymentCircuitBreaker: { enable: false, rollback: false },
        },
      }),
    on: { moto: 'moto 5.2.5 leaves deploymentConfiguration out of DescribeServices' },
  },
  {
    name: 'The service is deleted',
    output: 'ServiceArn',
    test: 'the collector is a service of two Fargate tasks in this cluster',
    expected: /exists|ACTIVE/,
    received: /does not exist|INACTIVE|DRAINING/,
    apply: ({ aws, outputs }) =>
      aws.call('ecs', 'DeleteService', { cluster: outputs.ClusterName, service: outputs.ServiceArn, force: true }),
  },
  {
    name: 'Images may be replaced under the same tag',
    output: 'CollectorRepositoryUri',
    test: 'images are scanned, never replaced, and encrypted with the data key (RA-5, CM-3, SC-28)',
    expected: 'IMMUTABLE',
    received: 'MUTABLE',
    apply: ({ aws }) =>
      aws.call('ecr', 'PutImageTagMutability', {
        repositoryName: 'fedramp-monitoring-collector-dev',
        imageTagMutability: 'MUTABLE',
      }),
  },
  {
    name: 'Images are no longer scanned',
    output: 'CollectorRepositoryUri',
    test: 'images are scanned, never replaced, and encrypted with the data key (RA-5, CM-3, SC-28)',
    expected: 'on',
    received: 'off',
    apply: ({ aws }) =>
      aws.call('ecr', 'PutImageScanningConfiguration', {
        repositoryName: 'fedramp-monitoring-collector-dev',
        imageScanningConfiguration: { scanOnPush: false },
      }),
  },
  {
    name: 'The collector becomes an administrator',
    output: 'TaskRoleArn',
    test: 'AC-6: the roles the collector may read the stream, and nothing else',
    expected: /no/,
    received: 'AdministratorAccess',
    apply: ({ aws }) =>
      aws.call('iam', 'AttachRolePolicy', {
        RoleName: 'fedramp-monitoring-task-dev',
        PolicyArn: 'arn:aws:iam::aws:policy/AdministratorAccess',
      }),
  },
  {
    name: 'Functions may take the role of the collector too',
    output: 'TaskRoleArn',
    test: 'AC-6: the roles tasks of this account alone get the role of the collector',
    expected: 'ecs-tasks',
    received: 'lambda.amazonaws.com',
    apply: ({ aws }) =>
      aws.call('iam', 'UpdateAssumeRolePolicy', {
        RoleName: 'fedramp-monitoring-task-dev',
        PolicyDocument: JSON.stringify({
          Version: '2012-10-17',
          Statement: [
            {
              Effect: 'Allow',
              Principal: { Service: ['ecs-tasks.amazonaws.com', 'lambda.amazonaws.com'] },
              Action: 'sts:AssumeRole',
            },
          ],
        }),
      }),
  },
  {
    name: 'The execution role may read every secret',
    output: 'TaskExecutionRoleArn',
    test: 'AC-6: the roles the execution role may pull images, write logs and read the two secrets, and nothing else',
    expected: 'secret:fedramp-monitoring/dev/database',
    received: '*',
    apply: ({ aws }) =>
      aws.call('iam', 'PutRolePolicy', {
        RoleName: 'fedramp-monitoring-execution-dev',
        PolicyName: 'read-secrets',
        PolicyDocument: JSON.stringify({
          Version: '2012-10-17',
          Statement: [
            { Effect: 'Allow', Action: 'secretsmanager:GetSecretValue', Resource: '*' },
            { Effect: 'Allow', Action: 'kms:Decrypt', Resource: '*' },
          ],
        }),
      }),
  },
  {
    name: 'A policy is written into the role of the API',
    output: 'ApiStreamRoleArn',
    test: 'AC-6: the roles the API may put records on the stream, and nothing else',
    expected: 'put-events',
    received: 'temporary',
    apply: ({ aws }) =>
      aws.call('iam', 'PutRolePolicy', {
        RoleName: 'fedramp-monitoring-api-dev',
        PolicyName: 'temporary',
        PolicyDocument: JSON.stringify({
          Version: '2012-10-17',
          Statement: [{ Effect: 'Allow', Action: 'kinesis:*', Resource: '*' }],
        }),
      }),
  },
];
