// @ts-check

const {
  DeleteAlarmsCommand,
  DescribeAlarmsCommand,
  DisableAlarmActionsCommand,
  PutMetricAlarmCommand,
} = require('@aws-sdk/client-cloudwatch');
const {
  ListSubscriptionsByTopicCommand,
  SetTopicAttributesCommand,
  SubscribeCommand,
  UnsubscribeCommand,
} = require('@aws-sdk/client-sns');
const { policy } = require('../../policy');

/** @typedef {import('../../failure.js').Stack} Stack */

/**
 * Writes an alarm anew with some of it changed, as the console does.
 *
 * @param {string} output @param {(stack: Stack) => Partial<import('@aws-sdk/client-cloudwatch').PutMetricAlarmInput>} change
 * @returns {(stack: Stack) => Promise<unknown>}
 */
const changeAlarm = (output, change) => async (stack) => {
  const AlarmNames = [String(stack.outputs[output])];
  const { MetricAlarms } = await stack.client('cloudwatch').send(new DescribeAlarmsCommand({ AlarmNames }));
  const [alarm] = /** @type {import('@aws-sdk/client-cloudwatch').MetricAlarm[]} */ (MetricAlarms);
  const { AlarmName, AlarmDescription, Namespace, MetricName, Dimensions, Statistic, Period } = alarm ?? {};
  const { EvaluationPeriods, Threshold, ComparisonOperator, TreatMissingData, AlarmActions } = alarm ?? {};
  await stack.client('cloudwatch').send(
    new PutMetricAlarmCommand({
      AlarmName,
      AlarmDescription,
      Namespace,
      MetricName,
      Dimensions,
      Statistic,
      Period,
      EvaluationPeriods,
      Threshold,
      ComparisonOperator,
      TreatMissingData,
      AlarmActions,
      ...change(stack),
    }),
  );
};

/** @type {import('../../failure.js').Mistake[]} */
module.exports = [
  {
    name: 'the error alarm waits for a hundred errors',
    output: 'ProcessorErrorsAlarmName',
    test: 'alarms go off at the first error of the data processor',
    expected: '1',
    received: '100',
    apply: changeAlarm('ProcessorErrorsAlarmName', () => ({ Threshold: 100 })),
  },
  {
    name: 'the error alarm watches another function',
    output: 'ProcessorErrorsAlarmName',
    test: 'alarms go off at the first error of the data processor',
    expected: 'DataProcessorFunctionName',
    received: 'data-processor-prod',
    apply: changeAlarm('ProcessorErrorsAlarmName', () => ({
      Dimensions: [{ Name: 'FunctionName', Value: 'data-processor-prod' }],
    })),
  },
  {
    name: 'the alarm on denied access tells nobody',
    output: 'DeniedAccessAlarmName',
    test: 'alarms DeniedAccessAlarmName tells the security topic and nobody else',
    expected: 'zero-trust-security-dev',
    received: /no|none|nobody/,
    apply: changeAlarm('DeniedAccessAlarmName', () => ({ AlarmActions: [] })),
  },
  {
    name: 'the actions of the dead letter alarm were switched off for a night',
    output: 'DeadLettersAlarmName',
    test: 'alarms DeadLettersAlarmName tells the security topic and nobody else',
    expected: 'zero-trust-security-dev',
    received: /zero-trust-security-dev|off|ActionsEnabled/,
    apply: ({ client, outputs }) =>
      client('cloudwatch').send(new DisableAlarmActionsCommand({ AlarmNames: [String(outputs.DeadLettersAlarmName)] })),
  },
  {
    name: 'the dead letter alarm was deleted',
    output: 'DeadLettersAlarmName',
    test: 'alarms go off at the first dead letter',
    expected: 'exists',
    received: 'does not exist',
    apply: ({ client, outputs }) =>
      client('cloudwatch').send(new DeleteAlarmsCommand({ AlarmNames: [String(outputs.DeadLettersAlarmName)] })),
  },
  {
    name: 'the security topic lost its key',
    output: 'SecurityTopicArn',
    test: 'the security topic is encrypted with the logs key',
    expected: 'key/',
    received: 'no KmsMasterKeyId',
    apply: ({ client, outputs }) =>
      client('sns').send(
        new SetTopicAttributesCommand({
          TopicArn: String(outputs.SecurityTopicArn),
          AttributeName: 'KmsMasterKeyId',
          AttributeValue: '',
        }),
      ),
  },
  {
    name: 'the security team was unsubscribed',
    output: 'SecurityTopicArn',
    test: 'the security topic reaches the security team and nobody else',
    expected: 'security-oncall@example.com',
    received: /no |none|missing/,
    apply: async ({ client, outputs }) => {
      const TopicArn = String(outputs.SecurityTopicArn);
      const { Subscriptions } = await client('sns').send(new ListSubscriptionsByTopicCommand({ TopicArn }));
      for (const { SubscriptionArn } of /** @type {{ SubscriptionArn: string }[]} */ (Subscriptions)) {
        await client('sns').send(new UnsubscribeCommand({ SubscriptionArn }));
      }
    },
  },
  {
    name: 'somebody outside reads the security alarms',
    output: 'SecurityTopicArn',
    test: 'the security topic reaches the security team and nobody else',
    expected: 'security-oncall@example.com',
    received: 'someone@elsewhere.example',
    apply: ({ client, outputs }) =>
      client('sns').send(
        new SubscribeCommand({
          TopicArn: String(outputs.SecurityTopicArn),
          Protocol: 'email',
          Endpoint: 'someone@elsewhere.example',
        }),
      ),
  },
  {
    name: 'anybody may publish to the security topic',
    output: 'SecurityTopicArn',
    test: 'the security topic takes alarms of this account alone, over TLS',
    expected: /SecureTransport|TLS|insecure/,
    received: /sns:Publish|no /,
    apply: ({ client, outputs }) =>
      client('sns').send(
        new SetTopicAttributesCommand({
          TopicArn: String(outputs.SecurityTopicArn),
          AttributeName: 'Policy',
          AttributeValue: policy({
            Effect: 'Allow',
            Principal: '*',
            Action: 'sns:Publish',
            Resource: String(outputs.SecurityTopicArn),
          }),
        }),
      ),
  },
];
