// @ts-check

const { policy } = require('../../policy');

/** @typedef {import('../../failure.js').Stack} Stack */

const alarmSettings = [
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

/** @param {Stack} stack @param {unknown} name @param {Record<string, unknown>} change */
async function changeAlarm({ aws }, name, change) {
  const { MetricAlarms } = await aws.call('cloudwatch', 'DescribeAlarms', { AlarmNames: [name] });
  const [alarm] = /** @type {Record<string, unknown>[]} */ (MetricAlarms);
  const put = Object.fromEntries(alarmSettings.map((setting) => [setting, alarm?.[setting]]));
  return aws.call('cloudwatch', 'PutMetricAlarm', { ...put, ...change });
}

const logGroups = 'AU-9, AU-11: logs are kept for a year under the logs key, and go nowhere else';

/** @type {import('../../failure.js').Mistake[]} */
module.exports = [
  {
    name: 'The logs of the service are kept for a week only',
    output: 'ServiceLogGroupName',
    test: `${logGroups} ServiceLogGroupName`,
    expected: '365',
    received: '7',
    apply: ({ aws, outputs }) =>
      aws.call('cloudwatch-logs', 'PutRetentionPolicy', {
        logGroupName: outputs.ServiceLogGroupName,
        retentionInDays: 7,
      }),
  },
  {
    name: 'The access log is made anew without its key',
    output: 'ApiAccessLogGroupName',
    test: `${logGroups} ApiAccessLogGroupName`,
    expected: 'key/',
    received: 'no KMS key',
    apply: async ({ aws, outputs }) => {
      const logGroupName = outputs.ApiAccessLogGroupName;
      await aws.call('cloudwatch-logs', 'DeleteLogGroup', { logGroupName });
      await aws.call('cloudwatch-logs', 'CreateLogGroup', { logGroupName });
      await aws.call('cloudwatch-logs', 'PutRetentionPolicy', { logGroupName, retentionInDays: 365 });
    },
  },
  {
    name: 'The log of the database is deleted',
    output: 'DatabaseLogGroupName',
    test: `${logGroups} DatabaseLogGroupName`,
    expected: /exists/,
    received: /does not exist/,
    apply: ({ aws, outputs }) =>
      aws.call('cloudwatch-logs', 'DeleteLogGroup', { logGroupName: outputs.DatabaseLogGroupName }),
  },
  {
    name: 'The log of the database feeds a metric that nobody asked for',
    output: 'DatabaseLogGroupName',
    test: `${logGroups} DatabaseLogGroupName`,
    expected: /not/,
    received: 'queries',
    apply: ({ aws, outputs }) =>
      aws.call('cloudwatch-logs', 'PutMetricFilter', {
        logGroupName: outputs.DatabaseLogGroupName,
        filterName: 'queries',
        filterPattern: 'statement',
        metricTransformations: [{ metricName: 'queries', metricNamespace: 'Somebody', metricValue: '1' }],
      }),
  },
  {
    name: 'The flow log is deleted',
    output: 'VpcId',
    test: 'AU-12: the network records all traffic of the VPC',
    expected: 'ALL',
    received: /no flow log|none/i,
    apply: ({ aws, outputs }) => aws.call('ec2', 'DeleteFlowLogs', { FlowLogIds: [outputs.VpcFlowLogId] }),
  },
  {
    name: 'Flow logs may take their role only from where they never are',
    output: 'FlowLogRoleArn',
    test: 'AU-12: the network lets flow logs alone take their role, which may do nothing else',
    expected: 'vpc-flow-logs.amazonaws.com',
    received: '192.0.2.0/24',
    apply: ({ aws }) =>
      aws.call('iam', 'UpdateAssumeRolePolicy', {
        RoleName: 'fedramp-monitoring-flow-logs-dev',
        PolicyDocument: policy({
          Effect: 'Allow',
          Principal: { Service: 'vpc-flow-logs.amazonaws.com' },
          Action: 'sts:AssumeRole',
          Condition: { IpAddress: { 'aws:SourceIp': '192.0.2.0/24' } },
        }),
      }),
  },
  {
    name: 'The alarm on the CPU goes off far too late',
    output: 'DatabaseCpuAlarmName',
    test: 'SI-4: alarms go off when the database is short of CPU',
    expected: '80',
    received: '99',
    apply: (stack) => changeAlarm(stack, stack.outputs.DatabaseCpuAlarmName, { Threshold: 99 }),
  },
  {
    name: 'The alarm on the CPU looks at a unit in which RDS publishes nothing',
    output: 'DatabaseCpuAlarmName',
    test: 'SI-4: alarms go off when the database is short of CPU',
    expected: 'null',
    received: 'Bytes',
    apply: (stack) => changeAlarm(stack, stack.outputs.DatabaseCpuAlarmName, { Unit: 'Bytes' }),
  },
  {
    name: 'The alarm on the space of the database looks at the upper values alone',
    output: 'DatabaseStorageAlarmName',
    test: 'SI-4: alarms go off when the database is short of space',
    expected: 'Minimum',
    received: /p99|Average|no |none|nothing/i,
    apply: (stack) =>
      changeAlarm(stack, stack.outputs.DatabaseStorageAlarmName, { Statistic: undefined, ExtendedStatistic: 'p99' }),
  },
  {
    name: 'The alarm on the tasks is silenced',
    output: 'ServiceTasksAlarmName',
    test: 'SI-4: alarms ServiceTasksAlarmName tells the topic, and nobody else, that it went off and that it is over',
    expected: 'fedramp-monitoring-alarms-dev',
    received: /./,
    apply: ({ aws, outputs }) =>
      aws.call('cloudwatch', 'DisableAlarmActions', { AlarmNames: [outputs.ServiceTasksAlarmName] }),
  },
  {
    name: 'The alarm on the API tells nobody',
    output: 'ApiErrorsAlarmName',
    test: 'SI-4: alarms ApiErrorsAlarmName tells the topic, and nobody else, that it went off and that it is over',
    expected: 'fedramp-monitoring-alarms-dev',
    received: /no/,
    apply: (stack) => changeAlarm(stack, stack.outputs.ApiErrorsAlarmName, { AlarmActions: [] }),
  },
  {
    name: 'The topic of the alarms loses its key',
    output: 'AlarmTopicArn',
    test: 'IR-6: the alarm topic is encrypted with the data key',
    expected: 'key/',
    received: /no /,
    apply: ({ aws, outputs }) =>
      aws.call('sns', 'SetTopicAttributes', {
        TopicArn: outputs.AlarmTopicArn,
        AttributeName: 'KmsMasterKeyId',
        AttributeValue: '',
      }),
  },
  {
    name: 'The security operations centre is no longer subscribed',
    output: 'AlarmTopicArn',
    test: 'IR-6: the alarm topic tells the security operations centre, and nobody else',
    expected: 'soc-oncall@example.com',
    received: /missing.*soc-oncall@example\.com/,
    apply: ({ aws, resources }) =>
      aws.call('sns', 'Unsubscribe', { SubscriptionArn: resources.OncallSubscription?.physicalId }),
  },
  {
    name: 'Anybody may publish to the topic of the alarms',
    output: 'AlarmTopicArn',
    test: 'IR-6: the alarm topic takes messages of alarms of this account over TLS, and no others',
    expected: 'cloudwatch.amazonaws.com',
    received: '*',
    apply: ({ aws, outputs }) =>
      aws.call('sns', 'SetTopicAttributes', {
        TopicArn: outputs.AlarmTopicArn,
        AttributeName: 'Policy',
        AttributeValue: policy({
          Effect: 'Allow',
          Principal: '*',
          Action: 'sns:Publish',
          Resource: outputs.AlarmTopicArn,
        }),
      }),
  },
];
