// @ts-check

const fs = require('node:fs');
const { policy } = require('../../policy');

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
async function deployRevision(stack, change, task = {}) {
  const taskDefinition = await registerRevision(stack, change, task);
  return updateService(stack, { taskDefinition });
}

/**
 * Does what a deployment of a changed stack does: a new revision, the service on it, and the output that names it.
 *
 * @param {Stack} stack @param {(container: Container) => Container} change @param {Record<string, unknown>} [task]
 */
async function releaseRevision(stack, change, task = {}) {
  const taskDefinition = await registerRevision(stack, change, task);
  await updateService(stack, { taskDefinition });
  const file = JSON.parse(fs.readFileSync(stack.outputsFile, 'utf8'));
  for (const output of file.Stacks[0].Outputs) {
    if (output.OutputKey === 'TaskDefinitionArn') output.OutputValue = taskDefinition;
  }
  fs.writeFileSync(stack.outputsFile, JSON.stringify(file));
}

/**
 * @param {Stack} stack @param {(container: Container) => Container} change @param {Record<string, unknown>} task
 * @returns {Promise<unknown>} ARN of the new revision
 */
async function registerRevision({ aws, outputs }, change, task) {
  const answer = await aws.call('ecs', 'DescribeTaskDefinition', { taskDefinition: outputs.TaskDefinitionArn });
  const current = /** @type {Record<string, unknown>} */ (answer.taskDefinition);
  const [container] = /** @type {Container[]} */ (current.containerDefinitions);
  const kept = Object.fromEntries(registered.map((name) => [name, current[name]]));
  const { taskDefinition } = await aws.call('ecs', 'RegisterTaskDefinition', {
    ...kept,
    ...task,
    containerDefinitions: [change(container ?? {})],
  });
  return /** @type {Record<string, unknown>} */ (taskDefinition).taskDefinitionArn;
}

/** @param {Pick<Stack, 'aws' | 'outputs'>} stack @param {Record<string, unknown>} change */
function updateService({ aws, outputs }, change) {
  return aws.call('ecs', 'UpdateService', { cluster: outputs.ClusterName, service: outputs.ServiceArn, ...change });
}

/** @param {Stack} stack @param {string} RoleName @param {Record<string, unknown>} statement */
function changeTrust({ aws }, RoleName, statement) {
  return aws.call('iam', 'UpdateAssumeRolePolicy', {
    RoleName,
    PolicyDocument: policy({ Effect: 'Allow', ...statement }),
  });
}

/**
 * Attaches a policy of this account, which allows everything, in place of that of AWS with the same name.
 *
 * @param {Stack} stack @param {string} RoleName @param {string} PolicyName
 */
async function replacePolicy({ aws }, RoleName, PolicyName) {
  const { Policy } = await aws.call('iam', 'CreatePolicy', {
    Path: '/service-role/',
    PolicyName,
    PolicyDocument: policy({ Effect: 'Allow', Action: '*', Resource: '*' }),
  });
  await aws.call('iam', 'DetachRolePolicy', {
    RoleName,
    PolicyArn: `arn:aws:iam::aws:policy/service-role/${PolicyName}`,
  });
  const PolicyArn = /** @type {Record<string, unknown>} */ (Policy).Arn;
  return aws.call('iam', 'AttachRolePolicy', { RoleName, PolicyArn });
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
    name: 'Sessions in containers are recorded in a bucket of somebody else',
    output: 'ClusterName',
    test: 'the cluster places tasks on Fargate alone, and records no sessions in containers elsewhere',
    expected: 'null',
    received: 'executeCommandConfiguration',
    apply: ({ aws, outputs }) =>
      aws.call('ecs', 'UpdateCluster', {
        cluster: outputs.ClusterName,
        configuration: {
          executeCommandConfiguration: {
            logging: 'OVERRIDE',
            logConfiguration: { s3BucketName: 'sessions-of-somebody', s3EncryptionEnabled: false },
          },
        },
      }),
  },
  {
    name: 'The cluster places tasks on spot capacity',
    output: 'ClusterName',
    test: 'the cluster places tasks on Fargate alone, and records no sessions in containers elsewhere',
    expected: 'null',
    received: 'FARGATE_SPOT',
    apply: ({ aws, outputs }) =>
      aws.call('ecs', 'PutClusterCapacityProviders', {
        cluster: outputs.ClusterName,
        capacityProviders: ['FARGATE_SPOT'],
        defaultCapacityProviderStrategy: [{ capacityProvider: 'FARGATE_SPOT', weight: 1 }],
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
    name: 'The image is replaced by one of the same name in another account',
    output: 'ServiceArn',
    test: 'the task of the collector is one container from the scanned repository, which writes to its log group',
    expected: 'fedramp-monitoring-collector-dev:1.4.2',
    received: '999999999999.dkr.ecr.us-west-2.amazonaws.com',
    apply: (stack) =>
      deployRevision(stack, (container) => ({
        ...container,
        image: String(container.image).replace(stack.accountId, '999999999999'),
      })),
  },
  {
    name: 'The health check finds every container healthy',
    output: 'TaskDefinitionArn',
    test: 'the task of the collector is one container from the scanned repository, which writes to its log group',
    expected: 'wget',
    received: 'exit 0',
    apply: (stack) =>
      releaseRevision(stack, (container) => ({
        ...container,
        healthCheck: { .../** @type {object} */ (container.healthCheck), command: ['CMD-SHELL', 'exit 0'] },
      })),
  },
  {
    name: 'The container runs another command than its image says',
    output: 'TaskDefinitionArn',
    test: 'the task of the collector runs what its image says, with all of the memory of the task',
    expected: 'null',
    received: 'nc -l 8080',
    apply: (stack) =>
      releaseRevision(stack, (container) => ({
        ...container,
        entryPoint: ['/bin/sh', '-c'],
        command: ['nc -l 8080'],
      })),
  },
  {
    name: 'The container may trace other processes',
    output: 'TaskDefinitionArn',
    test: 'the task of the collector runs what its image says, with all of the memory of the task',
    expected: 'null',
    received: 'capabilities',
    apply: (stack) =>
      releaseRevision(stack, (container) => ({
        ...container,
        linuxParameters: { capabilities: { add: ['SYS_PTRACE'] } },
      })),
  },
  {
    name: 'The container gets an eighth of the memory of the task',
    output: 'TaskDefinitionArn',
    test: 'the task of the collector runs what its image says, with all of the memory of the task',
    expected: 'null',
    received: '128',
    apply: (stack) => releaseRevision(stack, (container) => ({ ...container, memory: 128 })),
  },
  {
    name: 'The container gets a volume that it may write to',
    output: 'TaskDefinitionArn',
    test: 'the task of the collector keeps nothing on volumes',
    expected: 'null',
    received: 'an object with name',
    apply: (stack) =>
      releaseRevision(
        stack,
        (container) => ({ ...container, mountPoints: [{ sourceVolume: 'scratch', containerPath: '/tmp' }] }),
        { volumes: [{ name: 'scratch' }] },
      ),
  },
  {
    name: 'Lines of the log may be lost',
    output: 'TaskDefinitionArn',
    test: 'the task of the collector writes its logs in this region, and waits rather than lose a line (AU-5)',
    expected: 'null',
    received: 'non-blocking',
    apply: (stack) =>
      releaseRevision(stack, (container) => {
        const log = /** @type {{ options: object }} */ (container.logConfiguration);
        return { ...container, logConfiguration: { ...log, options: { ...log.options, mode: 'non-blocking' } } };
      }),
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
    name: 'The service is put behind a load balancer of somebody else',
    output: 'ServiceArn',
    test: 'the collector stands behind no load balancer and in no registry of names',
    expected: 'null',
    received: 'targetGroupArn',
    apply: (stack) =>
      updateService(stack, {
        loadBalancers: [
          {
            targetGroupArn: 'arn:aws:elasticloadbalancing:us-west-2:999999999999:targetgroup/somebody/0123456789abcdef',
            containerName: 'collector',
            containerPort: 8080,
          },
        ],
      }),
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
    name: 'Images are deleted after a day',
    output: 'CollectorRepositoryUri',
    test: 'no image is deleted by itself',
    expected: /not/,
    received: /1/,
    apply: ({ aws }) =>
      aws.call('ecr', 'PutLifecyclePolicy', {
        repositoryName: 'fedramp-monitoring-collector-dev',
        lifecyclePolicyText: JSON.stringify({
          rules: [
            {
              rulePriority: 1,
              selection: { tagStatus: 'any', countType: 'sinceImagePushed', countUnit: 'days', countNumber: 1 },
              action: { type: 'expire' },
            },
          ],
        }),
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
        PolicyDocument: policy({
          Effect: 'Allow',
          Principal: { Service: ['ecs-tasks.amazonaws.com', 'lambda.amazonaws.com'] },
          Action: 'sts:AssumeRole',
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
        PolicyDocument: policy(
          { Effect: 'Allow', Action: 'secretsmanager:GetSecretValue', Resource: '*' },
          { Effect: 'Allow', Action: 'kms:Decrypt', Resource: '*' },
        ),
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
        PolicyDocument: policy({ Effect: 'Allow', Action: 'kinesis:*', Resource: '*' }),
      }),
  },
  {
    name: 'API Gateway may take its role only from where it never is',
    output: 'ApiStreamRoleArn',
    test: 'AC-6: the roles API Gateway alone gets the role of the API',
    expected: 'apigateway.amazonaws.com',
    received: '192.0.2.0/24',
    apply: (stack) =>
      changeTrust(stack, 'fedramp-monitoring-api-dev', {
        Principal: { Service: 'apigateway.amazonaws.com' },
        Action: 'sts:AssumeRole',
        Condition: { IpAddress: { 'aws:SourceIp': '192.0.2.0/24' } },
      }),
  },
  {
    name: 'RDS may take the monitoring role for identities of the web too',
    output: 'DatabaseMonitoringRoleArn',
    test: 'AC-6: the roles RDS alone gets the monitoring role, which may publish metrics and nothing else',
    expected: 'sts:AssumeRole',
    received: 'sts:AssumeRoleWithWebIdentity',
    apply: (stack) =>
      changeTrust(stack, 'fedramp-monitoring-rds-monitoring-dev', {
        Principal: { Service: 'monitoring.rds.amazonaws.com' },
        Action: ['sts:AssumeRole', 'sts:AssumeRoleWithWebIdentity'],
      }),
  },
  {
    name: 'The monitoring role gets a policy of our own with the name of that of AWS',
    output: 'DatabaseMonitoringRoleArn',
    test: 'AC-6: the roles RDS alone gets the monitoring role, which may publish metrics and nothing else',
    expected: 'arn:aws:iam::aws:policy/service-role/AmazonRDSEnhancedMonitoringRole',
    received: ':policy/service-role/AmazonRDSEnhancedMonitoringRole',
    apply: (stack) => replacePolicy(stack, 'fedramp-monitoring-rds-monitoring-dev', 'AmazonRDSEnhancedMonitoringRole'),
  },
  {
    name: 'The execution role gets a policy of our own with the name of that of AWS',
    output: 'TaskExecutionRoleArn',
    test: 'AC-6: the roles the execution role may pull images, write logs and read the two secrets, and nothing else',
    expected: 'arn:aws:iam::aws:policy/service-role/AmazonECSTaskExecutionRolePolicy',
    received: ':policy/service-role/AmazonECSTaskExecutionRolePolicy',
    apply: (stack) => replacePolicy(stack, 'fedramp-monitoring-execution-dev', 'AmazonECSTaskExecutionRolePolicy'),
  },
];
