// @ts-check

// biome-ignore-all lint/suspicious/noTemplateCurlyInString: sub() takes placeholders as CloudFormation spells them

const { ref, sub } = require('../../../deploy');
const { tags } = require('./tags.js');

/** @param {string} name @param {object} rule */
function alarm(name, rule) {
  return {
    type: 'AWS::CloudWatch::Alarm',
    properties: {
      AlarmName: `fedramp-monitoring-${name}-dev`,
      TreatMissingData: 'breaching',
      ActionsEnabled: true,
      AlarmActions: [ref('AlarmTopic')],
      OKActions: [ref('AlarmTopic')],
      Tags: tags,
      ...rule,
    },
  };
}

/** What must be seen when it happens (SI-4), and who hears of it (IR-6). */
const alarms = {
  AlarmTopic: {
    type: 'AWS::SNS::Topic',
    properties: {
      TopicName: 'fedramp-monitoring-alarms-dev',
      DisplayName: 'FedRAMP monitoring alarms (dev)',
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
            Sid: 'Alarms',
            Effect: 'Allow',
            Principal: { Service: 'cloudwatch.amazonaws.com' },
            Action: 'sns:Publish',
            Resource: ref('AlarmTopic'),
            Condition: { StringEquals: { 'aws:SourceAccount': sub('${AWS::AccountId}') } },
          },
          {
            Sid: 'TlsOnly',
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
  OncallSubscription: {
    type: 'AWS::SNS::Subscription',
    properties: { TopicArn: ref('AlarmTopic'), Protocol: 'email', Endpoint: 'soc-oncall@example.com' },
  },
  DatabaseCpuAlarm: alarm('database-cpu', {
    AlarmDescription: 'The database is short of CPU',
    Namespace: 'AWS/RDS',
    MetricName: 'CPUUtilization',
    Dimensions: [{ Name: 'DBInstanceIdentifier', Value: ref('Database') }],
    Statistic: 'Average',
    Period: 300,
    EvaluationPeriods: 3,
    Threshold: 80,
    ComparisonOperator: 'GreaterThanThreshold',
  }),
  DatabaseStorageAlarm: alarm('database-storage', {
    AlarmDescription: 'Less than 10 GiB are left to the database',
    Namespace: 'AWS/RDS',
    MetricName: 'FreeStorageSpace',
    Dimensions: [{ Name: 'DBInstanceIdentifier', Value: ref('Database') }],
    Statistic: 'Minimum',
    Period: 300,
    EvaluationPeriods: 1,
    Threshold: 10_737_418_240,
    ComparisonOperator: 'LessThanThreshold',
  }),
  ServiceTasksAlarm: alarm('service-tasks', {
    AlarmDescription: 'Fewer than two collectors run',
    Namespace: 'ECS/ContainerInsights',
    MetricName: 'RunningTaskCount',
    Dimensions: [
      { Name: 'ClusterName', Value: ref('Cluster') },
      { Name: 'ServiceName', Value: ref('Service.Name') },
    ],
    Statistic: 'Minimum',
    Period: 60,
    EvaluationPeriods: 5,
    Threshold: 2,
    ComparisonOperator: 'LessThanThreshold',
  }),
  ApiErrorsAlarm: alarm('api-errors', {
    AlarmDescription: 'The API answers with errors of its own',
    Namespace: 'AWS/ApiGateway',
    MetricName: '5XXError',
    Dimensions: [
      { Name: 'ApiName', Value: 'fedramp-monitoring-dev' },
      { Name: 'Stage', Value: ref('ApiStage') },
    ],
    Statistic: 'Sum',
    Period: 60,
    EvaluationPeriods: 1,
    Threshold: 1,
    ComparisonOperator: 'GreaterThanOrEqualToThreshold',
    // An API that nobody calls has no errors.
    TreatMissingData: 'notBreaching',
  }),
};

module.exports = { alarms };
