// @ts-check

const { createHash } = require('node:crypto');
const fs = require('node:fs');
const path = require('node:path');
const { ref } = require('../../../deploy');
const { zip } = require('../../../deploy/zip.js');
const { environment, prefix, tags, trustIn } = require('./naming.js');

const processorSource = fs.readFileSync(path.join(__dirname, 'processor.py'), 'utf8');

const resources = {
  Stream: {
    type: 'AWS::Kinesis::Stream',
    properties: {
      Name: `${prefix}-events`,
      ShardCount: 2,
      RetentionPeriodHours: 72,
      StreamEncryption: { EncryptionType: 'KMS', KeyId: ref('Key.Arn') },
      Tags: tags(),
    },
  },
  Ledger: {
    type: 'AWS::DynamoDB::Table',
    properties: {
      TableName: `${prefix}-ledger`,
      BillingMode: 'PAY_PER_REQUEST',
      AttributeDefinitions: [
        { AttributeName: 'transaction_id', AttributeType: 'S' },
        { AttributeName: 'account_id', AttributeType: 'S' },
        { AttributeName: 'received_at', AttributeType: 'N' },
      ],
      KeySchema: [{ AttributeName: 'transaction_id', KeyType: 'HASH' }],
      GlobalSecondaryIndexes: [
        {
          IndexName: 'by-account',
          KeySchema: [
            { AttributeName: 'account_id', KeyType: 'HASH' },
            { AttributeName: 'received_at', KeyType: 'RANGE' },
          ],
          Projection: { ProjectionType: 'ALL' },
        },
      ],
      SSESpecification: { SSEEnabled: true, SSEType: 'KMS', KMSMasterKeyId: ref('Key.Arn') },
      PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
      TimeToLiveSpecification: { AttributeName: 'expires_at', Enabled: true },
      DeletionProtectionEnabled: true,
      Tags: tags(),
    },
  },
  FailedRecords: {
    type: 'AWS::SQS::Queue',
    properties: {
      QueueName: `${prefix}-failed-records`,
      MessageRetentionPeriod: 1_209_600,
      VisibilityTimeout: 60,
      MaximumMessageSize: 262_144,
      KmsMasterKeyId: ref('Key.Arn'),
      KmsDataKeyReusePeriodSeconds: 300,
      Tags: tags(),
    },
  },
  FailedRecordsPolicy: {
    type: 'AWS::SQS::QueuePolicy',
    properties: {
      Queues: [ref('FailedRecords')],
      PolicyDocument: {
        Version: '2012-10-17',
        Statement: [
          {
            Sid: 'DenyInsecureTransport',
            Effect: 'Deny',
            Principal: '*',
            Action: 'sqs:*',
            Resource: ref('FailedRecords.Arn'),
            Condition: { Bool: { 'aws:SecureTransport': 'false' } },
          },
        ],
      },
    },
  },

  ProcessorLogGroup: {
    type: 'AWS::Logs::LogGroup',
    properties: {
      LogGroupName: `/aws/lambda/${prefix}-processor`,
      RetentionInDays: 30,
      KmsKeyId: ref('Key.Arn'),
      Tags: tags(),
    },
  },
  ProcessorRole: {
    type: 'AWS::IAM::Role',
    properties: {
      RoleName: `${prefix}-processor`,
      Description: 'The transaction processor',
      AssumeRolePolicyDocument: trustIn('lambda.amazonaws.com'),
      ManagedPolicyArns: [
        'arn:aws:iam::aws:policy/service-role/AWSLambdaVPCAccessExecutionRole',
        'arn:aws:iam::aws:policy/AWSXRayDaemonWriteAccess',
      ],
      Policies: [
        {
          PolicyName: 'process-transactions',
          PolicyDocument: {
            Version: '2012-10-17',
            Statement: [
              {
                Sid: 'ReadTheStream',
                Effect: 'Allow',
                Action: [
                  'kinesis:DescribeStream',
                  'kinesis:DescribeStreamSummary',
                  'kinesis:GetRecords',
                  'kinesis:GetShardIterator',
                  'kinesis:ListShards',
                ],
                Resource: ref('Stream.Arn'),
              },
              { Sid: 'WriteTheLedger', Effect: 'Allow', Action: 'dynamodb:PutItem', Resource: ref('Ledger.Arn') },
              {
                Sid: 'KeepFailedRecords',
                Effect: 'Allow',
                Action: 'sqs:SendMessage',
                Resource: ref('FailedRecords.Arn'),
              },
              {
                Sid: 'ReadTheCredentials',
                Effect: 'Allow',
                Action: 'secretsmanager:GetSecretValue',
                Resource: ref('DatabaseSecret'),
              },
              {
                Sid: 'UseTheKey',
                Effect: 'Allow',
                Action: ['kms:Decrypt', 'kms:GenerateDataKey'],
                Resource: ref('Key.Arn'),
              },
            ],
          },
        },
      ],
      Tags: tags(),
    },
  },
  Processor: {
    type: 'AWS::Lambda::Function',
    properties: {
      FunctionName: `${prefix}-processor`,
      Description: 'Takes transactions from the stream into the ledger',
      Runtime: 'python3.11',
      Handler: 'index.handler',
      Code: { ZipFile: processorSource },
      Architectures: ['x86_64'],
      Timeout: 60,
      MemorySize: 512,
      ReservedConcurrentExecutions: 20,
      Role: ref('ProcessorRole.Arn'),
      Environment: {
        Variables: {
          ENVIRONMENT: environment,
          LOG_LEVEL: 'INFO',
          LEDGER_TABLE: ref('Ledger'),
          DATABASE_HOST: ref('Database.Endpoint.Address'),
          DATABASE_NAME: 'transactions',
          DATABASE_SECRET_ARN: ref('DatabaseSecret'),
        },
      },
      KmsKeyArn: ref('Key.Arn'),
      VpcConfig: {
        SubnetIds: [ref('PrivateSubnetA'), ref('PrivateSubnetB')],
        SecurityGroupIds: [ref('FunctionSecurityGroup')],
      },
      TracingConfig: { Mode: 'Active' },
      Tags: tags(),
    },
    dependsOn: ['ProcessorLogGroup'],
  },
  StreamMapping: {
    type: 'AWS::Lambda::EventSourceMapping',
    properties: {
      FunctionName: ref('Processor'),
      EventSourceArn: ref('Stream.Arn'),
      StartingPosition: 'TRIM_HORIZON',
      BatchSize: 100,
      MaximumBatchingWindowInSeconds: 1,
      MaximumRetryAttempts: 3,
      MaximumRecordAgeInSeconds: 3600,
      BisectBatchOnFunctionError: true,
      ParallelizationFactor: 2,
      DestinationConfig: { OnFailure: { Destination: ref('FailedRecords.Arn') } },
      Enabled: true,
      Tags: tags(),
    },
  },
};

const outputs = {
  stream_name: ref('Stream'),
  stream_arn: ref('Stream.Arn'),
  ledger_table_name: ref('Ledger'),
  failed_records_queue_url: ref('FailedRecords'),
  processor_function_name: ref('Processor'),
  processor_function_arn: ref('Processor.Arn'),
  // As `data.archive_file.processor.output_base64sha256`.
  processor_source_code_hash: createHash('sha256').update(zip('index.py', processorSource)).digest('base64'),
  processor_role_arn: ref('ProcessorRole.Arn'),
  processor_log_group_name: ref('ProcessorLogGroup'),
  event_source_mapping_uuid: ref('StreamMapping'),
};

module.exports = { resources, outputs };
