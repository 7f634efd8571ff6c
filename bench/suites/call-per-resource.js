// Written by hand with care: `beforeAll` makes each call of a resource once a file, all of them at the same time.

const { CloudWatchClient, DescribeAlarmsCommand } = require('@aws-sdk/client-cloudwatch');
const {
  CloudWatchLogsClient,
  DescribeLogGroupsCommand,
  ListTagsForResourceCommand,
} = require('@aws-sdk/client-cloudwatch-logs');
const { DescribeContinuousBackupsCommand, DescribeTableCommand, DynamoDBClient } = require('@aws-sdk/client-dynamodb');
const { GetRoleCommand, IAMClient, ListAttachedRolePoliciesCommand } = require('@aws-sdk/client-iam');
const { DescribeStreamSummaryCommand, KinesisClient, ListTagsForStreamCommand } = require('@aws-sdk/client-kinesis');
const {
  DescribeKeyCommand,
  GetKeyPolicyCommand,
  GetKeyRotationStatusCommand,
  KMSClient,
  ListResourceTagsCommand,
} = require('@aws-sdk/client-kms');
const { GetFunctionConfigurationCommand, LambdaClient } = require('@aws-sdk/client-lambda');
const { DescribeDBInstancesCommand, RDSClient } = require('@aws-sdk/client-rds');
const {
  GetBucketEncryptionCommand,
  GetBucketTaggingCommand,
  GetBucketVersioningCommand,
  GetPublicAccessBlockCommand,
  HeadBucketCommand,
  S3Client,
} = require('@aws-sdk/client-s3');
const {
  GetTopicAttributesCommand,
  ListSubscriptionsByTopicCommand,
  ListTagsForResourceCommand: ListTopicTagsCommand,
  SNSClient,
} = require('@aws-sdk/client-sns');
const { NodeHttpHandler } = require('@smithy/node-http-handler');
const outputs = require('../outputs.json');

const [, , , region, account] = outputs.DataKeyArn.split(':');
const logGroupArn = `arn:aws:logs:${region}:${account}:log-group:${outputs.ProcessorLogGroupName}`;

describe('key', () => {
  const kms = new KMSClient({});
  let described;
  let rotation;
  let policy;
  let tags;
  beforeAll(async () => {
    [described, rotation, policy, tags] = await Promise.all([
      kms.send(new DescribeKeyCommand({ KeyId: outputs.DataKeyArn })),
      kms.send(new GetKeyRotationStatusCommand({ KeyId: outputs.DataKeyArn })),
      kms.send(new GetKeyPolicyCommand({ KeyId: outputs.DataKeyArn, PolicyName: 'default' })),
      kms.send(new ListResourceTagsCommand({ KeyId: outputs.DataKeyArn })),
    ]);
  });

  test('is enabled', async () => {
    expect(described.KeyMetadata.KeyState).toBe('Enabled');
  });
  test('rotates', async () => {
    expect(rotation.KeyRotationEnabled).toBe(true);
  });
  test('may be used by CloudWatch Logs', async () => {
    expect(policy.Policy).toContain('logs.us-east-1.amazonaws.com');
  });
  test('is tagged', async () => {
    expect(tags.Tags).toContainEqual({ TagKey: 'Project', TagValue: 'orders' });
  });
  test('is a customer key', async () => {
    expect(described.KeyMetadata.KeyManager).toBe('CUSTOMER');
  });
});

describe('bucket', () => {
  const s3 = new S3Client({ forcePathStyle: true });
  let head;
  let encryption;
  let versioning;
  let publicAccess;
  let tagging;
  beforeAll(async () => {
    [head, encryption, versioning, publicAccess, tagging] = await Promise.all([
      s3.send(new HeadBucketCommand({ Bucket: outputs.DataBucketName })),
      s3.send(new GetBucketEncryptionCommand({ Bucket: outputs.DataBucketName })),
      s3.send(new GetBucketVersioningCommand({ Bucket: outputs.DataBucketName })),
      s3.send(new GetPublicAccessBlockCommand({ Bucket: outputs.DataBucketName })),
      s3.send(new GetBucketTaggingCommand({ Bucket: outputs.DataBucketName })),
    ]);
  });

  test('exists', async () => {
    expect(head.$metadata.httpStatusCode).toBe(200);
  });
  test('is encrypted with the key', async () => {
    const [rule] = encryption.ServerSideEncryptionConfiguration.Rules;
    expect(rule.ApplyServerSideEncryptionByDefault.KMSMasterKeyID).toBe(outputs.DataKeyArn);
  });
  test('keeps versions', async () => {
    expect(versioning.Status).toBe('Enabled');
  });
  test('blocks public access', async () => {
    expect(Object.values(publicAccess.PublicAccessBlockConfiguration)).toEqual([true, true, true, true]);
  });
  test('is tagged', async () => {
    expect(tagging.TagSet).toContainEqual({ Key: 'Project', Value: 'orders' });
  });
});

describe('database', () => {
  const rds = new RDSClient({});
  let described;
  beforeAll(async () => {
    described = await rds.send(new DescribeDBInstancesCommand({ DBInstanceIdentifier: 'orders-database' }));
  });

  test('survives the loss of a zone', async () => {
    expect(described.DBInstances[0].MultiAZ).toBe(true);
  });
  test('runs PostgreSQL 15.8', async () => {
    expect(described.DBInstances[0].EngineVersion).toBe('15.8');
  });
  test('is encrypted with the key', async () => {
    expect(described.DBInstances[0].KmsKeyId).toBe(outputs.DataKeyArn);
  });
  test('is not public', async () => {
    expect(described.DBInstances[0].PubliclyAccessible).toBe(false);
  });
  test('is backed up', async () => {
    expect(described.DBInstances[0].BackupRetentionPeriod).toBe(14);
  });
});

describe('table', () => {
  const dynamodb = new DynamoDBClient({});
  let described;
  let backups;
  beforeAll(async () => {
    [described, backups] = await Promise.all([
      dynamodb.send(new DescribeTableCommand({ TableName: outputs.OrdersTableName })),
      dynamodb.send(new DescribeContinuousBackupsCommand({ TableName: outputs.OrdersTableName })),
    ]);
  });

  test('is active', async () => {
    expect(described.Table.TableStatus).toBe('ACTIVE');
  });
  test('is billed on demand', async () => {
    expect(described.Table.BillingModeSummary.BillingMode).toBe('PAY_PER_REQUEST');
  });
  test('has its keys', async () => {
    expect(described.Table.KeySchema.map((each) => each.AttributeName)).toEqual(['customerId', 'orderId']);
  });
  test('is encrypted with the key', async () => {
    expect(described.Table.SSEDescription.KMSMasterKeyArn).toBe(outputs.DataKeyArn);
  });
  test('can be restored to any moment', async () => {
    const { PointInTimeRecoveryDescription: recovery } = backups.ContinuousBackupsDescription;
    expect(recovery.PointInTimeRecoveryStatus).toBe('ENABLED');
  });
});

describe('stream', () => {
  // The server speaks HTTP/1.1 only, and this client HTTP/2 unless told.
  const kinesis = new KinesisClient({ requestHandler: new NodeHttpHandler() });
  let described;
  let tags;
  beforeAll(async () => {
    [described, tags] = await Promise.all([
      kinesis.send(new DescribeStreamSummaryCommand({ StreamName: outputs.OrdersStreamName })),
      kinesis.send(new ListTagsForStreamCommand({ StreamName: outputs.OrdersStreamName })),
    ]);
  });

  test('is active', async () => {
    expect(described.StreamDescriptionSummary.StreamStatus).toBe('ACTIVE');
  });
  test('is encrypted with the key', async () => {
    expect(described.StreamDescriptionSummary.KeyId).toBe(outputs.DataKeyArn);
  });
  test('keeps records for two days', async () => {
    expect(described.StreamDescriptionSummary.RetentionPeriodHours).toBe(48);
  });
  test('has one shard', async () => {
    expect(described.StreamDescriptionSummary.OpenShardCount).toBe(1);
  });
  test('is tagged', async () => {
    expect(tags.Tags).toContainEqual({ Key: 'Project', Value: 'orders' });
  });
});

describe('function', () => {
  const lambda = new LambdaClient({});
  let described;
  beforeAll(async () => {
    described = await lambda.send(new GetFunctionConfigurationCommand({ FunctionName: outputs.ProcessorFunctionArn }));
  });

  test('has its runtime', async () => {
    expect(described.Runtime).toBe('nodejs20.x');
  });
  test('has its time-out', async () => {
    expect(described.Timeout).toBe(60);
  });
  test('has its memory', async () => {
    expect(described.MemorySize).toBe(512);
  });
  test('has its handler', async () => {
    expect(described.Handler).toBe('index.handler');
  });
  test('is traced', async () => {
    expect(described.TracingConfig.Mode).toBe('Active');
  });
});

describe('log group', () => {
  const logs = new CloudWatchLogsClient({});
  let described;
  let tags;
  beforeAll(async () => {
    [described, tags] = await Promise.all([
      logs.send(new DescribeLogGroupsCommand({ logGroupNamePrefix: outputs.ProcessorLogGroupName })),
      logs.send(new ListTagsForResourceCommand({ resourceArn: logGroupArn })),
    ]);
  });

  test('exists', async () => {
    expect(described.logGroups[0].logGroupName).toBe(outputs.ProcessorLogGroupName);
  });
  test('keeps logs for thirty days', async () => {
    expect(described.logGroups[0].retentionInDays).toBe(30);
  });
  test('is encrypted with the key', async () => {
    expect(described.logGroups[0].kmsKeyId).toBe(outputs.DataKeyArn);
  });
  test('has its name', async () => {
    expect(described.logGroups[0].logGroupName).toBe('/aws/lambda/orders-processor');
  });
  test('is tagged', async () => {
    expect(tags.tags).toMatchObject({ Project: 'orders' });
  });
});

describe('topic', () => {
  const sns = new SNSClient({});
  let described;
  let subscriptions;
  let tags;
  beforeAll(async () => {
    [described, subscriptions, tags] = await Promise.all([
      sns.send(new GetTopicAttributesCommand({ TopicArn: outputs.AlarmTopicArn })),
      sns.send(new ListSubscriptionsByTopicCommand({ TopicArn: outputs.AlarmTopicArn })),
      sns.send(new ListTopicTagsCommand({ ResourceArn: outputs.AlarmTopicArn })),
    ]);
  });

  test('exists', async () => {
    expect(described.Attributes.TopicArn).toBe(outputs.AlarmTopicArn);
  });
  test('is encrypted with the key', async () => {
    expect(described.Attributes.KmsMasterKeyId).toBe(outputs.DataKeyArn);
  });
  test('tells the people on call', async () => {
    expect(subscriptions.Subscriptions.map((each) => each.Endpoint)).toContain('orders-oncall@example.com');
  });
  test('has its name', async () => {
    expect(described.Attributes.DisplayName).toBe('Orders alarms');
  });
  test('is tagged', async () => {
    expect(tags.Tags).toContainEqual({ Key: 'Project', Value: 'orders' });
  });
});

describe('alarm', () => {
  const cloudwatch = new CloudWatchClient({});
  let described;
  beforeAll(async () => {
    described = await cloudwatch.send(new DescribeAlarmsCommand({ AlarmNames: [outputs.ProcessorErrorsAlarmName] }));
  });

  test('exists', async () => {
    expect(described.MetricAlarms).toHaveLength(1);
  });
  test('watches the errors of the function', async () => {
    expect(described.MetricAlarms[0]).toMatchObject({ MetricName: 'Errors', Namespace: 'AWS/Lambda', Threshold: 1 });
  });
  test('tells the topic', async () => {
    expect(described.MetricAlarms[0].AlarmActions).toContain(outputs.AlarmTopicArn);
  });
  test('looks at every minute', async () => {
    expect(described.MetricAlarms[0].Period).toBe(60);
  });
  test('takes no data for good', async () => {
    expect(described.MetricAlarms[0].TreatMissingData).toBe('notBreaching');
  });
});

describe('role', () => {
  const iam = new IAMClient({});
  let described;
  let attached;
  beforeAll(async () => {
    [described, attached] = await Promise.all([
      iam.send(new GetRoleCommand({ RoleName: 'orders-processor' })),
      iam.send(new ListAttachedRolePoliciesCommand({ RoleName: 'orders-processor' })),
    ]);
  });

  test('exists', async () => {
    expect(described.Role.RoleName).toBe('orders-processor');
  });

  test('is for functions', async () => {
    expect(decodeURIComponent(described.Role.AssumeRolePolicyDocument)).toContain('lambda.amazonaws.com');
  });

  test('may log and reach the network', async () => {
    const names = attached.AttachedPolicies.map((each) => each.PolicyName);
    expect(names).toContain('AWSLambdaVPCAccessExecutionRole');
  });

  test('has its path', async () => {
    expect(described.Role.Path).toBe('/');
  });

  test('is tagged', async () => {
    expect(described.Role.Tags).toContainEqual({ Key: 'Project', Value: 'orders' });
  });
});
