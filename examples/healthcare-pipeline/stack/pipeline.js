// @ts-check

// biome-ignore-all lint/suspicious/noTemplateCurlyInString: sub() takes placeholders as CloudFormation spells them

const { createHash } = require('node:crypto');
const { ref, sub } = require('../../../deploy');
const { zip } = require('../../../deploy/zip.js');
const { environment, tagsOf } = require('./naming.js');

const processorSource = `
import base64
import json
import os
import time

import botocore.session

logs = botocore.session.get_session().create_client("logs", endpoint_url=os.environ.get("AWS_ENDPOINT_URL"))


def handler(event, context):
    """Takes patient records from the stream and writes down who touched which record. No health data is logged."""
    group = os.environ["AUDIT_LOG_GROUP"]
    stream = context.aws_request_id
    entries = []
    for record in event.get("Records", []):
        patient = json.loads(base64.b64decode(record["kinesis"]["data"]))
        entry = {"action": "INGEST", "recordId": patient["recordId"], "shard": record.get("eventID", "").split(":")[0]}
        entries.append({"timestamp": int(time.time() * 1000), "message": json.dumps(entry)})
    if entries:
        logs.create_log_stream(logGroupName=group, logStreamName=stream)
        logs.put_log_events(logGroupName=group, logStreamName=stream, logEvents=entries)
    return {"audited": len(entries)}
`;

/**
 * @param {string} name @param {object} watched @param {{ threshold: number, operator: string, description: string,
 *   periods?: number, missing?: string }} rule
 */
function alarm(name, watched, { threshold, operator, description, periods = 1, missing = 'notBreaching' }) {
  return {
    type: 'AWS::CloudWatch::Alarm',
    properties: {
      AlarmName: `${name}-${environment}`,
      AlarmDescription: description,
      ...watched,
      Threshold: threshold,
      ComparisonOperator: operator,
      EvaluationPeriods: periods,
      DatapointsToAlarm: periods,
      TreatMissingData: missing,
      ActionsEnabled: true,
      AlarmActions: [ref('AlarmTopic')],
      OKActions: [ref('AlarmTopic')],
      Tags: tagsOf(name),
    },
  };
}

const ofProcessor = [{ Name: 'FunctionName', Value: ref('Processor') }];
const ofDatabase = [{ Name: 'DBInstanceIdentifier', Value: ref('Database') }];

/**
 * The processor that takes patient records from the stream, the queue for what it could not take, and the alarms.
 *
 * @type {import('../../../deploy/deploy.js').Spec['resources']}
 */
const resources = {
  ProcessorLogGroup: {
    type: 'AWS::Logs::LogGroup',
    properties: {
      LogGroupName: `/aws/lambda/patient-data-processor-${environment}`,
      RetentionInDays: 365,
      KmsKeyId: ref('EncryptionKey.Arn'),
      Tags: tagsOf('patient-data-processor'),
    },
  },
  FailedRecordsQueue: {
    type: 'AWS::SQS::Queue',
    properties: {
      QueueName: `patient-data-failed-${environment}`,
      MessageRetentionPeriod: 1_209_600,
      VisibilityTimeout: 300,
      MaximumMessageSize: 1_048_576,
      KmsMasterKeyId: ref('EncryptionKey.Arn'),
      KmsDataKeyReusePeriodSeconds: 300,
      Tags: tagsOf('patient-data-failed'),
    },
  },
  FailedRecordsQueuePolicy: {
    type: 'AWS::SQS::QueuePolicy',
    properties: {
      Queues: [ref('FailedRecordsQueue')],
      PolicyDocument: {
        Version: '2012-10-17',
        Statement: [
          {
            Sid: 'DenyInsecureTransport',
            Effect: 'Deny',
            Principal: '*',
            Action: 'sqs:*',
            Resource: ref('FailedRecordsQueue.Arn'),
            Condition: { Bool: { 'aws:SecureTransport': 'false' } },
          },
        ],
      },
    },
  },
  ProcessorRole: {
    type: 'AWS::IAM::Role',
    properties: {
      RoleName: `patient-data-processor-${environment}`,
      Description: 'Lets the patient data processor read the stream and write the audit trail',
      AssumeRolePolicyDocument: {
        Version: '2012-10-17',
        Statement: [{ Effect: 'Allow', Principal: { Service: 'lambda.amazonaws.com' }, Action: 'sts:AssumeRole' }],
      },
      ManagedPolicyArns: [
        'arn:aws:iam::aws:policy/service-role/AWSLambdaVPCAccessExecutionRole',
        'arn:aws:iam::aws:policy/AWSXRayDaemonWriteAccess',
      ],
      Policies: [
        {
          PolicyName: 'patient-data',
          PolicyDocument: {
            Version: '2012-10-17',
            Statement: [
              {
                Sid: 'ReadStream',
                Effect: 'Allow',
                Action: [
                  'kinesis:DescribeStream',
                  'kinesis:DescribeStreamSummary',
                  'kinesis:GetRecords',
                  'kinesis:GetShardIterator',
                  'kinesis:ListShards',
                ],
                Resource: ref('PatientDataStream.Arn'),
              },
              {
                Sid: 'WriteAuditTrail',
                Effect: 'Allow',
                Action: ['logs:CreateLogStream', 'logs:PutLogEvents'],
                Resource: ref('AuditLogGroup.Arn'),
              },
              {
                Sid: 'ReadCredentials',
                Effect: 'Allow',
                Action: 'secretsmanager:GetSecretValue',
                Resource: ref('DatabaseSecret'),
              },
              {
                Sid: 'KeepFailedRecords',
                Effect: 'Allow',
                Action: 'sqs:SendMessage',
                Resource: ref('FailedRecordsQueue.Arn'),
              },
              {
                Sid: 'UseKey',
                Effect: 'Allow',
                Action: ['kms:Decrypt', 'kms:GenerateDataKey'],
                Resource: ref('EncryptionKey.Arn'),
              },
            ],
          },
        },
      ],
      Tags: tagsOf('patient-data-processor'),
    },
  },
  Processor: {
    type: 'AWS::Lambda::Function',
    properties: {
      FunctionName: `patient-data-processor-${environment}`,
      Description: 'Takes patient records from the stream and audits every one',
      Runtime: 'python3.11',
      Handler: 'index.handler',
      Code: { ZipFile: processorSource },
      Role: ref('ProcessorRole.Arn'),
      Timeout: 60,
      MemorySize: 512,
      Architectures: ['arm64'],
      KmsKeyArn: ref('EncryptionKey.Arn'),
      ReservedConcurrentExecutions: 20,
      Environment: {
        Variables: {
          ENVIRONMENT: environment,
          AUDIT_LOG_GROUP: ref('AuditLogGroup'),
          DATABASE_SECRET_ARN: ref('DatabaseSecret'),
        },
      },
      VpcConfig: {
        SubnetIds: [ref('PrivateSubnet1'), ref('PrivateSubnet2')],
        SecurityGroupIds: [ref('ProcessorSecurityGroup')],
      },
      TracingConfig: { Mode: 'Active' },
      Tags: tagsOf('patient-data-processor'),
    },
    dependsOn: ['ProcessorLogGroup'],
  },
  StreamMapping: {
    type: 'AWS::Lambda::EventSourceMapping',
    properties: {
      FunctionName: ref('Processor'),
      EventSourceArn: ref('PatientDataStream.Arn'),
      StartingPosition: 'TRIM_HORIZON',
      BatchSize: 50,
      MaximumBatchingWindowInSeconds: 1,
      MaximumRetryAttempts: 3,
      MaximumRecordAgeInSeconds: 604_800,
      BisectBatchOnFunctionError: true,
      ParallelizationFactor: 1,
      DestinationConfig: { OnFailure: { Destination: ref('FailedRecordsQueue.Arn') } },
      Enabled: true,
    },
  },

  AlarmTopic: {
    type: 'AWS::SNS::Topic',
    properties: {
      TopicName: `healthcare-alarms-${environment}`,
      DisplayName: 'Healthcare pipeline alarms',
      KmsMasterKeyId: ref('EncryptionKey.Arn'),
      Tags: tagsOf('healthcare-alarms'),
    },
  },
  AlarmTopicPolicy: {
    type: 'AWS::SNS::TopicPolicy',
    properties: {
      Topics: [ref('AlarmTopic')],
      PolicyDocument: {
        Version: '2012-10-17',
        Statement: [
          {
            Sid: 'CloudWatchAlarms',
            Effect: 'Allow',
            Principal: { Service: 'cloudwatch.amazonaws.com' },
            Action: 'sns:Publish',
            Resource: ref('AlarmTopic'),
            Condition: { StringEquals: { 'aws:SourceAccount': sub('${AWS::AccountId}') } },
          },
          {
            Sid: 'DenyInsecureTransport',
            Effect: 'Deny',
            Principal: '*',
            Action: 'sns:Publish',
            Resource: ref('AlarmTopic'),
            Condition: { Bool: { 'aws:SecureTransport': 'false' } },
          },
        ],
      },
    },
  },
  AlarmSubscription: {
    type: 'AWS::SNS::Subscription',
    properties: { TopicArn: ref('AlarmTopic'), Protocol: 'email', Endpoint: 'privacy-officer@example.com' },
  },
  ProcessorErrorsAlarm: alarm(
    'patient-data-processor-errors',
    { Namespace: 'AWS/Lambda', MetricName: 'Errors', Dimensions: ofProcessor, Statistic: 'Sum', Period: 60 },
    { threshold: 1, operator: 'GreaterThanOrEqualToThreshold', description: 'The patient data processor fails' },
  ),
  IteratorAgeAlarm: alarm(
    'patient-data-iterator-age',
    { Namespace: 'AWS/Lambda', MetricName: 'IteratorAge', Dimensions: ofProcessor, Statistic: 'Maximum', Period: 60 },
    {
      threshold: 300_000,
      operator: 'GreaterThanThreshold',
      periods: 5,
      description: 'Patient records wait in the stream for more than five minutes',
    },
  ),
  DatabaseStorageAlarm: alarm(
    'healthcare-db-free-storage',
    {
      Namespace: 'AWS/RDS',
      MetricName: 'FreeStorageSpace',
      Dimensions: ofDatabase,
      Statistic: 'Minimum',
      Period: 300,
    },
    {
      threshold: 10_737_418_240,
      operator: 'LessThanThreshold',
      missing: 'breaching',
      description: 'The patient database has less than 10 GiB left',
    },
  ),
};

const outputs = {
  EnvironmentSuffix: environment,
  DeploymentRegion: sub('${AWS::Region}'),
  ProcessorFunctionName: ref('Processor'),
  ProcessorFunctionArn: ref('Processor.Arn'),
  ProcessorCodeSha256: createHash('sha256').update(zip('index.py', processorSource)).digest('base64'),
  ProcessorRoleArn: ref('ProcessorRole.Arn'),
  ProcessorLogGroupName: ref('ProcessorLogGroup'),
  FailedRecordsQueueUrl: ref('FailedRecordsQueue'),
  StreamMappingId: ref('StreamMapping'),
  AlarmTopicArn: ref('AlarmTopic'),
  AlarmSubscriptionArn: ref('AlarmSubscription'),
  ProcessorErrorsAlarmName: ref('ProcessorErrorsAlarm'),
  IteratorAgeAlarmName: ref('IteratorAgeAlarm'),
  DatabaseStorageAlarmName: ref('DatabaseStorageAlarm'),
};

module.exports = { outputs, resources };
