// biome-ignore-all lint/suspicious/noTemplateCurlyInString: placeholders of policies

import { outputs, resource } from 'stackproof';

const key = resource('EncryptionKeyArn', 'AWS::KMS::Key');
const stream = resource('PatientDataStreamName', 'AWS::Kinesis::Stream');
const auditLog = resource('AuditLogGroupName', 'AWS::Logs::LogGroup');
const secret = resource('DatabaseSecretArn', 'AWS::SecretsManager::Secret');
const database = resource('DatabaseInstanceIdentifier', 'AWS::RDS::DBInstance');
const processor = resource('ProcessorFunctionName', 'AWS::Lambda::Function');
const processorRole = resource('ProcessorRoleArn', 'AWS::IAM::Role');
const processorLog = resource('ProcessorLogGroupName', 'AWS::Logs::LogGroup');
const processorGroup = resource('ProcessorSecurityGroupId', 'AWS::EC2::SecurityGroup');
const mapping = resource('StreamMappingId', 'AWS::Lambda::EventSourceMapping');
const failedRecords = resource('FailedRecordsQueueUrl', 'AWS::SQS::Queue');
const topic = resource('AlarmTopicArn', 'AWS::SNS::Topic');
const subscription = resource('AlarmSubscriptionArn', 'AWS::SNS::Subscription');
const errors = resource('ProcessorErrorsAlarmName', 'AWS::CloudWatch::Alarm');
const iteratorAge = resource('IteratorAgeAlarmName', 'AWS::CloudWatch::Alarm');
const freeStorage = resource('DatabaseStorageAlarmName', 'AWS::CloudWatch::Alarm');
const firstSubnet = resource('PrivateSubnet1Id', 'AWS::EC2::Subnet');
const secondSubnet = resource('PrivateSubnet2Id', 'AWS::EC2::Subnet');

describe('the processor', () => {
  test('runs Python 3.11 from the handler of the release', async () => {
    await expect(processor).toBeAvailable();
    await expect(processor).toHaveRuntime('python3.11');
    await expect(processor).toHaveHandler('index.handler');
    await expect(processor).toHaveArchitecture('arm64');
    await expect(processor).toHaveConfig({
      PackageType: 'Zip',
      Description: 'Takes patient records from the stream and audits every one',
    });
    await expect(processor).not.toHaveLayer();
  });

  test('runs the code of the release', async () => {
    await expect(processor).toHaveConfig({ CodeSha256: await outputs.get('ProcessorCodeSha256') });
  });

  test('has time and memory for a batch', async () => {
    await expect(processor).toHaveTimeout('1m');
    await expect(processor).toHaveMemory(512);
    await expect(processor).toHaveEphemeralStorage(512);
    await expect(processor).toHaveReservedConcurrency(20);
  });

  test('runs in the private subnets behind its own security group', async () => {
    await expect(processor).toBeInSubnet([firstSubnet, secondSubnet]);
    await expect(processor).toBeInPrivateSubnets();
    await expect(processor).toSpanAvailabilityZones(2);
    await expect(processor).toHaveOnlySecurityGroups(processorGroup);
  });

  test('acts with its own role', async () => {
    await expect(processor).toHaveRole(processorRole);
  });

  test('knows where to audit and where its credentials are, and holds no secret itself', async () => {
    await expect(processor).toHaveOnlyEnvironmentVariables(['ENVIRONMENT', 'AUDIT_LOG_GROUP', 'DATABASE_SECRET_ARN']);
    await expect(processor).toHaveEnvironmentVariables({
      ENVIRONMENT: 'dev',
      AUDIT_LOG_GROUP: auditLog,
      DATABASE_SECRET_ARN: secret,
    });
    await expect(processor).toHaveNoPlainSecrets();
  });

  test('keeps its variables under the key', async () => {
    await expect(processor).toBeKmsEncrypted({ key, manager: 'CUSTOMER' });
  });

  test('is traced', async () => {
    await expect(processor).toHaveTracing();
  });

  test('writes to its own log group', async () => {
    await expect(processor).toDeliverLogsTo(processorLog);
  });

  test('mounts no file system', async () => {
    await expect(processor).toHaveConfig({ FileSystemConfigs: null });
  });

  test('hands what fails to the mapping, and to no queue of its own', async () => {
    await expect(processor).not.toHaveDeadLetterQueue();
  });

  test('can be called by nobody but the stream', async () => {
    await expect(processor).toBeTriggeredOnlyBy([stream]);
    await expect(processor).toHavePolicyDocument({ Statement: [] });
    await expect(resource('ProcessorFunctionArn', 'AWS::Lambda::Url')).not.toExist();
  });
});

describe('the log group of the processor', () => {
  test('is encrypted with the key and keeps a year', async () => {
    await expect(processorLog).toBeKmsEncrypted({ key, manager: 'CUSTOMER' });
    await expect(processorLog).toHaveRetention(365);
  });

  test('is sent nowhere', async () => {
    await expect(processorLog).not.toHaveSubscriptionFilter();
    await expect(processorLog).not.toHaveMetricFilter();
  });
});

describe('the role of the processor', () => {
  test('is for Lambda alone', async () => {
    await expect(processorRole).toTrustOnly(['lambda']);
    await expect(processorRole).toHavePolicyDocument({
      Statement: { Effect: 'Allow', Principal: { Service: 'lambda.amazonaws.com' }, Action: 'sts:AssumeRole' },
    });
    await expect(processorRole).toHaveMaxSessionDuration('1h');
    await expect(processorRole).not.toHavePermissionsBoundary();
    await expect(processorRole).toHaveDescription(/^Lets the patient data processor read the stream/);
  });

  test('has the policies for its VPC and its traces, and its own', async () => {
    await expect(processorRole).toHaveOnlyManagedPolicies([
      'AWSLambdaVPCAccessExecutionRole',
      'AWSXRayDaemonWriteAccess',
    ]);
    await expect(processorRole).toHaveOnlyInlinePolicies(['patient-data']);
    await expect(processorRole).toHaveNoWildcardAdmin();
  });

  test('may do with patient data what the pipeline needs, and no more', async () => {
    await expect(processorRole).toHavePolicyDocument(
      {
        Version: '2012-10-17',
        Statement: [
          {
            Effect: 'Allow',
            Action: [
              'kinesis:DescribeStream',
              'kinesis:DescribeStreamSummary',
              'kinesis:GetRecords',
              'kinesis:GetShardIterator',
              'kinesis:ListShards',
            ],
            Resource: '${PatientDataStreamArn}',
          },
          {
            Effect: 'Allow',
            Action: ['logs:CreateLogStream', 'logs:PutLogEvents'],
            Resource: '${AuditLogGroupName}:*',
          },
          { Effect: 'Allow', Action: 'secretsmanager:GetSecretValue', Resource: '${DatabaseSecretArn}' },
          { Effect: 'Allow', Action: 'sqs:SendMessage', Resource: '${FailedRecordsQueueUrl}' },
          { Effect: 'Allow', Action: ['kms:Decrypt', 'kms:GenerateDataKey'], Resource: '${EncryptionKeyArn}' },
        ],
      },
      { name: 'patient-data' },
    );
  });
});

describe('the mapping of stream and processor', () => {
  test('hands over fifty records at once, from the oldest on', async () => {
    await expect(mapping).toBeEnabled();
    await expect(mapping).toFeed(processor, { from: stream, batchSize: 50 });
    await expect(mapping).toHaveConfig({
      StartingPosition: 'TRIM_HORIZON',
      MaximumBatchingWindowInSeconds: 1,
      ParallelizationFactor: 1,
    });
  });

  test('calls the function itself and no version of it', async () => {
    await expect(mapping).toHaveConfig({ FunctionArn: await outputs.get('ProcessorFunctionArn') });
  });

  test('leaves no record out', async () => {
    await expect(mapping).toHaveConfig({ FilterCriteria: null, MaximumRecordAgeInSeconds: 604_800 });
  });

  test('tries three times, and then keeps what failed', async () => {
    await expect(mapping).toHaveConfig({ MaximumRetryAttempts: 3, BisectBatchOnFunctionError: true });
    await expect(mapping).toHaveDeadLetterQueue(failedRecords);
  });
});

describe('the queue of failed records', () => {
  test('is encrypted with the key', async () => {
    await expect(failedRecords).toBeKmsEncrypted({ key, manager: 'CUSTOMER' });
  });

  test('keeps records for fourteen days', async () => {
    await expect(failedRecords).toBeAvailable();
    await expect(failedRecords).toHaveRetention('14d');
    await expect(failedRecords).toHaveVisibilityTimeout('5m');
    await expect(failedRecords).toHaveDeliveryDelay(0);
    await expect(failedRecords).not.toBeFifo();
    await expect(failedRecords).toHaveReceiveWaitTime(0);
    await expect(failedRecords).not.toHaveDeadLetterQueue();
    await expect(failedRecords).toHaveConfig({ MaximumMessageSize: 1_048_576, KmsDataKeyReusePeriodSeconds: 300 });
  });

  test('refuses plain connections, and grants nothing to anybody', async () => {
    await expect(failedRecords).toHavePolicyDocument({
      Version: '2012-10-17',
      Statement: {
        Effect: 'Deny',
        Principal: '*',
        Action: 'sqs:*',
        Resource: '${FailedRecordsQueueUrl}',
        Condition: { Bool: { 'aws:SecureTransport': 'false' } },
      },
    });
    await expect(failedRecords).toDenyInsecureTransport();
  });
});

describe('the alarm topic', () => {
  test('is encrypted with the key', async () => {
    await expect(topic).toBeKmsEncrypted({ key, manager: 'CUSTOMER' });
    await expect(topic).toHaveDisplayName('Healthcare pipeline alarms');
  });

  test('is a plain topic', async () => {
    await expect(topic).not.toBeFifo();
    await expect(topic).not.toHaveTracing();
  });

  test('reaches the privacy officer and nobody else', async () => {
    await expect(topic).toHaveOnlySubscriptions([{ protocol: 'email', endpoint: 'privacy-officer@example.com' }]);
    await expect(subscription).toBeSubscribedTo(topic);
    await expect(subscription).not.toHaveFilterPolicy();
  });

  test('takes messages from alarms of this account, over TLS', async () => {
    await expect(topic).toHavePolicyDocument({
      Version: '2012-10-17',
      Statement: [
        {
          Effect: 'Allow',
          Principal: { Service: 'cloudwatch.amazonaws.com' },
          Action: 'sns:Publish',
          Resource: '${AlarmTopicArn}',
          Condition: { StringEquals: { 'aws:SourceAccount': '${AWS::AccountId}' } },
        },
        {
          Effect: 'Deny',
          Principal: '*',
          Action: 'sns:Publish',
          Resource: '${AlarmTopicArn}',
          Condition: { Bool: { 'aws:SecureTransport': 'false' } },
        },
      ],
    });
  });
});

describe('the alarm on failures of the processor', () => {
  test('goes off at the first error', async () => {
    await expect(errors).toMonitor({
      metric: 'Errors',
      namespace: 'AWS/Lambda',
      dimensions: { FunctionName: processor },
      statistic: 'Sum',
      threshold: 1,
      operator: '>=',
      period: '1m',
      evaluationPeriods: 1,
      treatMissingData: 'notBreaching',
    });
    await expect(errors).toHaveConfig({ DatapointsToAlarm: 1, Unit: null, Dimensions: [{ Name: 'FunctionName' }] });
    await expect(errors).toHaveDescription('The patient data processor fails');
  });

  test('tells the topic, and tells when it is over', async () => {
    await expect(errors).toNotify(topic);
    await expect(errors).toNotify(topic, { on: 'ok' });
    await expect(errors).toHaveConfig({ AlarmActions: [topic], OKActions: [topic], InsufficientDataActions: [] });
  });
});

describe('the alarm on records that wait', () => {
  test('goes off when records wait for five minutes', async () => {
    await expect(iteratorAge).toMonitor({
      metric: 'IteratorAge',
      namespace: 'AWS/Lambda',
      dimensions: { FunctionName: processor },
      statistic: 'Maximum',
      threshold: 300_000,
      operator: '>',
      period: '1m',
      evaluationPeriods: 5,
      treatMissingData: 'notBreaching',
    });
    await expect(iteratorAge).toHaveConfig({
      DatapointsToAlarm: 5,
      Unit: null,
      Dimensions: [{ Name: 'FunctionName' }],
    });
    await expect(iteratorAge).toHaveDescription('Patient records wait in the stream for more than five minutes');
  });

  test('tells the topic, and tells when it is over', async () => {
    await expect(iteratorAge).toNotify(topic);
    await expect(iteratorAge).toNotify(topic, { on: 'ok' });
    await expect(iteratorAge).toHaveConfig({ AlarmActions: [topic], OKActions: [topic], InsufficientDataActions: [] });
  });
});

describe('the alarm on the disk of the database', () => {
  test('goes off below 10 GiB, and when nothing is measured', async () => {
    await expect(freeStorage).toMonitor({
      metric: 'FreeStorageSpace',
      namespace: 'AWS/RDS',
      dimensions: { DBInstanceIdentifier: database },
      statistic: 'Minimum',
      threshold: 10_737_418_240,
      operator: '<',
      period: '5m',
      evaluationPeriods: 1,
      treatMissingData: 'breaching',
    });
    await expect(freeStorage).toHaveConfig({
      DatapointsToAlarm: 1,
      Unit: null,
      Dimensions: [{ Name: 'DBInstanceIdentifier' }],
    });
    await expect(freeStorage).toHaveDescription('The patient database has less than 10 GiB left');
  });

  test('tells the topic, and tells when it is over', async () => {
    await expect(freeStorage).toNotify(topic);
    await expect(freeStorage).toNotify(topic, { on: 'ok' });
    await expect(freeStorage).toHaveConfig({ AlarmActions: [topic], OKActions: [topic], InsufficientDataActions: [] });
  });
});
