import { GetStageCommand } from '@aws-sdk/client-api-gateway';
import { GetDistributionCommand } from '@aws-sdk/client-cloudfront';
import { DescribeSecurityGroupsCommand } from '@aws-sdk/client-ec2';
import { DescribeTaskDefinitionCommand } from '@aws-sdk/client-ecs';
import { DescribeReplicationGroupsCommand } from '@aws-sdk/client-elasticache';
import {
  GetBucketLifecycleConfigurationCommand,
  GetBucketLoggingCommand,
  GetBucketNotificationConfigurationCommand,
} from '@aws-sdk/client-s3';
import { GetQueueAttributesCommand } from '@aws-sdk/client-sqs';
import { deploy } from '../../deploy';
import { types } from '../../deploy/types/index.js';
import { startServer } from '../../servers/start.js';
import { everyType } from './every-type';

jest.setTimeout(60_000);

test('the stack has every type', () => {
  const used = new Set(Object.values(everyType.resources).map(({ type }) => type));
  expect([...used].sort()).toEqual(Object.keys(types).sort());
});

/** The stack without what moto does not implement. */
const specFor = (name: string) => {
  if (name !== 'moto') return everyType;
  const { Selection, FileSystem, ...resources } = everyType.resources;
  const { BackupPolicy, ...properties } = FileSystem.properties;
  return { ...everyType, resources: { ...resources, FileSystem: { ...FileSystem, properties } } };
};

test.each(['ministack', 'moto'] as const)('a resource of every type on %s', async (name) => {
  const server = await startServer(name);
  try {
    const deployed = await deploy(specFor(name), server);
    const { client, resources } = deployed;
    const idOf = (logicalId: string) => String(resources[logicalId]?.physicalId);

    expect(Object.keys(resources)).toHaveLength(Object.keys(specFor(name).resources).length);

    const Bucket = idOf('Bucket');
    expect(await client('s3').send(new GetBucketLifecycleConfigurationCommand({ Bucket }))).toMatchObject({
      Rules: [{ ID: 'archive', Expiration: { Days: 365 }, Transitions: [{ Days: 30, StorageClass: 'GLACIER' }] }],
    });
    expect(await client('s3').send(new GetBucketLoggingCommand({ Bucket }))).toMatchObject({
      LoggingEnabled: { TargetBucket: 'everything-logs', TargetPrefix: 'everything/' },
    });

    expect(
      await client('s3').send(new GetBucketNotificationConfigurationCommand({ Bucket: idOf('LogBucket') })),
    ).toMatchObject({ LambdaFunctionConfigurations: [{ LambdaFunctionArn: resources.Function?.attributes.Arn }] });
    const GroupIds = [String(resources.Vpc?.attributes.DefaultSecurityGroup)];
    expect(await client('ec2').send(new DescribeSecurityGroupsCommand({ GroupIds }))).toMatchObject({
      SecurityGroups: [{ IpPermissions: [], IpPermissionsEgress: [] }],
    });

    const QueueUrl = idOf('Queue');
    const { Attributes } = await client('sqs').send(
      new GetQueueAttributesCommand({ QueueUrl, AttributeNames: ['All'] }),
    );
    expect(Attributes).toMatchObject({ VisibilityTimeout: '60', KmsMasterKeyId: resources.Key?.attributes.Arn });
    expect(Attributes).toMatchObject({ RedrivePolicy: expect.stringContaining(':everything-dead') });

    const stage = { restApiId: idOf('Api'), stageName: idOf('ApiStage') };
    expect(await client('api-gateway').send(new GetStageCommand(stage))).toMatchObject({
      tracingEnabled: true,
      accessLogSettings: { format: '$context.requestId' },
      methodSettings: { '*/*': { metricsEnabled: true, loggingLevel: 'INFO' } },
    });

    const taskDefinition = idOf('Task');
    expect(await client('ecs').send(new DescribeTaskDefinitionCommand({ taskDefinition }))).toMatchObject({
      taskDefinition: {
        containerDefinitions: [
          {
            environment: [{ name: 'DB_HOST', value: 'db' }],
            secrets: [{ name: 'DB_PASSWORD', valueFrom: `${idOf('Secret')}:password::` }],
            logConfiguration: { options: { 'awslogs-group': '/orders/all' } },
          },
        ],
      },
    });

    const ReplicationGroupId = idOf('Cache');
    expect(
      await client('elasticache').send(new DescribeReplicationGroupsCommand({ ReplicationGroupId })),
    ).toMatchObject({ ReplicationGroups: [{ AtRestEncryptionEnabled: true, TransitEncryptionEnabled: true }] });

    expect(await client('cloudfront').send(new GetDistributionCommand({ Id: idOf('Distribution') }))).toMatchObject({
      Distribution: { DistributionConfig: { DefaultCacheBehavior: { ViewerProtocolPolicy: 'redirect-to-https' } } },
    });
  } finally {
    await server.stop();
  }
});

test('what a server does not implement is said for every resource it stopped', async () => {
  const server = await startServer('moto');
  try {
    const { Plan, Vault, Selection, Role, Key, Table, FileSystem } = everyType.resources;
    const resources = { Plan, Vault, Selection, Role, Key, Table, FileSystem };
    const failure = deploy({ name: 'beyond', resources }, server).catch((error: Error) => error.message);
    const message = 'answered HTTP 500 in no AWS format; the server may not implement it';
    expect(
      String(await failure)
        .split('\n')
        .sort(),
    ).toEqual([
      `FileSystem (AWS::EFS::FileSystem): efs:PutBackupPolicy: ${message}`,
      `Selection (AWS::Backup::BackupSelection): backup:CreateBackupSelection: ${message}`,
    ]);
  } finally {
    await server.stop();
  }
});
