// biome-ignore-all lint/suspicious/noTemplateCurlyInString: policies name outputs as CloudFormation does
import { resource } from 'stackproof';

const logsKey = resource('LogsKeyArn', 'AWS::KMS::Key');
const vpc = resource('VpcId', 'AWS::EC2::VPC');
const flowLog = resource('VpcFlowLogId', 'AWS::EC2::FlowLog');
const flowLogGroup = resource('FlowLogGroupName', 'AWS::Logs::LogGroup');
const flowLogRole = resource('FlowLogRoleArn', 'AWS::IAM::Role');
const processorLogGroup = resource('DataProcessorLogGroupName', 'AWS::Logs::LogGroup');
const topic = resource('SecurityTopicArn', 'AWS::SNS::Topic');
const deniedAccessFilter = resource('DeniedAccessMetricFilterName', 'AWS::Logs::MetricFilter');
const deniedAccess = resource('DeniedAccessAlarmName', 'AWS::CloudWatch::Alarm');
const errors = resource('ProcessorErrorsAlarmName', 'AWS::CloudWatch::Alarm');
const deadLetters = resource('DeadLettersAlarmName', 'AWS::CloudWatch::Alarm');

const tags = {
  Application: 'zero-trust-processing',
  Environment: 'dev',
  Compliance: 'SOC2',
  DataClassification: 'Confidential',
  Owner: 'platform-security',
};

describe('flow logs', () => {
  test('record all traffic of the VPC', async () => {
    await expect(flowLog).toBeAvailable();
    await expect(flowLog).toBeAttached(vpc);
    await expect(flowLog).toHaveFlowLogs({ trafficType: 'ALL', destination: flowLogGroup });
    await expect(vpc).toHaveFlowLogs({ trafficType: 'ALL', destination: flowLogGroup });
  });

  test('are delivered by their own role', async () => {
    await expect(flowLog).toHaveRole(flowLogRole);
  });

  test('are gathered every minute', async () => {
    await expect(flowLog).toHaveConfig({ MaxAggregationInterval: 60 });
  });

  test('carry the tags', async () => {
    await expect(flowLog).toHaveTags(tags);
  });
});

describe('the role of the flow logs', () => {
  test('may be taken on by VPC flow logs of this account alone', async () => {
    await expect(flowLogRole).toTrustOnly(['vpc-flow-logs']);
    await expect(flowLogRole).toHavePolicyDocument({
      Statement: {
        Effect: 'Allow',
        Principal: { Service: 'vpc-flow-logs.amazonaws.com' },
        Action: 'sts:AssumeRole',
        Condition: { StringEquals: { 'aws:SourceAccount': '${AWS::AccountId}' } },
      },
    });
    await expect(flowLogRole).toHaveMaxSessionDuration('1h');
    await expect(flowLogRole).not.toHavePermissionsBoundary();
  });

  test('writes to the flow log group, and may do nothing else', async () => {
    await expect(flowLogRole).toHaveOnlyManagedPolicies([]);
    await expect(flowLogRole).toHaveOnlyInlinePolicies(['DeliverFlowLogs']);
    await expect(flowLogRole).toHaveNoWildcardAdmin();
    await expect(flowLogRole).toHavePolicyDocument(
      {
        Statement: [
          {
            Effect: 'Allow',
            Action: ['logs:CreateLogStream', 'logs:DescribeLogStreams', 'logs:PutLogEvents'],
            Resource: '${FlowLogGroupName}:*',
          },
        ],
      },
      { name: 'DeliverFlowLogs' },
    );
  });

  test('carries the tags', async () => {
    await expect(flowLogRole).toHaveTags(tags);
  });
});

describe.each([
  ['the log of the data processor', processorLogGroup, '/aws/lambda/data-processor-dev'],
  ['the flow log group', flowLogGroup, '/zero-trust/vpc-flow-logs-dev'],
])('%s', (_, logGroup, name) => {
  test('is kept for a year', async () => {
    await expect(logGroup).toHaveName(name);
    await expect(logGroup).toHaveRetention(365);
  });

  test('is encrypted with the logs key', async () => {
    await expect(logGroup).toBeKmsEncrypted({ key: logsKey, manager: 'CUSTOMER' });
  });

  test('is sent nowhere else', async () => {
    await expect(logGroup).not.toHaveSubscriptionFilter();
  });

  test('carries the tags', async () => {
    await expect(logGroup).toHaveTags(tags);
  });
});

test('denied access in the log of the data processor is counted', async () => {
  await expect(deniedAccessFilter).toBeAvailable();
  await expect(deniedAccessFilter).toHaveConfig({
    logGroupName: processorLogGroup,
    filterPattern: '?AccessDenied ?AccessDeniedException',
    metricTransformations: [
      {
        metricNamespace: 'ZeroTrust/Processing',
        metricName: 'DeniedAccess',
        metricValue: '1',
        defaultValue: 0,
        dimensions: null,
        unit: null,
      },
    ],
  });
});

describe('alarms', () => {
  test('go off at the first denied access', async () => {
    await expect(deniedAccess).toMonitor({
      namespace: 'ZeroTrust/Processing',
      metric: 'DeniedAccess',
      statistic: 'Sum',
      operator: '>=',
      threshold: 1,
      period: '5m',
      evaluationPeriods: 1,
    });
    await expect(deniedAccess).toHaveConfig({ TreatMissingData: 'notBreaching', Dimensions: [], Unit: null });
    await expect(deniedAccess).toHaveDescription('The data processor reached for something that it may not have');
  });

  test('go off at the first error of the data processor', async () => {
    await expect(errors).toMonitor({
      namespace: 'AWS/Lambda',
      metric: 'Errors',
      statistic: 'Sum',
      operator: '>=',
      threshold: 1,
      period: '5m',
      evaluationPeriods: 1,
    });
    await expect(errors).toHaveConfig({
      TreatMissingData: 'notBreaching',
      Unit: null,
      Dimensions: [{ Name: 'FunctionName', Value: resource('DataProcessorFunctionName', 'AWS::Lambda::Function') }],
    });
    await expect(errors).toHaveDescription('The data processor fails');
  });

  test('go off at the first dead letter', async () => {
    await expect(deadLetters).toMonitor({
      namespace: 'AWS/SQS',
      metric: 'ApproximateNumberOfMessagesVisible',
      statistic: 'Maximum',
      operator: '>=',
      threshold: 1,
      period: '1m',
      evaluationPeriods: 1,
    });
    await expect(deadLetters).toHaveConfig({
      TreatMissingData: 'notBreaching',
      Unit: null,
      Dimensions: [{ Name: 'QueueName', Value: resource('DeadLetterQueueUrl', 'AWS::SQS::Queue') }],
    });
    await expect(deadLetters).toHaveDescription('Data was given up after all retries');
  });

  test.each(['DeniedAccessAlarmName', 'ProcessorErrorsAlarmName', 'DeadLettersAlarmName'])(
    '%s tells the security topic and nobody else',
    async (key) => {
      const alarm = resource(key, 'AWS::CloudWatch::Alarm');
      await expect(alarm).toNotify(topic);
      await expect(alarm).toHaveConfig({
        ActionsEnabled: true,
        AlarmActions: [topic],
        OKActions: [],
        InsufficientDataActions: [],
      });
      await expect(alarm).toHaveTags(tags);
    },
  );
});

describe('the security topic', () => {
  test('is encrypted with the logs key', async () => {
    await expect(topic).toBeKmsEncrypted({ key: logsKey, manager: 'CUSTOMER' });
    await expect(topic).toHaveDisplayName('Zero-trust security alarms');
  });

  test('reaches the security team and nobody else', async () => {
    await expect(topic).toHaveOnlySubscriptions([{ protocol: 'email', endpoint: 'security-oncall@example.com' }]);
  });

  test('takes alarms of this account alone, over TLS', async () => {
    await expect(topic).toDenyInsecureTransport();
    await expect(topic).toHavePolicyDocument({
      Statement: [
        {
          Effect: 'Allow',
          Principal: { Service: 'cloudwatch.amazonaws.com' },
          Action: 'sns:Publish',
          Resource: '${SecurityTopicArn}',
          Condition: {
            ArnLike: { 'aws:SourceArn': 'arn:aws:cloudwatch:${AWS::Region}:${AWS::AccountId}:alarm:*' },
          },
        },
        {
          Effect: 'Deny',
          Principal: '*',
          Action: 'sns:Publish',
          Resource: '${SecurityTopicArn}',
          Condition: { Bool: { 'aws:SecureTransport': 'false' } },
        },
      ],
    });
  });

  test('carries the tags', async () => {
    await expect(topic).toHaveTags(tags);
  });
});
