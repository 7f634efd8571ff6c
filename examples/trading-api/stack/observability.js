// @ts-check

// biome-ignore-all lint/suspicious/noTemplateCurlyInString: sub() takes placeholders as CloudFormation spells them

const { ref, sub } = require('../../../deploy');
const { environmentSuffix, named, tags } = require('./names');

/** Thirty days, and no key of its own: a log of this system never holds card data. @param {string} name */
const logGroup = (name) => ({
  type: 'AWS::Logs::LogGroup',
  properties: { LogGroupName: name, RetentionInDays: 30, Tags: tags },
});

/** PCI DSS 10: what happened can be told afterwards, and somebody is told at once. */
const observability = {
  FunctionLogGroup: logGroup(`/aws/lambda/${named('orders')}`),
  ApiLogGroup: logGroup(`/aws/apigateway/${named('api')}`),
  FlowLogGroup: logGroup(`/aws/vpc/${named('flow-logs')}`),
  FlowLogRole: {
    type: 'AWS::IAM::Role',
    properties: {
      RoleName: named('flow-logs'),
      AssumeRolePolicyDocument: {
        Version: '2012-10-17',
        Statement: [
          {
            Effect: 'Allow',
            Principal: { Service: 'vpc-flow-logs.amazonaws.com' },
            Action: 'sts:AssumeRole',
            Condition: { StringEquals: { 'aws:SourceAccount': sub('${AWS::AccountId}') } },
          },
        ],
      },
      Policies: [
        {
          PolicyName: 'write-flow-logs',
          PolicyDocument: {
            Version: '2012-10-17',
            Statement: [
              {
                Effect: 'Allow',
                Action: ['logs:CreateLogStream', 'logs:PutLogEvents', 'logs:DescribeLogStreams'],
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
      Tags: tags,
    },
  },
  AlarmTopic: {
    type: 'AWS::SNS::Topic',
    properties: {
      TopicName: named('alarms'),
      DisplayName: 'Trading alarms',
      KmsMasterKeyId: ref('DataKey.Arn'),
      Tags: tags,
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
            Sid: 'AlarmsOfThisAccount',
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
  OnCallSubscription: {
    type: 'AWS::SNS::Subscription',
    properties: { TopicArn: ref('AlarmTopic'), Protocol: 'email', Endpoint: 'trading-oncall@example.com' },
  },
  ApiErrorsAlarm: {
    type: 'AWS::CloudWatch::Alarm',
    properties: {
      AlarmName: named('api-5xx'),
      AlarmDescription: 'The trading API answers with server errors',
      Namespace: 'AWS/ApiGateway',
      MetricName: '5XXError',
      Dimensions: [
        { Name: 'ApiName', Value: named('api') },
        { Name: 'Stage', Value: environmentSuffix },
      ],
      Statistic: 'Sum',
      Period: 60,
      EvaluationPeriods: 5,
      DatapointsToAlarm: 3,
      Threshold: 5,
      ComparisonOperator: 'GreaterThanOrEqualToThreshold',
      TreatMissingData: 'notBreaching',
      AlarmActions: [ref('AlarmTopic')],
      OKActions: [ref('AlarmTopic')],
      Tags: tags,
    },
  },
  DatabaseCapacityAlarm: {
    type: 'AWS::CloudWatch::Alarm',
    properties: {
      AlarmName: named('database-capacity'),
      AlarmDescription: 'The ledger database runs near its maximum capacity',
      Namespace: 'AWS/RDS',
      MetricName: 'ACUUtilization',
      Dimensions: [{ Name: 'DBClusterIdentifier', Value: ref('DatabaseCluster') }],
      Statistic: 'Average',
      Period: 300,
      EvaluationPeriods: 3,
      Threshold: 90,
      ComparisonOperator: 'GreaterThanThreshold',
      TreatMissingData: 'breaching',
      AlarmActions: [ref('AlarmTopic')],
      Tags: tags,
    },
  },
};

module.exports = { observability };
