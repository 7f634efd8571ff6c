// @ts-check

const fs = require('node:fs');
const { policy } = require('../../policy');

/** @typedef {import('../../failure.js').Stack} Stack */

/** @param {Stack} stack @param {unknown} name @param {Record<string, unknown>} change */
async function changeAlarm({ aws }, name, change) {
  const { MetricAlarms } = await aws.call('cloudwatch', 'DescribeAlarms', { AlarmNames: [name] });
  const [alarm] = /** @type {Record<string, unknown>[]} */ (MetricAlarms);
  const settings = [
    'AlarmName',
    'AlarmDescription',
    'ActionsEnabled',
    'AlarmActions',
    'OKActions',
    'Namespace',
    'MetricName',
    'Dimensions',
    'Statistic',
    'Period',
    'EvaluationPeriods',
    'Threshold',
    'ComparisonOperator',
    'TreatMissingData',
  ];
  const put = Object.fromEntries(settings.map((setting) => [setting, alarm?.[setting]]));
  return aws.call('cloudwatch', 'PutMetricAlarm', { ...put, ...change });
}

/** @type {import('../../failure.js').Mistake[]} */
module.exports = [
  {
    name: 'The topic of the alarms loses its key',
    output: 'alarm_topic_arn',
    test: 'the topic of the alarms is encrypted with a key that alarms may use',
    expected: 'key/',
    received: /no KmsMasterKeyId|none/,
    apply: ({ aws, outputs }) =>
      aws.call('sns', 'SetTopicAttributes', {
        TopicArn: outputs.alarm_topic_arn,
        AttributeName: 'KmsMasterKeyId',
        AttributeValue: '',
      }),
  },
  {
    name: 'Anybody may publish to the topic of the alarms',
    output: 'alarm_topic_arn',
    test: 'the topic of the alarms takes messages from the alarms of this account alone, over TLS',
    expected: 'cloudwatch.amazonaws.com',
    received: '*',
    apply: ({ aws, outputs }) =>
      aws.call('sns', 'SetTopicAttributes', {
        TopicArn: outputs.alarm_topic_arn,
        AttributeName: 'Policy',
        AttributeValue: policy({
          Effect: 'Allow',
          Principal: '*',
          Action: 'sns:Publish',
          Resource: outputs.alarm_topic_arn,
        }),
      }),
  },
  {
    name: 'The people on call are no longer subscribed',
    output: 'alarm_topic_arn',
    test: 'the topic of the alarms reaches the people on call, and nobody else',
    expected: 'payments-oncall@example.com',
    received: 'no subscription',
    apply: ({ aws, outputs }) => aws.call('sns', 'Unsubscribe', { SubscriptionArn: outputs.alarm_subscription_arn }),
  },
  {
    name: 'Somebody else is subscribed to the alarms',
    output: 'alarm_topic_arn',
    test: 'the topic of the alarms reaches the people on call, and nobody else',
    expected: 'payments-oncall@example.com',
    received: 'somebody@example.net',
    apply: ({ aws, outputs }) =>
      aws.call('sns', 'Subscribe', {
        TopicArn: outputs.alarm_topic_arn,
        Protocol: 'email',
        Endpoint: 'somebody@example.net',
      }),
  },
  {
    name: 'Alarms that do not reach the people on call go to a queue',
    output: 'alarm_subscription_arn',
    test: 'the topic of the alarms reaches the people on call, and nobody else',
    expected: 'not: ',
    received: 'transaction-processing-dev-failed-records',
    apply: async ({ aws, outputs }) => {
      const QueueUrl = outputs.failed_records_queue_url;
      const { Attributes } = await aws.call('sqs', 'GetQueueAttributes', { QueueUrl, AttributeNames: ['QueueArn'] });
      const { QueueArn: deadLetterTargetArn } = /** @type {{ QueueArn: string }} */ (Attributes);
      return aws.call('sns', 'SetSubscriptionAttributes', {
        SubscriptionArn: outputs.alarm_subscription_arn,
        AttributeName: 'RedrivePolicy',
        AttributeValue: JSON.stringify({ deadLetterTargetArn }),
      });
    },
  },
  {
    name: 'The alarm on errors goes off at a hundred of them',
    output: 'processor_errors_alarm_name',
    test: 'an alarm goes off when the processor fails',
    expected: '1',
    received: '100',
    apply: (stack) => changeAlarm(stack, stack.outputs.processor_errors_alarm_name, { Threshold: 100 }),
  },
  {
    name: 'The alarm on the CPU of the database watches another database',
    output: 'database_cpu_alarm_name',
    test: 'an alarm goes off when the database is busy',
    expected: 'transaction-processing-dev',
    received: 'transaction-processing-old',
    apply: (stack) =>
      changeAlarm(stack, stack.outputs.database_cpu_alarm_name, {
        Dimensions: [{ Name: 'DBInstanceIdentifier', Value: 'transaction-processing-old' }],
      }),
  },
  {
    name: 'An alarm tells nobody',
    output: 'failed_records_alarm_name',
    test: 'every alarm tells the topic when it goes off and when it is over, and nobody else',
    expected: 'transaction-processing-dev-alarms',
    received: 'nobody',
    apply: (stack) => changeAlarm(stack, stack.outputs.failed_records_alarm_name, { AlarmActions: [] }),
  },
  {
    name: 'The actions of an alarm are switched off',
    output: 'iterator_age_alarm_name',
    test: 'every alarm tells the topic when it goes off and when it is over, and nobody else',
    expected: 'transaction-processing-dev-alarms',
    received: 'transaction-processing-dev-alarms',
    apply: ({ aws, outputs }) =>
      aws.call('cloudwatch', 'DisableAlarmActions', { AlarmNames: [outputs.iterator_age_alarm_name] }),
  },
  {
    name: 'An alarm is deleted',
    output: 'database_storage_alarm_name',
    test: 'an alarm goes off when the database runs out of storage, or says nothing',
    expected: /exist|FreeStorageSpace/,
    received: 'exist',
    apply: ({ aws, outputs }) =>
      aws.call('cloudwatch', 'DeleteAlarms', { AlarmNames: [outputs.database_storage_alarm_name] }),
  },
  {
    name: 'An output is renamed',
    output: 'database_secret_arn',
    test: 'the deployment tells where the database is',
    expected: 'database_secret_arn',
    received: 'database_secret_arn',
    apply: async ({ outputsFile }) => {
      const { database_secret_arn: secret, ...others } = JSON.parse(fs.readFileSync(outputsFile, 'utf8'));
      fs.writeFileSync(outputsFile, JSON.stringify({ ...others, db_secret: secret }, null, 2));
    },
  },
];
