// biome-ignore-all lint/suspicious/noTemplateCurlyInString: toHavePolicyDocument fills the placeholders

import { resource, resources } from 'stackproof';

const topic = resource('alarm_topic_arn', 'AWS::SNS::Topic');
const onCall = resource('alarm_subscription_arn', 'AWS::SNS::Subscription');
const alarms = resources(/_alarm_name$/, 'AWS::CloudWatch::Alarm');
const errors = resource('processor_errors_alarm_name', 'AWS::CloudWatch::Alarm');
const throttles = resource('processor_throttles_alarm_name', 'AWS::CloudWatch::Alarm');
const iteratorAge = resource('iterator_age_alarm_name', 'AWS::CloudWatch::Alarm');
const givenUp = resource('failed_records_alarm_name', 'AWS::CloudWatch::Alarm');
const databaseCpu = resource('database_cpu_alarm_name', 'AWS::CloudWatch::Alarm');
const databaseStorage = resource('database_storage_alarm_name', 'AWS::CloudWatch::Alarm');
const processor = resource('processor_function_name', 'AWS::Lambda::Function');
const failedRecords = resource('failed_records_queue_url', 'AWS::SQS::Queue');
const database = resource('database_instance_id', 'AWS::RDS::DBInstance');
const key = resource('kms_key_arn', 'AWS::KMS::Key');

const tags = {
  Project: 'transaction-processing',
  Environment: 'dev',
  Owner: 'payments-platform',
  CostCenter: 'CC-4471',
  DataClassification: 'confidential',
  ManagedBy: 'terraform',
};

describe('the topic of the alarms', () => {
  test('is encrypted with a key that alarms may use', async () => {
    await expect(topic).toBeKmsEncrypted({ key, manager: 'CUSTOMER' });
    await expect(key).toGrantService({ service: 'cloudwatch', actions: ['kms:Decrypt', 'kms:GenerateDataKey*'] });
  });

  test('takes messages from the alarms of this account alone, over TLS', async () => {
    await expect(topic).toHavePolicyDocument({
      Version: '2012-10-17',
      Statement: [
        {
          Effect: 'Allow',
          Principal: { Service: 'cloudwatch.amazonaws.com' },
          Action: 'sns:Publish',
          Resource: '${alarm_topic_arn}',
          Condition: { StringEquals: { 'aws:SourceAccount': '${AWS::AccountId}' } },
        },
        {
          Effect: 'Deny',
          Principal: '*',
          Action: 'sns:Publish',
          Resource: '${alarm_topic_arn}',
          Condition: { Bool: { 'aws:SecureTransport': 'false' } },
        },
      ],
    });
  });

  test('reaches the people on call, and nobody else', async () => {
    await expect(topic).toHaveSubscription({ protocol: 'email', endpoint: 'payments-oncall@example.com' });
    await expect(topic).toHaveOnlySubscriptions([{ protocol: 'email', endpoint: 'payments-oncall@example.com' }]);
    await expect(onCall).toBeAvailable();
    await expect(onCall).toBeSubscribedTo(topic);
    await expect(onCall).not.toHaveFilterPolicy();
    await expect(onCall).not.toDeliverRawMessages();
    await expect(onCall).not.toHaveDeadLetterQueue();
  });

  test('carries the name that people know', async () => {
    await expect(topic).toHaveDisplayName('Transaction processing alarms');
    await expect(topic).toHaveConfig({ TopicName: 'transaction-processing-dev-alarms', SignatureVersion: null });
    await expect(topic).not.toHaveTracing();
    await expect(topic).not.toBeFifo();
  });
});

describe('an alarm goes off', () => {
  test('when the processor fails', async () => {
    await expect(errors).toMonitor({
      namespace: 'AWS/Lambda',
      metric: 'Errors',
      dimensions: { FunctionName: processor },
      statistic: 'Sum',
      period: '1m',
      evaluationPeriods: 1,
      operator: '>=',
      threshold: 1,
      treatMissingData: 'notBreaching',
    });
    await expect(errors).toHaveDescription('The processor fails');
  });

  test('when the processor is throttled', async () => {
    await expect(throttles).toMonitor({
      namespace: 'AWS/Lambda',
      metric: 'Throttles',
      dimensions: { FunctionName: processor },
      statistic: 'Sum',
      period: '5m',
      evaluationPeriods: 2,
      operator: '>',
      threshold: 5,
      treatMissingData: 'notBreaching',
    });
    await expect(throttles).toHaveDescription('The processor is throttled');
  });

  test('when the processor is five minutes behind the stream', async () => {
    await expect(iteratorAge).toMonitor({
      namespace: 'AWS/Lambda',
      metric: 'IteratorAge',
      dimensions: { FunctionName: processor },
      statistic: 'Maximum',
      period: '1m',
      evaluationPeriods: 5,
      operator: '>',
      threshold: 300_000,
      treatMissingData: 'notBreaching',
    });
    await expect(iteratorAge).toHaveDescription('The processor is five minutes behind the stream');
  });

  test('when records are given up', async () => {
    await expect(givenUp).toMonitor({
      namespace: 'AWS/SQS',
      metric: 'ApproximateNumberOfMessagesVisible',
      dimensions: { QueueName: failedRecords },
      statistic: 'Maximum',
      period: '5m',
      evaluationPeriods: 1,
      operator: '>',
      threshold: 0,
      treatMissingData: 'notBreaching',
    });
    await expect(givenUp).toHaveDescription('Records were given up');
  });

  test('when the database is busy', async () => {
    await expect(databaseCpu).toMonitor({
      namespace: 'AWS/RDS',
      metric: 'CPUUtilization',
      dimensions: { DBInstanceIdentifier: database },
      statistic: 'Average',
      period: '5m',
      evaluationPeriods: 3,
      operator: '>',
      threshold: 80,
      treatMissingData: 'notBreaching',
    });
    await expect(databaseCpu).toHaveDescription('The database is busy');
  });

  test('when the database runs out of storage, or says nothing', async () => {
    await expect(databaseStorage).toMonitor({
      namespace: 'AWS/RDS',
      metric: 'FreeStorageSpace',
      dimensions: { DBInstanceIdentifier: database },
      statistic: 'Minimum',
      period: '5m',
      evaluationPeriods: 1,
      operator: '<',
      threshold: 20 * 1024 ** 3,
      treatMissingData: 'breaching',
    });
    await expect(databaseStorage).toHaveDescription('The database has less than 20 GiB left');
  });
});

describe('every alarm', () => {
  test('tells the topic when it goes off and when it is over, and nobody else', async () => {
    await expect(alarms).toNotify(topic);
    await expect(alarms).toNotify(topic, { on: 'ok' });
    await expect(alarms).toHaveConfig({
      ActionsEnabled: true,
      AlarmActions: [topic],
      OKActions: [topic],
      'InsufficientDataActions[0]': null,
    });
  });

  test('judges one metric of one resource, in every period', async () => {
    await expect(alarms).toHaveConfig({
      Dimensions: [expect.anything()],
      DatapointsToAlarm: null,
      Unit: null,
      ExtendedStatistic: null,
    });
  });
});

describe('tags', () => {
  test('say of the alarms whose they are', async () => {
    await expect(topic).toHaveTags(tags);
    await expect(alarms).toHaveTags(tags);
  });
});
