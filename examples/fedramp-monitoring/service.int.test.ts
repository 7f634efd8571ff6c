// biome-ignore-all lint/suspicious/noTemplateCurlyInString: policies take placeholders as CloudFormation spells them

import { outputs, resource } from 'stackproof';

const vpc = resource('VpcId', 'AWS::EC2::VPC');
const serviceSubnets = [resource('ServiceSubnetAId'), resource('ServiceSubnetBId')];
const cluster = resource('ClusterName', 'AWS::ECS::Cluster');
const service = resource('ServiceArn', 'AWS::ECS::Service');
const task = resource('TaskDefinitionArn', 'AWS::ECS::TaskDefinition');
const taskRole = resource('TaskRoleArn', 'AWS::IAM::Role');
const executionRole = resource('TaskExecutionRoleArn', 'AWS::IAM::Role');
const stream = resource('EventStreamName', 'AWS::Kinesis::Stream');
const dataKey = resource('DataKeyArn', 'AWS::KMS::Key');

test('the cluster is observed with Container Insights (SI-4)', async () => {
  await expect(cluster).toBeAvailable();
  await expect(cluster).toHaveContainerInsights();
});

test('the cluster places tasks on Fargate alone, and records no sessions in containers elsewhere', async () => {
  await expect(cluster).toHaveConfig({
    'capacityProviders[0]': null,
    'defaultCapacityProviderStrategy[0]': null,
    configuration: null,
    serviceConnectDefaults: null,
  });
});

describe('the collector', () => {
  test('is a service of two Fargate tasks in this cluster', async () => {
    await expect(service).toBeInState('ACTIVE');
    await expect(service).toHaveDesiredCount(2);
    await expect(service).toUseFargate();
    await expect(service).toHaveConfig({
      clusterArn: cluster,
      launchType: 'FARGATE',
      platformVersion: '1.4.0',
      schedulingStrategy: 'REPLICA',
      propagateTags: 'SERVICE',
    });
  });

  test('stands behind no load balancer and in no registry of names', async () => {
    await expect(service).toHaveConfig({
      'loadBalancers[0]': null,
      'serviceRegistries[0]': null,
      'capacityProviderStrategy[0]': null,
      'deployments[*].serviceConnectConfiguration': null,
      'deployments[*].volumeConfigurations[0]': null,
    });
  });

  test('runs the task definition of this stack', async () => {
    await expect(task).toBeAvailable();
    await expect(service).toHaveConfig({ taskDefinition: task });
  });

  test('has both tasks running, and no deployment under way', async () => {
    await expect(service).toHaveRunningTasks(2);
    await expect(service).toHaveReachedSteadyState();
  });

  test('rolls failed deployments back', async () => {
    await expect(service).toRollBackFailedDeployments();
  });

  test('keeps both tasks running while it is deployed', async () => {
    await expect(service).toHaveDeploymentBounds({ minimumHealthyPercent: 100, maximumPercent: 200 });
  });

  test('lets nobody into its containers (AC-17)', async () => {
    await expect(service).not.toAllowExecuteCommand();
  });

  test('is in its own subnets, behind its own security group, without public addresses (SC-7)', async () => {
    await expect(service).not.toBePubliclyAccessible();
    await expect(service).toBeInVpc(vpc);
    await expect(service).toBeInSubnet(serviceSubnets);
    await expect(service).toBeInPrivateSubnets();
    await expect(service).toHaveOnlySecurityGroups(resource('ServiceSecurityGroupId'));
    await expect(service).toHaveConfig({
      'networkConfiguration.awsvpcConfiguration.subnets': [/^subnet-/, /^subnet-/],
    });
  });
});

describe('the task of the collector', () => {
  test('has its size, on ARM, in the network of the VPC', async () => {
    await expect(service).toHaveTaskSize({ cpu: 512, memory: 1024 });
    await expect(service).toHaveNetworkMode('awsvpc');
    await expect(task).toHaveTaskSize({ cpu: 512, memory: 1024 });
    await expect(task).toHaveNetworkMode('awsvpc');
    await expect(task).toUseFargate();
    await expect(task).toHaveConfig({
      runtimePlatform: { cpuArchitecture: 'ARM64', operatingSystemFamily: 'LINUX' },
      requiresCompatibilities: ['FARGATE'],
    });
  });

  test('is one container from the scanned repository, which writes to its log group', async () => {
    const collector = {
      image: `${await outputs.get('CollectorRepositoryUri')}:1.4.2`,
      port: 8080,
      essential: true,
      logDriver: 'awslogs',
      logGroup: '/ecs/fedramp-monitoring-dev',
      healthCheck: true,
    };
    await expect(service).toHaveContainer('collector', collector);
    await expect(task).toHaveContainer('collector', collector);
    await expect(task).toHaveConfig({
      containerDefinitions: [
        {
          user: '10001',
          portMappings: [{ containerPort: 8080, hostPort: 8080, protocol: 'tcp' }],
          healthCheck: {
            command: ['CMD-SHELL', 'wget -q -O /dev/null http://localhost:8080/health || exit 1'],
            interval: 30,
            timeout: 5,
            retries: 3,
            startPeriod: 60,
          },
        },
      ],
    });
  });

  test('runs what its image says, with all of the memory of the task', async () => {
    await expect(task).toHaveConfig({
      containerDefinitions: [
        {
          'command[0]': null,
          'entryPoint[0]': null,
          workingDirectory: null,
          memory: null,
          memoryReservation: null,
          linuxParameters: null,
          'environmentFiles[0]': null,
          'extraHosts[0]': null,
          'dnsServers[0]': null,
          repositoryCredentials: null,
          firelensConfiguration: null,
        },
      ],
      proxyConfiguration: null,
    });
  });

  test('keeps nothing on volumes', async () => {
    await expect(task).toHaveConfig({
      'volumes[0]': null,
      ephemeralStorage: null,
      containerDefinitions: [{ 'mountPoints[0]': null, 'volumesFrom[0]': null }],
    });
  });

  test('writes its logs in this region, and waits rather than lose a line (AU-5)', async () => {
    await expect(task).toHaveConfig({
      'containerDefinitions[0].logConfiguration.options': {
        'awslogs-region': 'us-west-2',
        'awslogs-stream-prefix': 'collector',
        'awslogs-endpoint': null,
        'awslogs-create-group': null,
        'max-buffer-size': null,
        mode: null,
      },
    });
  });

  test('has no rights of its host, and cannot write to its own image (AC-6)', async () => {
    await expect(service).not.toHavePrivilegedContainer();
    await expect(service).toHaveReadonlyRootFilesystem();
    await expect(task).not.toHavePrivilegedContainer();
    await expect(task).toHaveReadonlyRootFilesystem();
  });

  test('is told where its database and its stream are in the plain environment', async () => {
    const environment = {
      DB_HOST: await outputs.get('DatabaseEndpoint'),
      DB_NAME: await outputs.get('DatabaseName'),
      KINESIS_STREAM: stream,
    };
    await expect(service).toHaveEnvironmentVariables(environment);
    await expect(task).toHaveEnvironmentVariables(environment);
  });

  test('has the plain variables and the credentials it needs, and no other variable', async () => {
    const variables = ['DB_HOST', 'DB_NAME', 'KINESIS_STREAM', 'DB_USERNAME', 'DB_PASSWORD', 'REDIS_AUTH_TOKEN'];
    await expect(service).toHaveOnlyEnvironmentVariables(variables);
    await expect(task).toHaveOnlyEnvironmentVariables(variables);
  });

  test('has no secret in the plain environment (IA-5)', async () => {
    await expect(service).toHaveNoPlainSecrets();
    await expect(task).toHaveNoPlainSecrets();
  });

  test('takes its credentials, and nothing else, from the secrets of this stack (IA-5)', async () => {
    const databaseSecret = resource('DatabaseSecretArn');
    const credentials = {
      DB_USERNAME: { from: databaseSecret, key: 'username' },
      DB_PASSWORD: { from: databaseSecret, key: 'password' },
      REDIS_AUTH_TOKEN: { from: resource('CacheAuthSecretArn'), key: 'token' },
    };
    await expect(service).toHaveOnlySecrets(credentials);
    await expect(task).toHaveOnlySecrets(credentials);
  });

  test('finds every secret it names, and every key in it', async () => {
    await expect(service).toHaveResolvableSecrets();
    await expect(task).toHaveResolvableSecrets();
  });

  test('runs and starts with its own roles', async () => {
    await expect(service).toHaveTaskRole(taskRole);
    await expect(service).toHaveExecutionRole(executionRole);
    await expect(task).toHaveTaskRole(taskRole);
    await expect(task).toHaveExecutionRole(executionRole);
  });
});

test('images are scanned, never replaced, and encrypted with the data key (RA-5, CM-3, SC-28)', async () => {
  const repository = resource('CollectorRepositoryUri', 'AWS::ECR::Repository');
  await expect(repository).toExist();
  await expect(repository).toScanOnPush();
  await expect(repository).toHaveImmutableTags();
  await expect(repository).toBeKmsEncrypted({ key: dataKey, manager: 'CUSTOMER' });
});

test('no image is deleted by itself', async () => {
  await expect(resource('CollectorRepositoryUri', 'AWS::ECR::Repository')).not.toExpireImages();
});

test('the repository has no policy of its own, which could let others in', async () => {
  await expect(resource('CollectorRepositoryUri', 'AWS::ECR::Repository')).toHavePolicyDocument({ Statement: [] });
});

describe('AC-6: the roles', () => {
  const trustOfTasks = {
    Statement: {
      Effect: 'Allow',
      Principal: { Service: 'ecs-tasks.amazonaws.com' },
      Action: 'sts:AssumeRole',
      Condition: { StringEquals: { 'aws:SourceAccount': '${AWS::AccountId}' } },
    },
  };

  test('tasks of this account alone get the role of the collector', async () => {
    await expect(taskRole).toTrustOnly(['ecs-tasks']);
    await expect(taskRole).toHavePolicyDocument(trustOfTasks);
    await expect(taskRole).toHaveMaxSessionDuration('1h');
    await expect(taskRole).toHaveDescription('What the collector itself may do');
  });

  test('the collector may read the stream, and nothing else', async () => {
    await expect(taskRole).toHaveOnlyManagedPolicies([]);
    await expect(taskRole).toHaveOnlyInlinePolicies(['collect-events']);
    await expect(taskRole).not.toHavePermissionsBoundary();
    await expect(taskRole).toHavePolicyDocument(
      {
        Statement: [
          {
            Effect: 'Allow',
            Action: [
              'kinesis:DescribeStreamSummary',
              'kinesis:GetRecords',
              'kinesis:GetShardIterator',
              'kinesis:ListShards',
            ],
            Resource: '${EventStreamName}',
          },
          { Effect: 'Allow', Action: 'kms:Decrypt', Resource: '${DataKeyArn}' },
        ],
      },
      { name: 'collect-events' },
    );
  });

  test('tasks of this account alone get the execution role', async () => {
    await expect(executionRole).toTrustOnly(['ecs-tasks']);
    await expect(executionRole).toHavePolicyDocument(trustOfTasks);
    await expect(executionRole).toHaveMaxSessionDuration('1h');
  });

  test('the execution role may pull images, write logs and read the two secrets, and nothing else', async () => {
    await expect(executionRole).toHaveOnlyManagedPolicies([
      'arn:aws:iam::aws:policy/service-role/AmazonECSTaskExecutionRolePolicy',
    ]);
    await expect(executionRole).toHaveOnlyInlinePolicies(['read-secrets']);
    await expect(executionRole).not.toHavePermissionsBoundary();
    await expect(executionRole).toHavePolicyDocument(
      {
        Statement: [
          {
            Effect: 'Allow',
            Action: 'secretsmanager:GetSecretValue',
            Resource: ['${DatabaseSecretArn}', '${CacheAuthSecretArn}'],
          },
          { Effect: 'Allow', Action: 'kms:Decrypt', Resource: '${DataKeyArn}' },
        ],
      },
      { name: 'read-secrets' },
    );
  });

  test('API Gateway alone gets the role of the API', async () => {
    const role = resource('ApiStreamRoleArn', 'AWS::IAM::Role');
    await expect(role).toTrustOnly(['apigateway']);
    await expect(role).toHavePolicyDocument({
      Statement: { Effect: 'Allow', Principal: { Service: 'apigateway.amazonaws.com' }, Action: 'sts:AssumeRole' },
    });
    await expect(role).toHaveMaxSessionDuration('1h');
  });

  test('the API may put records on the stream, and nothing else', async () => {
    const role = resource('ApiStreamRoleArn', 'AWS::IAM::Role');
    await expect(role).toHaveOnlyManagedPolicies([]);
    await expect(role).toHaveOnlyInlinePolicies(['put-events']);
    await expect(role).not.toHavePermissionsBoundary();
    await expect(role).toHavePolicyDocument(
      {
        Statement: [
          { Effect: 'Allow', Action: 'kinesis:PutRecord', Resource: '${EventStreamName}' },
          { Effect: 'Allow', Action: 'kms:GenerateDataKey', Resource: '${DataKeyArn}' },
        ],
      },
      { name: 'put-events' },
    );
  });

  test('RDS alone gets the monitoring role, which may publish metrics and nothing else', async () => {
    const role = resource('DatabaseMonitoringRoleArn', 'AWS::IAM::Role');
    await expect(role).toTrustOnly(['monitoring.rds']);
    await expect(role).toHavePolicyDocument({
      Statement: { Effect: 'Allow', Principal: { Service: 'monitoring.rds.amazonaws.com' }, Action: 'sts:AssumeRole' },
    });
    await expect(role).toHaveOnlyManagedPolicies([
      'arn:aws:iam::aws:policy/service-role/AmazonRDSEnhancedMonitoringRole',
    ]);
    await expect(role).toHaveOnlyInlinePolicies([]);
    await expect(role).not.toHavePermissionsBoundary();
    await expect(role).toHaveMaxSessionDuration('1h');
  });
});
