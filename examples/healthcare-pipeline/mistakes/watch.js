// @ts-check

const fs = require('node:fs/promises');
const { policy } = require('../../policy');

/** @typedef {import('../../failure.js').Stack} Stack */

/**
 * Puts an alarm again with some of it changed, as the console does.
 *
 * @param {string} output @param {Record<string, unknown>} change
 */
function changeAlarm(output, change) {
  return async (/** @type {Stack} */ { aws, outputs }) => {
    const { MetricAlarms } = await aws.call('cloudwatch', 'DescribeAlarms', { AlarmNames: [outputs[output]] });
    const [alarm] = /** @type {Record<string, unknown>[]} */ (MetricAlarms);
    const kept = Object.fromEntries(Object.entries(alarm ?? {}).filter(([key]) => settings.includes(key)));
    await aws.call('cloudwatch', 'PutMetricAlarm', { ...kept, ...change });
  };
}

const settings = [
  'AlarmName',
  'AlarmDescription',
  'ActionsEnabled',
  'OKActions',
  'AlarmActions',
  'MetricName',
  'Namespace',
  'Statistic',
  'Dimensions',
  'Period',
  'EvaluationPeriods',
  'DatapointsToAlarm',
  'Threshold',
  'ComparisonOperator',
  'TreatMissingData',
];

/** @param {Record<string, string>} attributes */
function setQueue(attributes) {
  return (/** @type {Stack} */ { aws, outputs }) =>
    aws.call('sqs', 'SetQueueAttributes', { QueueUrl: outputs.FailedRecordsQueueUrl, Attributes: attributes });
}

/** @type {import('../../failure.js').Mistake[]} */
module.exports = [
  {
    name: 'the queue of failed records is put under a key of SQS',
    output: 'FailedRecordsQueueUrl',
    test: 'the queue of failed records is encrypted with the key',
    expected: 'key/',
    received: /SQS|SSE/,
    apply: setQueue({ KmsMasterKeyId: '', SqsManagedSseEnabled: 'true' }),
  },
  {
    name: 'failed records are thrown away after an hour',
    output: 'FailedRecordsQueueUrl',
    test: 'the queue of failed records keeps records for fourteen days',
    expected: '14 d',
    received: '3600',
    apply: setQueue({ MessageRetentionPeriod: '3600' }),
  },
  {
    name: 'anybody may read the queue of failed records',
    output: 'FailedRecordsQueueUrl',
    test: 'the queue of failed records refuses plain connections, and grants nothing to anybody',
    expected: 'aws:SecureTransport',
    received: 'ReceiveMessage',
    apply: (stack) =>
      setQueue({
        Policy: policy({ Effect: 'Allow', Principal: '*', Action: 'sqs:ReceiveMessage', Resource: '*' }),
      })(stack),
  },
  {
    name: 'the key is taken from the alarm topic',
    output: 'AlarmTopicArn',
    test: 'the alarm topic is encrypted with the key',
    expected: 'key/',
    received: /no KmsMasterKeyId|none/,
    apply: ({ aws, outputs }) =>
      aws.call('sns', 'SetTopicAttributes', {
        TopicArn: outputs.AlarmTopicArn,
        AttributeName: 'KmsMasterKeyId',
        AttributeValue: '',
      }),
  },
  {
    name: 'the privacy officer is unsubscribed',
    output: 'AlarmTopicArn',
    test: 'the alarm topic reaches the privacy officer and nobody else',
    expected: 'privacy-officer@example.com',
    received: 'missing',
    apply: ({ aws, outputs }) => aws.call('sns', 'Unsubscribe', { SubscriptionArn: outputs.AlarmSubscriptionArn }),
  },
  {
    name: 'somebody else is subscribed to the alarms',
    output: 'AlarmTopicArn',
    test: 'the alarm topic reaches the privacy officer and nobody else',
    expected: 'privacy-officer@example.com',
    received: 'someone@elsewhere.example',
    apply: ({ aws, outputs }) =>
      aws.call('sns', 'Subscribe', {
        TopicArn: outputs.AlarmTopicArn,
        Protocol: 'email',
        Endpoint: 'someone@elsewhere.example',
      }),
  },
  {
    name: 'the alarm on failures goes off at a hundred errors',
    output: 'ProcessorErrorsAlarmName',
    test: 'the alarm on failures of the processor goes off at the first error',
    expected: '1',
    received: '100',
    apply: changeAlarm('ProcessorErrorsAlarmName', { Threshold: 100 }),
  },
  {
    name: 'the alarm on waiting records watches another metric',
    output: 'IteratorAgeAlarmName',
    test: 'the alarm on records that wait goes off when records wait for five minutes',
    expected: 'IteratorAge',
    received: 'Invocations',
    apply: changeAlarm('IteratorAgeAlarmName', { MetricName: 'Invocations' }),
  },
  {
    name: 'the actions of the alarm on failures are switched off',
    output: 'ProcessorErrorsAlarmName',
    test: 'the alarm on failures of the processor tells the topic, and tells when it is over',
    expected: 'healthcare-alarms-dev',
    received: 'healthcare-alarms-dev',
    apply: ({ aws, outputs }) =>
      aws.call('cloudwatch', 'DisableAlarmActions', { AlarmNames: [outputs.ProcessorErrorsAlarmName] }),
  },
  {
    name: 'the alarm on the disk of the database tells nobody',
    output: 'DatabaseStorageAlarmName',
    test: 'the alarm on the disk of the database tells the topic, and tells when it is over',
    expected: 'healthcare-alarms-dev',
    received: /no/,
    apply: changeAlarm('DatabaseStorageAlarmName', { AlarmActions: [] }),
  },
  {
    name: 'the alarm on failures is deleted',
    output: 'ProcessorErrorsAlarmName',
    test: 'the alarm on failures of the processor goes off at the first error',
    expected: 'exist',
    received: /does not exist/,
    apply: ({ aws, outputs }) =>
      aws.call('cloudwatch', 'DeleteAlarms', { AlarmNames: [outputs.ProcessorErrorsAlarmName] }),
  },
  {
    name: 'the output with the name of the stream is lost',
    output: 'PatientDataStreamName',
    test: 'every stack says what it made, under names of this environment',
    expected: 'PatientDataStreamName',
    received: 'no output PatientDataStreamName',
    apply: async ({ outputsFile }) => {
      const content = JSON.parse(await fs.readFile(outputsFile, 'utf8'));
      delete content.HealthcareDataStackdev.PatientDataStreamName;
      await fs.writeFile(outputsFile, JSON.stringify(content));
    },
  },
  {
    name: 'the privacy officer is told of nothing but what a filter lets through',
    output: 'AlarmSubscriptionArn',
    test: 'the alarm topic reaches the privacy officer and nobody else',
    expected: 'not:',
    received: 'severity',
    apply: ({ aws, outputs }) =>
      aws.call('sns', 'SetSubscriptionAttributes', {
        SubscriptionArn: outputs.AlarmSubscriptionArn,
        AttributeName: 'FilterPolicy',
        AttributeValue: '{"severity":["none"]}',
      }),
  },
];
