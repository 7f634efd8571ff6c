// biome-ignore-all lint/suspicious/noTemplateCurlyInString: toHavePolicyDocument fills the placeholders

import { outputs, resource, resources } from 'stackproof';

const key = resource('kms_key_arn', 'AWS::KMS::Key');
const stream = resource('stream_name', 'AWS::Kinesis::Stream');
const streamByArn = resource('stream_arn', 'AWS::Kinesis::Stream');
const ledger = resource('ledger_table_name', 'AWS::DynamoDB::Table');
const failedRecords = resource('failed_records_queue_url', 'AWS::SQS::Queue');
const processor = resource('processor_function_name', 'AWS::Lambda::Function');
const processorByArn = resource('processor_function_arn', 'AWS::Lambda::Function');
const url = resource('processor_function_name', 'AWS::Lambda::Url');
const role = resource('processor_role_arn', 'AWS::IAM::Role');
const logGroup = resource('processor_log_group_name', 'AWS::Logs::LogGroup');
const logGroups = resources(/_log_group_name$/, 'AWS::Logs::LogGroup');
const mapping = resource('event_source_mapping_uuid', 'AWS::Lambda::EventSourceMapping');
const secret = resource('database_secret_arn', 'AWS::SecretsManager::Secret');
const vpc = resource('vpc_id', 'AWS::EC2::VPC');
const privateSubnetA = resource('private_subnet_a_id', 'AWS::EC2::Subnet');
const privateSubnetB = resource('private_subnet_b_id', 'AWS::EC2::Subnet');
const functionGroup = resource('function_security_group_id', 'AWS::EC2::SecurityGroup');

const tags = {
  Project: 'transaction-processing',
  Environment: 'dev',
  Owner: 'payments-platform',
  CostCenter: 'CC-4471',
  DataClassification: 'confidential',
  ManagedBy: 'terraform',
};
const noPolicy = { Version: '2012-10-17', Statement: [] };

describe('the stream', () => {
  test('takes records, on two shards', async () => {
    await expect(stream).toBeAvailable();
    await expect(stream).toHaveStreamMode('PROVISIONED');
    await expect(stream).toHaveShards(2);
    await expect(stream).toHaveConfig({ StreamARN: streamByArn, 'EnhancedMonitoring[0].ShardLevelMetrics[0]': null });
    await expect(streamByArn).toHaveConfig({ StreamName: 'transaction-processing-dev-events' });
  });

  test('is encrypted with the key of the system', async () => {
    await expect(stream).toBeKmsEncrypted({ key, manager: 'CUSTOMER' });
  });

  test('keeps records for three days, so that a weekend can be caught up', async () => {
    await expect(stream).toHaveRetention('72h');
  });

  test('is open to nobody outside the account', async () => {
    await expect(stream).toHavePolicyDocument(noPolicy);
  });
});

describe('the ledger', () => {
  test('is found by transaction, and by account in order of time', async () => {
    await expect(ledger).toBeAvailable();
    await expect(ledger).toHaveKeySchema({ partitionKey: 'transaction_id' });
    await expect(ledger).toHaveGlobalSecondaryIndex('by-account');
    await expect(ledger).toHaveConfig({
      'GlobalSecondaryIndexes[1]': null,
      'LocalSecondaryIndexes[0]': null,
      'GlobalSecondaryIndexes[0]': {
        KeySchema: [
          { AttributeName: 'account_id', KeyType: 'HASH' },
          { AttributeName: 'received_at', KeyType: 'RANGE' },
        ],
        Projection: { ProjectionType: 'ALL' },
      },
    });
  });

  test('is paid by request without a limit, in the standard class', async () => {
    await expect(ledger).toHaveBillingMode('PAY_PER_REQUEST');
    await expect(ledger).toHaveConfig({
      TableClassSummary: null,
      OnDemandThroughput: null,
      'GlobalSecondaryIndexes[0].OnDemandThroughput': null,
    });
  });

  test('is encrypted with the key of the system', async () => {
    await expect(ledger).toBeKmsEncrypted({ key, manager: 'CUSTOMER' });
  });

  test('can be restored to any moment, and not deleted by mistake', async () => {
    await expect(ledger).toHavePointInTimeRecovery();
    await expect(ledger).toHaveDeletionProtection();
  });

  test('forgets what is older than it must keep', async () => {
    await expect(ledger).toHaveTimeToLive('expires_at');
  });

  test('hands its items to nobody else', async () => {
    await expect(ledger).not.toHaveStream();
    await expect(ledger).toHaveConfig({ 'Replicas[0]': null });
    await expect(ledger).toHavePolicyDocument(noPolicy);
  });
});

describe('the queue of failed records', () => {
  test('keeps them for two weeks', async () => {
    await expect(failedRecords).toBeAvailable();
    await expect(failedRecords).toHaveRetention('14d');
    await expect(failedRecords).toHaveVisibilityTimeout('1m');
    await expect(failedRecords).toHaveDeliveryDelay(0);
    await expect(failedRecords).toHaveReceiveWaitTime(0);
    await expect(failedRecords).toHaveConfig({ MaximumMessageSize: 262_144 });
    await expect(failedRecords).not.toBeFifo();
    await expect(failedRecords).not.toHaveDeadLetterQueue();
  });

  test('is encrypted with the key of the system', async () => {
    await expect(failedRecords).toBeKmsEncrypted({ key, manager: 'CUSTOMER' });
    await expect(failedRecords).toHaveConfig({ KmsDataKeyReusePeriodSeconds: 300 });
  });

  test('refuses insecure transport and grants nothing', async () => {
    await expect(failedRecords).toHavePolicyDocument({
      Version: '2012-10-17',
      Statement: [
        {
          Effect: 'Deny',
          Principal: '*',
          Action: 'sqs:*',
          Resource: '${failed_records_queue_url}',
          Condition: { Bool: { 'aws:SecureTransport': 'false' } },
        },
      ],
    });
  });
});

describe('the processor', () => {
  test('runs the code that was built, as it was meant to', async () => {
    await expect(processor).toBeAvailable();
    await expect(processor).toHaveRuntime('python3.11');
    await expect(processor).toHaveHandler('index.handler');
    await expect(processor).toHaveArchitecture('x86_64');
    await expect(processor).toHaveConfig({
      FunctionArn: processorByArn,
      Description: 'Takes transactions from the stream into the ledger',
      CodeSha256: await outputs.get('processor_source_code_hash'),
      PackageType: 'Zip',
      'Layers[0]': null,
      'SnapStart.ApplyOn': 'None',
      'DeadLetterConfig.TargetArn': null,
      'FileSystemConfigs[0]': null,
    });
    await expect(processorByArn).toHaveConfig({ FunctionName: 'transaction-processing-dev-processor' });
  });

  test('has the time and memory for a batch, and a limit of its own', async () => {
    await expect(processor).toHaveTimeout('1m');
    await expect(processor).toHaveMemory(512);
    await expect(processor).toHaveEphemeralStorage(512);
    await expect(processor).toHaveReservedConcurrency(20);
  });

  test('knows where the ledger and the database are, and no secret', async () => {
    await expect(processor).toHaveEnvironmentVariables({
      ENVIRONMENT: 'dev',
      LOG_LEVEL: 'INFO',
      LEDGER_TABLE: ledger,
      DATABASE_HOST: (await outputs.get('database_endpoint')).replace(/:5432$/, ''),
      DATABASE_NAME: 'transactions',
      DATABASE_SECRET_ARN: secret,
    });
    await expect(processor).toHaveOnlyEnvironmentVariables([
      'ENVIRONMENT',
      'LOG_LEVEL',
      'LEDGER_TABLE',
      'DATABASE_HOST',
      'DATABASE_NAME',
      'DATABASE_SECRET_ARN',
    ]);
    await expect(processor).toHaveNoPlainSecrets();
    await expect(processor).toBeKmsEncrypted({ key });
  });

  test('runs in the private subnets, in two zones', async () => {
    await expect(processor).toBeInSubnet([privateSubnetA, privateSubnetB]);
    await expect(processor).toSpanAvailabilityZones(2);
  });

  test('runs in the VPC', async () => {
    await expect(processor).toBeInVpc(vpc);
  });

  test('is guarded by its own security group alone', async () => {
    await expect(processor).toHaveOnlySecurityGroups(functionGroup);
  });

  test('is traced', async () => {
    await expect(processor).toHaveTracing();
  });

  test('is fed by the stream and by nothing else', async () => {
    await expect(processor).toBeTriggeredOnlyBy([stream]);
  });

  test('tries an event that nobody waits for as Lambda does by itself, and tells nobody', async () => {
    await expect(processor).toHaveAsyncInvocation({ retryAttempts: 2, eventAge: '6h', destinations: [] });
  });

  test('may be invoked by nobody else', async () => {
    await expect(processor).toHavePolicyDocument(noPolicy);
  });

  test('has no address on the internet', async () => {
    await expect(url).not.toExist();
  });

  test('writes everything to its own log group', async () => {
    await expect(processor).toDeliverLogsTo(logGroup);
    await expect(processor).toHaveConfig({
      'LoggingConfig.ApplicationLogLevel': null,
      'LoggingConfig.SystemLogLevel': null,
    });
  });

  test('has its logs kept for 30 days, encrypted with the key of the system', async () => {
    await expect(logGroup).toHaveRetention(30);
    await expect(logGroup).toBeKmsEncrypted({ key });
    await expect(logGroup).not.toHaveSubscriptionFilter();
    await expect(logGroup).not.toHaveMetricFilter();
  });
});

describe('the log groups', () => {
  test('are of the class that can be watched', async () => {
    await expect(logGroups).toHaveConfig({ LogGroupClass: 'STANDARD' });
  });
});

describe('the role of the processor', () => {
  test('is for Lambda alone', async () => {
    await expect(processor).toHaveRole(role);
    await expect(role).toTrustOnly(['lambda.amazonaws.com']);
    await expect(role).toHavePolicyDocument({
      Version: '2012-10-17',
      Statement: [{ Effect: 'Allow', Principal: { Service: 'lambda.amazonaws.com' }, Action: 'sts:AssumeRole' }],
    });
    await expect(role).toHaveMaxSessionDuration('1h');
    await expect(role).toHaveDescription('The transaction processor');
  });

  test('has these policies and no other', async () => {
    await expect(role).toHaveOnlyManagedPolicies([
      'arn:aws:iam::aws:policy/service-role/AWSLambdaVPCAccessExecutionRole',
      'arn:aws:iam::aws:policy/AWSXRayDaemonWriteAccess',
    ]);
    await expect(role).toHaveOnlyInlinePolicies(['process-transactions']);
    await expect(role).not.toHavePermissionsBoundary();
    await expect(role).toHaveNoWildcardAdmin();
  });

  test('may read the stream and the credentials, write the ledger, and nothing else', async () => {
    await expect(role).toHavePolicyDocument(
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
            Resource: '${stream_arn}',
          },
          { Effect: 'Allow', Action: 'dynamodb:PutItem', Resource: '${ledger_table_name}' },
          { Effect: 'Allow', Action: 'sqs:SendMessage', Resource: '${failed_records_queue_url}' },
          { Effect: 'Allow', Action: 'secretsmanager:GetSecretValue', Resource: '${database_secret_arn}' },
          { Effect: 'Allow', Action: ['kms:Decrypt', 'kms:GenerateDataKey'], Resource: '${kms_key_arn}' },
        ],
      },
      { name: 'process-transactions' },
    );
  });
});

describe('the event source mapping', () => {
  test('is enabled and hands the records of the stream to the processor', async () => {
    await expect(mapping).toBeEnabled();
    await expect(mapping).toFeed(processor, { from: stream, batchSize: 100 });
    await expect(mapping).toHaveConfig({ FunctionArn: await outputs.get('processor_function_arn') });
  });

  test('takes every record, from the oldest on, a second at a time', async () => {
    await expect(mapping).toHaveConfig({
      StartingPosition: 'TRIM_HORIZON',
      MaximumBatchingWindowInSeconds: 1,
      ParallelizationFactor: 2,
      'FilterCriteria.Filters[0]': null,
      'FunctionResponseTypes[0]': null,
      KMSKeyArn: null,
    });
  });

  test('tries three times, then keeps what cannot be processed', async () => {
    await expect(mapping).toHaveDeadLetterQueue(failedRecords);
    await expect(mapping).toHaveConfig({
      MaximumRetryAttempts: 3,
      MaximumRecordAgeInSeconds: 3600,
      BisectBatchOnFunctionError: true,
    });
  });
});

describe('tags', () => {
  test('say of the processing whose it is', async () => {
    await expect(stream).toHaveTags(tags);
    await expect(ledger).toHaveTags(tags);
    await expect(failedRecords).toHaveTags(tags);
    await expect(processor).toHaveTags(tags);
    await expect(role).toHaveTags(tags);
    await expect(logGroup).toHaveTags(tags);
  });

  test('say of the mapping whose it is', async () => {
    await expect(mapping).toHaveTags(tags);
  });
});
