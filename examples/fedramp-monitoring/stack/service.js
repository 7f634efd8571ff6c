// @ts-check

// biome-ignore-all lint/suspicious/noTemplateCurlyInString: sub() takes placeholders as CloudFormation spells them

const { ref, sub } = require('../../../deploy');
const { tags } = require('./tags.js');

const lowerCaseTags = tags.map(({ Key, Value }) => ({ key: Key, value: Value }));

const trustOfTasks = {
  Version: '2012-10-17',
  Statement: [
    {
      Effect: 'Allow',
      Principal: { Service: 'ecs-tasks.amazonaws.com' },
      Action: 'sts:AssumeRole',
      Condition: { StringEquals: { 'aws:SourceAccount': sub('${AWS::AccountId}') } },
    },
  ],
};

/** The stream of events, the collector that reads it, and the image and the roles the collector runs with. */
const service = {
  EventStream: {
    type: 'AWS::Kinesis::Stream',
    properties: {
      Name: 'monitoring-events-dev',
      ShardCount: 2,
      RetentionPeriodHours: 168,
      StreamEncryption: { EncryptionType: 'KMS', KeyId: ref('DataKey.Arn') },
      Tags: tags,
    },
  },
  CollectorRepository: {
    type: 'AWS::ECR::Repository',
    properties: {
      RepositoryName: 'fedramp-monitoring-collector-dev',
      ImageScanningConfiguration: { ScanOnPush: true },
      ImageTagMutability: 'IMMUTABLE',
      EncryptionConfiguration: { EncryptionType: 'KMS', KmsKey: ref('DataKey.Arn') },
      Tags: tags,
    },
  },
  TaskExecutionRole: {
    type: 'AWS::IAM::Role',
    properties: {
      RoleName: 'fedramp-monitoring-execution-dev',
      Description: 'Pulls the image, reads the secrets and opens the log streams of the collector',
      AssumeRolePolicyDocument: trustOfTasks,
      ManagedPolicyArns: ['arn:aws:iam::aws:policy/service-role/AmazonECSTaskExecutionRolePolicy'],
      Policies: [
        {
          PolicyName: 'read-secrets',
          PolicyDocument: {
            Version: '2012-10-17',
            Statement: [
              {
                Effect: 'Allow',
                Action: 'secretsmanager:GetSecretValue',
                Resource: [ref('DatabaseSecret'), ref('CacheAuthSecret')],
              },
              { Effect: 'Allow', Action: 'kms:Decrypt', Resource: ref('DataKey.Arn') },
            ],
          },
        },
      ],
      Tags: tags,
    },
  },
  TaskRole: {
    type: 'AWS::IAM::Role',
    properties: {
      RoleName: 'fedramp-monitoring-task-dev',
      Description: 'What the collector itself may do',
      AssumeRolePolicyDocument: trustOfTasks,
      Policies: [
        {
          PolicyName: 'collect-events',
          PolicyDocument: {
            Version: '2012-10-17',
            Statement: [
              {
                Effect: 'Allow',
                Action: [
                  'kinesis:DescribeStreamSummary',
                  'kinesis:GetRecords',
                  'kinesis:GetShardIterator',
                  'kinesis:ListShards',
                ],
                Resource: ref('EventStream.Arn'),
              },
              { Effect: 'Allow', Action: 'kms:Decrypt', Resource: ref('DataKey.Arn') },
            ],
          },
        },
      ],
      Tags: tags,
    },
  },
  Cluster: {
    type: 'AWS::ECS::Cluster',
    properties: {
      ClusterName: 'fedramp-monitoring-dev',
      ClusterSettings: [{ Name: 'containerInsights', Value: 'enabled' }],
      Tags: lowerCaseTags,
    },
  },
  TaskDefinition: {
    type: 'AWS::ECS::TaskDefinition',
    properties: {
      Family: 'fedramp-monitoring-collector-dev',
      Cpu: '512',
      Memory: '1024',
      NetworkMode: 'awsvpc',
      RequiresCompatibilities: ['FARGATE'],
      RuntimePlatform: { CpuArchitecture: 'ARM64', OperatingSystemFamily: 'LINUX' },
      ExecutionRoleArn: ref('TaskExecutionRole.Arn'),
      TaskRoleArn: ref('TaskRole.Arn'),
      ContainerDefinitions: [
        {
          Name: 'collector',
          Image: sub('${CollectorRepository.RepositoryUri}:1.4.2'),
          Essential: true,
          Privileged: false,
          ReadonlyRootFilesystem: true,
          User: '10001',
          PortMappings: [{ ContainerPort: 8080, HostPort: 8080, Protocol: 'tcp' }],
          Environment: [
            { Name: 'DB_HOST', Value: ref('Database.Endpoint.Address') },
            { Name: 'DB_NAME', Value: 'monitoring' },
            { Name: 'KINESIS_STREAM', Value: ref('EventStream') },
          ],
          Secrets: [
            { Name: 'DB_USERNAME', ValueFrom: sub('${DatabaseSecret}:username::') },
            { Name: 'DB_PASSWORD', ValueFrom: sub('${DatabaseSecret}:password::') },
            { Name: 'REDIS_AUTH_TOKEN', ValueFrom: sub('${CacheAuthSecret}:token::') },
          ],
          LogConfiguration: {
            LogDriver: 'awslogs',
            Options: {
              'awslogs-group': ref('ServiceLogGroup'),
              'awslogs-region': ref('AWS::Region'),
              'awslogs-stream-prefix': 'collector',
            },
          },
          HealthCheck: {
            Command: ['CMD-SHELL', 'wget -q -O /dev/null http://localhost:8080/health || exit 1'],
            Interval: 30,
            Timeout: 5,
            Retries: 3,
            StartPeriod: 60,
          },
        },
      ],
      Tags: lowerCaseTags,
    },
  },
  Service: {
    type: 'AWS::ECS::Service',
    properties: {
      ServiceName: 'fedramp-monitoring-collector-dev',
      Cluster: ref('Cluster.Arn'),
      TaskDefinition: ref('TaskDefinition'),
      DesiredCount: 2,
      LaunchType: 'FARGATE',
      PlatformVersion: '1.4.0',
      EnableExecuteCommand: false,
      DeploymentConfiguration: {
        MinimumHealthyPercent: 100,
        MaximumPercent: 200,
        DeploymentCircuitBreaker: { Enable: true, Rollback: true },
      },
      NetworkConfiguration: {
        AwsvpcConfiguration: {
          Subnets: [ref('ServiceSubnetA'), ref('ServiceSubnetB')],
          SecurityGroups: [ref('ServiceSecurityGroup')],
          AssignPublicIp: 'DISABLED',
        },
      },
      PropagateTags: 'SERVICE',
      Tags: lowerCaseTags,
    },
  },
};

module.exports = { service };
