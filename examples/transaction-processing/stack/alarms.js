// @ts-check

// biome-ignore-all lint/suspicious/noTemplateCurlyInString: sub() takes placeholders as CloudFormation spells them

const { ref, sub } = require('../../../deploy');
const { prefix, tags } = require('./naming.js');

/**
 * An alarm that tells the topic when it goes off and when it is over.
 *
 * @param {string} name without the prefix
 * @param {Record<string, unknown>} watched
 */
function alarm(name, watched) {
  return {
    type: 'AWS::CloudWatch::Alarm',
    properties: {
      AlarmName: `${prefix}-${name}`,
      Statistic: 'Sum',
      ActionsEnabled: true,
      AlarmActions: [ref('AlarmTopic')],
      OKActions: [ref('AlarmTopic')],
      TreatMissingData: 'notBreaching',
      Tags: tags(),
      ...watched,
    },
  };
}

const resources = {
  AlarmTopic: {
    type: 'AWS::SNS::Topic',
    properties: {
      TopicName: `${prefix}-alarms`,
      DisplayName: 'Transaction processing alarms',
      KmsMasterKeyId: ref('Key.Arn'),
      Tags: tags(),
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
    properties: { TopicArn: ref('AlarmTopic'), Protocol: 'email', Endpoint: 'payments-oncall@example.com' },
  },

  ProcessorErrorsAlarm: alarm('processor-errors', {
    AlarmDescription: 'The processor fails',
    Namespace: 'AWS/Lambda',
    MetricName: 'Errors',
    Dimensions: [{ Name: 'FunctionName', Value: ref('Processor') }],
    Period: 60,
    EvaluationPeriods: 1,
    Threshold: 1,
    ComparisonOperator: 'GreaterThanOrEqualToThreshold',
  }),
  ProcessorThrottlesAlarm: alarm('processor-throttles', {
    AlarmDescription: 'The processor is throttled',
    Namespace: 'AWS/Lambda',
    MetricName: 'Throttles',
    Dimensions: [{ Name: 'FunctionName', Value: ref('Processor') }],
    Period: 300,
    EvaluationPeriods: 2,
    Threshold: 5,
    ComparisonOperator: 'GreaterThanThreshold',
  }),
  IteratorAgeAlarm: alarm('iterator-age', {
    AlarmDescription: 'The processor is five minutes behind the stream',
    Namespace: 'AWS/Lambda',
    MetricName: 'IteratorAge',
    Dimensions: [{ Name: 'FunctionName', Value: ref('Processor') }],
    Statistic: 'Maximum',
    Period: 60,
    EvaluationPeriods: 5,
    Threshold: 300_000,
    ComparisonOperator: 'GreaterThanThreshold',
  }),
  FailedRecordsAlarm: alarm('failed-records', {
    AlarmDescription: 'Records were given up',
    Namespace: 'AWS/SQS',
    MetricName: 'ApproximateNumberOfMessagesVisible',
    Dimensions: [{ Name: 'QueueName', Value: ref('FailedRecords.QueueName') }],
    Statistic: 'Maximum',
    Period: 300,
    EvaluationPeriods: 1,
    Threshold: 0,
    ComparisonOperator: 'GreaterThanThreshold',
  }),
  DatabaseCpuAlarm: alarm('database-cpu', {
    AlarmDescription: 'The database is busy',
    Namespace: 'AWS/RDS',
    MetricName: 'CPUUtilization',
    Dimensions: [{ Name: 'DBInstanceIdentifier', Value: ref('Database') }],
    Statistic: 'Average',
    Period: 300,
    EvaluationPeriods: 3,
    Threshold: 80,
    ComparisonOperator: 'GreaterThanThreshold',
  }),
  DatabaseStorageAlarm: alarm('database-free-storage', {
    AlarmDescription: 'The database has less than 20 GiB left',
    Namespace: 'AWS/RDS',
    MetricName: 'FreeStorageSpace',
    Dimensions: [{ Name: 'DBInstanceIdentifier', Value: ref('Database') }],
    Statistic: 'Minimum',
    Period: 300,
    EvaluationPeriods: 1,
    Threshold: 21_474_836_480,
    ComparisonOperator: 'LessThanThreshold',
    TreatMissingData: 'breaching',
  }),
};

const outputs = {
  alarm_topic_arn: ref('AlarmTopic'),
  alarm_subscription_arn: ref('OnCallSubscription'),
  processor_errors_alarm_name: ref('ProcessorErrorsAlarm'),
  processor_throttles_alarm_name: ref('ProcessorThrottlesAlarm'),
  iterator_age_alarm_name: ref('IteratorAgeAlarm'),
  failed_records_alarm_name: ref('FailedRecordsAlarm'),
  database_cpu_alarm_name: ref('DatabaseCpuAlarm'),
  database_storage_alarm_name: ref('DatabaseStorageAlarm'),
};

module.exports = { resources, outputs };
