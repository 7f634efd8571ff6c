// @ts-check

// biome-ignore-all lint/suspicious/noTemplateCurlyInString: sub() takes placeholders as CloudFormation spells them

const fs = require('node:fs');
const path = require('node:path');
const { ref, sub } = require('../../../deploy');
const { environment, tags } = require('./tags.js');

const source = fs.readFileSync(path.join(__dirname, 'data_processor.py'), 'utf8');

const resources = {
  DataProcessorLogGroup: {
    type: 'AWS::Logs::LogGroup',
    properties: {
      LogGroupName: `/aws/lambda/data-processor-${environment}`,
      RetentionInDays: 365,
      KmsKeyId: ref('LogsKey.Arn'),
      Tags: tags,
    },
  },
  DataProcessorRole: {
    type: 'AWS::IAM::Role',
    properties: {
      RoleName: `zero-trust-data-processor-${environment}`,
      Description: 'The data processor, and nobody else',
      MaxSessionDuration: 3600,
      AssumeRolePolicyDocument: {
        Version: '2012-10-17',
        Statement: [{ Effect: 'Allow', Principal: { Service: 'lambda.amazonaws.com' }, Action: 'sts:AssumeRole' }],
      },
      ManagedPolicyArns: ['arn:aws:iam::aws:policy/service-role/AWSLambdaVPCAccessExecutionRole'],
      Tags: tags,
    },
  },
  DataProcessorRoleDefaultPolicy: {
    type: 'AWS::IAM::Policy',
    properties: {
      PolicyName: 'DataProcessorRoleDefaultPolicy',
      PolicyDocument: {
        Version: '2012-10-17',
        Statement: [
          {
            Sid: 'ReadIncoming',
            Effect: 'Allow',
            Action: 's3:GetObject',
            Resource: sub('${DataBucket.Arn}/incoming/*'),
          },
          {
            Sid: 'WriteResults',
            Effect: 'Allow',
            Action: 's3:PutObject',
            Resource: sub('${DataBucket.Arn}/results/*'),
          },
          {
            Sid: 'UseTheDataKey',
            Effect: 'Allow',
            Action: ['kms:Decrypt', 'kms:GenerateDataKey'],
            Resource: ref('DataKey.Arn'),
          },
          { Sid: 'KeepFailures', Effect: 'Allow', Action: 'sqs:SendMessage', Resource: ref('DeadLetterQueue.Arn') },
          {
            Sid: 'Trace',
            Effect: 'Allow',
            Action: ['xray:PutTraceSegments', 'xray:PutTelemetryRecords'],
            Resource: '*',
          },
        ],
      },
      Roles: [ref('DataProcessorRole')],
    },
  },
  DataProcessor: {
    type: 'AWS::Lambda::Function',
    properties: {
      FunctionName: `data-processor-${environment}`,
      Description: 'Proves what arrived in incoming/ and writes the finding to results/',
      Runtime: 'python3.11',
      Handler: 'index.handler',
      Code: { ZipFile: source },
      Role: ref('DataProcessorRole.Arn'),
      Timeout: 300,
      MemorySize: 512,
      Architectures: ['arm64'],
      EphemeralStorage: { Size: 512 },
      ReservedConcurrentExecutions: 20,
      KmsKeyArn: ref('DataKey.Arn'),
      Environment: {
        Variables: {
          ENVIRONMENT: environment,
          LOG_LEVEL: 'INFO',
          RESULTS_PREFIX: 'results/',
          DATA_KEY_ARN: ref('DataKey.Arn'),
        },
      },
      VpcConfig: {
        SubnetIds: [ref('PrivateSubnetA'), ref('PrivateSubnetB')],
        SecurityGroupIds: [ref('ProcessorSecurityGroup')],
      },
      DeadLetterConfig: { TargetArn: ref('DeadLetterQueue.Arn') },
      TracingConfig: { Mode: 'Active' },
      Tags: tags,
    },
    dependsOn: ['DataProcessorLogGroup', 'DataProcessorRoleDefaultPolicy'],
  },
  DataBucketMayInvokeProcessor: {
    type: 'AWS::Lambda::Permission',
    properties: {
      FunctionName: ref('DataProcessor'),
      Action: 'lambda:InvokeFunction',
      Principal: 's3.amazonaws.com',
      SourceAccount: ref('AWS::AccountId'),
      SourceArn: ref('DataBucket.Arn'),
    },
  },
  DeadLetterQueue: {
    type: 'AWS::SQS::Queue',
    properties: {
      QueueName: `data-processor-failures-${environment}`,
      KmsMasterKeyId: ref('DataKey.Arn'),
      KmsDataKeyReusePeriodSeconds: 300,
      MessageRetentionPeriod: 1_209_600,
      VisibilityTimeout: 300,
      MaximumMessageSize: 1_048_576,
      Tags: tags,
    },
  },
  DeadLetterQueuePolicy: {
    type: 'AWS::SQS::QueuePolicy',
    properties: {
      Queues: [ref('DeadLetterQueue')],
      PolicyDocument: {
        Version: '2012-10-17',
        Statement: [
          {
            Sid: 'DenyInsecureTransport',
            Effect: 'Deny',
            Principal: { AWS: '*' },
            Action: 'sqs:*',
            Resource: ref('DeadLetterQueue.Arn'),
            Condition: { Bool: { 'aws:SecureTransport': 'false' } },
          },
        ],
      },
    },
  },
};

module.exports = { resources, source };
