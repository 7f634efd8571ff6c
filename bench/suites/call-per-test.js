// Written by hand, as most suites are: every test makes the call that it needs.

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

  test('is enabled', async () => {
    const described = await kms.send(new DescribeKeyCommand({ KeyId: outputs.DataKeyArn }));
    expect(described.KeyMetadata.KeyState).toBe('Enabled');
  });
  test('rotates', async () => {
    const rotation = await kms.send(new GetKeyRotationStatusCommand({ KeyId: outputs.DataKeyArn }));
    expect(rotation.KeyRotationEnabled).toBe(true);
  });
  test('may be used by CloudWatch Logs', async () => {
    const policy = await kms.send(new GetKeyPolicyCommand({ KeyId: outputs.DataKeyArn, PolicyName: 'default' }));
    expect(policy.Policy).toContain('logs.us-east-1.amazonaws.com');
  });
  test('is tagged', async () => {
    const tags = await kms.send(new ListResourceTagsCommand({ KeyId: outputs.DataKeyArn }));
    expect(tags.Tags).toContainEqual({ TagKey: 'Project', TagValue: 'orders' });
  });
  test('is a customer key', async () => {
    const described = await kms.send(new DescribeKeyCommand({ KeyId: outputs.DataKeyArn }));
    expect(described.KeyMetadata.KeyManager).toBe('CUSTOMER');
  });
});

describe('bucket', () => {
  const s3 = new S3Client({ forcePathStyle: true });

  test('exists', async () => {
    const head = await s3.send(new HeadBucketCommand({ Bucket: outputs.DataBucketName }));
    expect(head.$metadata.httpStatusCode).toBe(200);
  });
  test('is encrypted with the key', async () => {
    const encryption = await s3.send(new GetBucketEncryptionCommand({ Bucket: outputs.DataBucketName }));
    const [rule] = encryption.ServerSideEncryptionConfiguration.Rules;
    expect(rule.ApplyServerSideEncryptionByDefault.KMSMasterKeyID).toBe(outputs.DataKeyArn);
  });
  test('keeps versions', async () => {
    const versioning = await s3.send(new GetBucketVersioningCommand({ Bucket: outputs.DataBucketName }));
    expect(versioning.Status).toBe('Enabled');
  });
  test('blocks public access', async () => {
    const publicAccess = await s3.send(new GetPublicAccessBlockCommand({ Bucket: outputs.DataBucketName }));
    expect(Object.values(publicAccess.PublicAccessBlockConfiguration)).toEqual([true, true, true, true]);
  });
  test('is tagged', async () => {
    const tagging = await s3.send(new GetBucketTaggingCommand({ Bucket: outputs.DataBucketName }));
    expect(tagging.TagSet).toContainEqual({ Key: 'Project', Value: 'orders' });
  });
});

describe('database', () => {
  const rds = new RDSClient({});

  test('survives the loss of a zone', async () => {
    const described = await rds.send(new DescribeDBInstancesCommand({ DBInstanceIdentifier: 'orders-database' }));
    expect(described.DBInstances[0].MultiAZ).toBe(true);
  });
  test('runs PostgreSQL 15.8', async () => {
    const described = await rds.send(new DescribeDBInstancesCommand({ DBInstanceIdentifier: 'orders-database' }));
    expect(described.DBInstances[0].EngineVersion).toBe('15.8');
  });
  test('is encrypted with the key', async () => {
    const described = await rds.send(new DescribeDBInstancesCommand({ DBInstanceIdentifier: 'orders-database' }));
    expect(described.DBInstances[0].KmsKeyId).toBe(outputs.DataKeyArn);
  });
  test('is not public', async () => {
    const described = await rds.send(new DescribeDBInstancesCommand({ DBInstanceIdentifier: 'orders-database' }));
    expect(described.DBInstances[0].PubliclyAccessible).toBe(false);
  });
  test('is backed up', async () => {
    const described = await rds.send(new DescribeDBInstancesCommand({ DBInstanceIdentifier: 'orders-database' }));
    expect(described.DBInstances[0].BackupRetentionPeriod).toBe(14);
  });
});

describe('table', () => {
  const dynamodb = new DynamoDBClient({});

  test('is active', async () => {
    const described = await dynamodb.send(new DescribeTableCommand({ TableName: outputs.OrdersTableName }));
    expect(described.Table.TableStatus).toBe('ACTIVE');
  });
  test('is billed on demand', async () => {
    const described = await dynamodb.send(new DescribeTableCommand({ TableName: outputs.OrdersTableName }));
    expect(described.Table.BillingModeSummary.BillingMode).toBe('PAY_PER_REQUEST');
  });
  test('has its keys', async () => {
    const described = await dynamodb.send(new DescribeTableCommand({ TableName: outputs.OrdersTableName }));
    expect(described.Table.KeySchema.map((each) => each.AttributeName)).toEqual(['customerId', 'orderId']);
  });
  test('is encrypted with the key', async () => {
    const described = await dynamodb.send(new DescribeTableCommand({ TableName: outputs.OrdersTableName }));
    expect(described.Table.SSEDescription.KMSMasterKeyArn).toBe(outputs.DataKeyArn);
  });
  test('can be restored to any moment', async () => {
    const backups = await dynamodb.send(new DescribeContinuousBackupsCommand({ TableName: outputs.OrdersTableName }));
    const { PointInTimeRecoveryDescription: recovery } = backups.ContinuousBackupsDescription;
    expect(recovery.PointInTimeRecoveryStatus).toBe('ENABLED');
  });
});

describe('stream', () => {
  // The server speaks HTTP/1.1 only, and this client HTTP/2 unless told.
  const kinesis = new KinesisClient({ requestHandler: new NodeHttpHandler() });

  test('is active', async () => {
    const described = await kinesis.send(new DescribeStreamSummaryCommand({ StreamName: outputs.OrdersStreamName }));
    expect(described.StreamDescriptionSummary.StreamStatus).toBe('ACTIVE');
  });
  test('is encrypted with the key', async () => {
    const described = await kinesis.send(new DescribeStreamSummaryCommand({ StreamName: outputs.OrdersStreamName }));
    expect(described.StreamDescriptionSummary.KeyId).toBe(outputs.DataKeyArn);
  });
  test('keeps records for two days', async () => {
    const described = await kinesis.send(new DescribeStreamSummaryCommand({ StreamName: outputs.OrdersStreamName }));
    expect(described.StreamDescriptionSummary.RetentionPeriodHours).toBe(48);
  });
  test('has one shard', async () => {
    const described = await kinesis.send(new DescribeStreamSummaryCommand({ StreamName: outputs.OrdersStreamName }));
    expect(described.StreamDescriptionSummary.OpenShardCount).toBe(1);
  });
  test('is tagged', async () => {
    const tags = await kinesis.send(new ListTagsForStreamCommand({ StreamName: outputs.OrdersStreamName }));
    expect(tags.Tags).toContainEqual({ Key: 'Project', Value: 'orders' });
  });
});

describe('function', () => {
  const lambda = new LambdaClient({});

  test('has its runtime', async () => {
    const described = await lambda.send(
      new GetFunctionConfigurationCommand({ FunctionName: outputs.ProcessorFunctionArn }),
    );
    expect(described.Runtime).toBe('nodejs20.x');
  });
  test('has its time-out', async () => {
    const described = await lambda.send(
      new GetFunctionConfigurationCommand({ FunctionName: outputs.ProcessorFunctionArn }),
    );
    expect(described.Timeout).toBe(60);
  });
  test('has its memory', async () => {
    const described = await lambda.send(
      new GetFunctionConfigurationCommand({ FunctionName: outputs.ProcessorFunctionArn }),
    );
    expect(described.MemorySize).toBe(512);
  });
  test('has its handler', async () => {
    const described = await lambda.send(
      new GetFunctionConfigurationCommand({ FunctionName: outputs.ProcessorFunctionArn }),
    );
    expect(described.Handler).toBe('index.handler');
  });
  test('is traced', async () => {
    const described = await lambda.send(
      new GetFunctionConfigurationCommand({ FunctionName: outputs.ProcessorFunctionArn }),
    );
    expect(described.TracingConfig.Mode).toBe('Active');
  });
});

describe('log group', () => {
  const logs = new CloudWatchLogsClient({});

  test('exists', async () => {
    const described = await logs.send(
      new DescribeLogGroupsCommand({ logGroupNamePrefix: outputs.ProcessorLogGroupName }),
    );
    expect(described.logGroups[0].logGroupName).toBe(outputs.ProcessorLogGroupName);
  });
  test('keeps logs for thirty days', async () => {
    const described = await logs.send(
      new DescribeLogGroupsCommand({ logGroupNamePrefix: outputs.ProcessorLogGroupName }),
    );
    expect(described.logGroups[0].retentionInDays).toBe(30);
  });
  test('is encrypted with the key', async () => {
    const described = await logs.send(
      new DescribeLogGroupsCommand({ logGroupNamePrefix: outputs.ProcessorLogGroupName }),
    );
    expect(described.logGroups[0].kmsKeyId).toBe(outputs.DataKeyArn);
  });
  test('has its name', async () => {
    const described = await logs.send(
      new DescribeLogGroupsCommand({ logGroupNamePrefix: outputs.ProcessorLogGroupName }),
    );
    expect(described.logGroups[0].logGroupName).toBe('/aws/lambda/orders-processor');
  });
  test('is tagged', async () => {
    const tags = await logs.send(new ListTagsForResourceCommand({ resourceArn: logGroupArn }));
    expect(tags.tags).toMatchObject({ Project: 'orders' });
  });
});

describe('topic', () => {
  const sns = new SNSClient({});

  test('exists', async () => {
    const described = await sns.send(new GetTopicAttributesCommand({ TopicArn: outputs.AlarmTopicArn }));
    expect(described.Attributes.TopicArn).toBe(outputs.AlarmTopicArn);
  });
  test('is encrypted with the key', async () => {
    const described = await sns.send(new GetTopicAttributesCommand({ TopicArn: outputs.AlarmTopicArn }));
    expect(described.Attributes.KmsMasterKeyId).toBe(outputs.DataKeyArn);
  });
  test('tells the people on call', async () => {
    const subscriptions = await sns.send(new ListSubscriptionsByTopicCommand({ TopicArn: outputs.AlarmTopicArn }));
    expect(subscriptions.Subscriptions.map((each) => each.Endpoint)).toContain('orders-oncall@example.com');
  });
  test('has its name', async () => {
    const described = await sns.send(new GetTopicAttributesCommand({ TopicArn: outputs.AlarmTopicArn }));
    expect(described.Attributes.DisplayName).toBe('Orders alarms');
  });
  test('is tagged', async () => {
    const tags = await sns.send(new ListTopicTagsCommand({ ResourceArn: outputs.AlarmTopicArn }));
    expect(tags.Tags).toContainEqual({ Key: 'Project', Value: 'orders' });
  });
});

describe('alarm', () => {
  const cloudwatch = new CloudWatchClient({});

  test('exists', async () => {
    const described = await cloudwatch.send(
      new DescribeAlarmsCommand({ AlarmNames: [outputs.ProcessorErrorsAlarmName] }),
    );
    expect(described.MetricAlarms).toHaveLength(1);
  });
  test('watches the errors of the function', async () => {
    const described = await cloudwatch.send(
      new DescribeAlarmsCommand({ AlarmNames: [outputs.ProcessorErrorsAlarmName] }),
    );
    expect(described.MetricAlarms[0]).toMatchObject({ MetricName: 'Errors', Namespace: 'AWS/Lambda', Threshold: 1 });
  });
  test('tells the topic', async () => {
    const described = await cloudwatch.send(
      new DescribeAlarmsCommand({ AlarmNames: [outputs.ProcessorErrorsAlarmName] }),
    );
    expect(described.MetricAlarms[0].AlarmActions).toContain(outputs.AlarmTopicArn);
  });
  test('looks at every minute', async () => {
    const described = await cloudwatch.send(
      new DescribeAlarmsCommand({ AlarmNames: [outputs.ProcessorErrorsAlarmName] }),
    );
    expect(described.MetricAlarms[0].Period).toBe(60);
  });
  test('takes no data for good', async () => {
    const described = await cloudwatch.send(
      new DescribeAlarmsCommand({ AlarmNames: [outputs.ProcessorErrorsAlarmName] }),
    );
    expect(described.MetricAlarms[0].TreatMissingData).toBe('notBreaching');
  });
});

describe('role', () => {
  const iam = new IAMClient({});

  test('exists', async () => {
    const described = await iam.send(new GetRoleCommand({ RoleName: 'orders-processor' }));
    expect(described.Role.RoleName).toBe('orders-processor');
  });

  test('is for functions', async () => {
    const described = await iam.send(new GetRoleCommand({ RoleName: 'orders-processor' }));
    expect(decodeURIComponent(described.Role.AssumeRolePolicyDocument)).toContain('lambda.amazonaws.com');
  });

  test('may log and reach the network', async () => {
    const attached = await iam.send(new ListAttachedRolePoliciesCommand({ RoleName: 'orders-processor' }));
    const names = attached.AttachedPolicies.map((each) => each.PolicyName);
    expect(names).toContain('AWSLambdaVPCAccessExecutionRole');
  });

  test('has its path', async () => {
    const described = await iam.send(new GetRoleCommand({ RoleName: 'orders-processor' }));
    expect(described.Role.Path).toBe('/');
  });

  test('is tagged', async () => {
    const described = await iam.send(new GetRoleCommand({ RoleName: 'orders-processor' }));
    expect(described.Role.Tags).toContainEqual({ Key: 'Project', Value: 'orders' });
  });
});
