// @ts-check

// biome-ignore-all lint/suspicious/noTemplateCurlyInString: sub() takes placeholders as CloudFormation spells them

const { ref, sub } = require('../../../deploy');
const { environment, named, tags } = require('./tags.js');

const namespace = 'ZeroTrust/Processing';

/**
 * An alarm that goes off at the first event, and is silent where there is none.
 *
 * @param {Record<string, unknown>} properties
 */
const alarm = (properties) => ({
  type: 'AWS::CloudWatch::Alarm',
  properties: {
    Statistic: 'Sum',
    Period: 300,
    EvaluationPeriods: 1,
    Threshold: 1,
    ComparisonOperator: 'GreaterThanOrEqualToThreshold',
    TreatMissingData: 'notBreaching',
    ActionsEnabled: true,
    AlarmActions: [ref('SecurityTopic')],
    Tags: tags,
    ...properties,
  },
});

module.exports = {
  FlowLogGroup: {
    type: 'AWS::Logs::LogGroup',
    properties: {
      LogGroupName: `/zero-trust/vpc-flow-logs-${environment}`,
      RetentionInDays: 365,
      KmsKeyId: ref('LogsKey.Arn'),
      Tags: tags,
    },
  },
  FlowLogRole: {
    type: 'AWS::IAM::Role',
    properties: {
      RoleName: `zero-trust-flow-logs-${environment}`,
      Description: 'VPC flow logs to their log group',
      MaxSessionDuration: 3600,
      AssumeRolePolicyDocument: {
        Version: '2012-10-17',
        Statement: [
          {
            Effect: 'Allow',
            Principal: { Service: 'vpc-flow-logs.amazonaws.com' },
            Action: 'sts:AssumeRole',
            Condition: { StringEquals: { 'aws:SourceAccount': ref('AWS::AccountId') } },
          },
        ],
      },
      Policies: [
        {
          PolicyName: 'DeliverFlowLogs',
          PolicyDocument: {
            Version: '2012-10-17',
            Statement: [
              {
                Effect: 'Allow',
                Action: ['logs:CreateLogStream', 'logs:DescribeLogStreams', 'logs:PutLogEvents'],
                Resource: ref('FlowLogGroup.Arn'),
              },
            ],
          },
        },
      ],
      Tags: tags,
    },
  },
  VpcFlowLog: {
    type: 'AWS::EC2::FlowLog',
    properties: {
      ResourceId: ref('Vpc'),
      ResourceType: 'VPC',
      TrafficType: 'ALL',
      LogDestinationType: 'cloud-watch-logs',
      LogGroupName: ref('FlowLogGroup'),
      DeliverLogsPermissionArn: ref('FlowLogRole.Arn'),
      MaxAggregationInterval: 60,
      Tags: named('flow-log'),
    },
  },

  DeniedAccess: {
    type: 'AWS::Logs::MetricFilter',
    properties: {
      FilterName: `zero-trust-denied-access-${environment}`,
      LogGroupName: ref('DataProcessorLogGroup'),
      FilterPattern: '?AccessDenied ?AccessDeniedException',
      MetricTransformations: [
        { MetricNamespace: namespace, MetricName: 'DeniedAccess', MetricValue: '1', DefaultValue: 0 },
      ],
    },
  },
  DeniedAccessAlarm: alarm({
    AlarmName: `zero-trust-denied-access-${environment}`,
    AlarmDescription: 'The data processor reached for something that it may not have',
    Namespace: namespace,
    MetricName: 'DeniedAccess',
  }),
  ProcessorErrorsAlarm: alarm({
    AlarmName: `data-processor-errors-${environment}`,
    AlarmDescription: 'The data processor fails',
    Namespace: 'AWS/Lambda',
    MetricName: 'Errors',
    Dimensions: [{ Name: 'FunctionName', Value: ref('DataProcessor') }],
  }),
  DeadLettersAlarm: alarm({
    AlarmName: `data-processor-dead-letters-${environment}`,
    AlarmDescription: 'Data was given up after all retries',
    Namespace: 'AWS/SQS',
    MetricName: 'ApproximateNumberOfMessagesVisible',
    Statistic: 'Maximum',
    Period: 60,
    Dimensions: [{ Name: 'QueueName', Value: ref('DeadLetterQueue.QueueName') }],
  }),

  SecurityTopic: {
    type: 'AWS::SNS::Topic',
    properties: {
      TopicName: `zero-trust-security-${environment}`,
      DisplayName: 'Zero-trust security alarms',
      KmsMasterKeyId: ref('LogsKey.Arn'),
      Tags: tags,
    },
  },
  SecurityTopicPolicy: {
    type: 'AWS::SNS::TopicPolicy',
    properties: {
      Topics: [ref('SecurityTopic')],
      PolicyDocument: {
        Version: '2012-10-17',
        Statement: [
          {
            Sid: 'AlarmsOfThisAccount',
            Effect: 'Allow',
            Principal: { Service: 'cloudwatch.amazonaws.com' },
            Action: 'sns:Publish',
            Resource: ref('SecurityTopic'),
            Condition: {
              ArnLike: { 'aws:SourceArn': sub('arn:aws:cloudwatch:${AWS::Region}:${AWS::AccountId}:alarm:*') },
            },
          },
          {
            Sid: 'DenyInsecureTransport',
            Effect: 'Deny',
            Principal: { AWS: '*' },
            Action: 'sns:Publish',
            Resource: ref('SecurityTopic'),
            Condition: { Bool: { 'aws:SecureTransport': 'false' } },
          },
        ],
      },
    },
  },
  SecurityTeamSubscription: {
    type: 'AWS::SNS::Subscription',
    properties: { TopicArn: ref('SecurityTopic'), Protocol: 'email', Endpoint: 'security-oncall@example.com' },
  },
};
