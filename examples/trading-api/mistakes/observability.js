// @ts-check

const { allowing } = require('./policy');

/** @typedef {import('../../failure.js').Mistake} Mistake */

/**
 * Puts an alarm again, with a change.
 *
 * @param {string} output @param {object} change
 * @returns {Mistake['apply']}
 */
const changeAlarm =
  (output, change) =>
  async ({ aws, outputs }) => {
    const AlarmName = outputs[output];
    const { MetricAlarms } = await aws.call('cloudwatch', 'DescribeAlarms', { AlarmNames: [AlarmName] });
    const [alarm] = /** @type {Record<string, unknown>[]} */ (MetricAlarms);
    const kept = [
      'AlarmDescription',
      'Namespace',
      'MetricName',
      'Dimensions',
      'Statistic',
      'Period',
      'EvaluationPeriods',
      'DatapointsToAlarm',
      'Threshold',
      'ComparisonOperator',
      'TreatMissingData',
      'AlarmActions',
      'OKActions',
      'ActionsEnabled',
    ];
    const put = Object.fromEntries(kept.map((name) => [name, alarm?.[name]]));
    await aws.call('cloudwatch', 'PutMetricAlarm', { ...put, AlarmName, ...change });
  };

/** @type {Mistake[]} */
const observability = [
  {
    name: 'the log of the function is kept for a week',
    output: 'function-log-group',
    test: 'the log group of the function keeps its events for 30 days',
    expected: '30',
    received: '7',
    apply: ({ aws, outputs }) =>
      aws.call('cloudwatch-logs', 'PutRetentionPolicy', {
        logGroupName: outputs['function-log-group'],
        retentionInDays: 7,
      }),
  },
  {
    name: 'the log of the API is kept for ever',
    output: 'api-log-group',
    test: 'the log group of the API keeps its events for 30 days',
    expected: '30',
    received: /never|for ever|no/,
    apply: ({ aws, outputs }) =>
      aws.call('cloudwatch-logs', 'DeleteRetentionPolicy', { logGroupName: outputs['api-log-group'] }),
  },
  {
    name: 'the log of the VPC got the data key, which does not let CloudWatch Logs in',
    output: 'flow-log-group',
    test: 'the log group of the VPC has no key of its own, because it never holds card data',
    expected: 'not',
    received: 'key/',
    // Neither server has AssociateKmsKey, so the group is made anew.
    apply: async ({ aws, outputs }) => {
      const logGroupName = outputs['flow-log-group'];
      await aws.call('cloudwatch-logs', 'DeleteLogGroup', { logGroupName });
      await aws.call('cloudwatch-logs', 'CreateLogGroup', { logGroupName, kmsKeyId: outputs['data-key-arn'] });
      await aws.call('cloudwatch-logs', 'PutRetentionPolicy', { logGroupName, retentionInDays: 30 });
    },
  },
  {
    name: 'the log of the VPC is gone',
    output: 'flow-log-group',
    test: 'the log group of the VPC keeps its events for 30 days',
    expected: 'exists',
    received: 'does not exist',
    apply: ({ aws, outputs }) =>
      aws.call('cloudwatch-logs', 'DeleteLogGroup', { logGroupName: outputs['flow-log-group'] }),
  },
  {
    name: 'the alarm on errors of the API goes off at five hundred',
    output: 'api-errors-alarm-name',
    test: 'the alarm on server errors of the API goes off at five errors in a minute, three minutes out of five',
    expected: '5',
    received: '500',
    apply: changeAlarm('api-errors-alarm-name', { Threshold: 500 }),
  },
  {
    name: 'the alarm on errors of the API takes an hour',
    output: 'api-errors-alarm-name',
    test: 'the alarm on server errors of the API goes off at five errors in a minute, three minutes out of five',
    expected: 'EvaluationPeriods',
    received: '60',
    apply: changeAlarm('api-errors-alarm-name', { EvaluationPeriods: 60 }),
  },
  {
    name: 'the alarm on errors of the API is silent',
    output: 'api-errors-alarm-name',
    test: 'the alarm on server errors of the API tells the people on call when it goes off and when it is over',
    expected: '"ActionsEnabled": true',
    received: '"ActionsEnabled": false',
    apply: ({ aws, outputs }) =>
      aws.call('cloudwatch', 'DisableAlarmActions', { AlarmNames: [outputs['api-errors-alarm-name']] }),
  },
  {
    name: 'the alarm on the database tells nobody',
    output: 'database-capacity-alarm-name',
    test: 'the alarm on the capacity of the ledger database tells the people on call',
    expected: 'trading-alarms-dev',
    received: /no|none/,
    apply: changeAlarm('database-capacity-alarm-name', { AlarmActions: [] }),
  },
  {
    name: 'the alarm on the database watches another cluster',
    output: 'database-capacity-alarm-name',
    test: 'the alarm on the capacity of the ledger database goes off above 90 % for a quarter of an hour, and when nothing is heard',
    expected: 'trading-ledger-dev',
    received: 'trading-ledger-old',
    apply: changeAlarm('database-capacity-alarm-name', {
      Dimensions: [{ Name: 'DBClusterIdentifier', Value: 'trading-ledger-old' }],
    }),
  },
  {
    name: 'the alarm on the database was deleted',
    output: 'database-capacity-alarm-name',
    test: 'the alarm on the capacity of the ledger database tells the people on call',
    expected: 'exists',
    received: 'does not exist',
    apply: ({ aws, outputs }) =>
      aws.call('cloudwatch', 'DeleteAlarms', { AlarmNames: [outputs['database-capacity-alarm-name']] }),
  },
  {
    name: 'the topic is no longer encrypted',
    output: 'alarm-topic-arn',
    test: 'PCI DSS 10.4: somebody is told over an encrypted topic',
    expected: 'managed by CUSTOMER',
    received: 'no KMS key',
    apply: ({ aws, outputs }) =>
      aws.call('sns', 'SetTopicAttributes', {
        TopicArn: outputs['alarm-topic-arn'],
        AttributeName: 'KmsMasterKeyId',
        AttributeValue: '',
      }),
  },
  {
    name: 'nobody is on call any more',
    output: 'alarm-topic-arn',
    test: 'PCI DSS 10.4: somebody is told the people on call and nobody else',
    expected: 'trading-oncall@example.com',
    received: /no subscription|none|missing/,
    apply: ({ aws, resources }) =>
      aws.call('sns', 'Unsubscribe', { SubscriptionArn: resources.OnCallSubscription?.physicalId }),
  },
  {
    name: 'somebody else reads the alarms too',
    output: 'alarm-topic-arn',
    test: 'PCI DSS 10.4: somebody is told the people on call and nobody else',
    expected: 'trading-oncall@example.com',
    received: 'stranger@example.net',
    apply: ({ aws, outputs }) =>
      aws.call('sns', 'Subscribe', {
        TopicArn: outputs['alarm-topic-arn'],
        Protocol: 'email',
        Endpoint: 'stranger@example.net',
      }),
  },
  {
    name: 'everybody may publish alarms',
    output: 'alarm-topic-arn',
    test: 'PCI DSS 10.4: somebody is told by alarms of this account alone, and over TLS',
    expected: 'cloudwatch.amazonaws.com',
    received: 'sns:Publish',
    apply: ({ aws, outputs }) => {
      const document = JSON.parse(allowing('sns:Publish', String(outputs['alarm-topic-arn'])));
      document.Statement[0].Principal = '*';
      return aws.call('sns', 'SetTopicAttributes', {
        TopicArn: outputs['alarm-topic-arn'],
        AttributeName: 'Policy',
        AttributeValue: JSON.stringify(document),
      });
    },
  },
  {
    name: 'the alarm on errors of the API waits for errors in bytes',
    output: 'api-errors-alarm-name',
    test: 'the alarm on server errors of the API goes off at five errors in a minute, three minutes out of five',
    expected: 'Unit',
    received: 'Bytes',
    apply: changeAlarm('api-errors-alarm-name', { Unit: 'Bytes' }),
  },
  {
    name: 'the alarm on errors of the API watches one method alone',
    output: 'api-errors-alarm-name',
    test: 'the alarm on server errors of the API goes off at five errors in a minute, three minutes out of five',
    expected: 'Dimensions',
    received: 'a list of 3',
    apply: changeAlarm('api-errors-alarm-name', {
      Dimensions: [
        { Name: 'ApiName', Value: 'trading-api-dev' },
        { Name: 'Stage', Value: 'dev' },
        { Name: 'Method', Value: 'GET' },
      ],
    }),
  },
  {
    name: 'the alarm on the database goes off at once',
    output: 'database-capacity-alarm-name',
    test: 'the alarm on the capacity of the ledger database goes off above 90 % for a quarter of an hour, and when nothing is heard',
    expected: 'DatapointsToAlarm',
    received: '1',
    apply: changeAlarm('database-capacity-alarm-name', { DatapointsToAlarm: 1 }),
  },
];

module.exports = { observability };
