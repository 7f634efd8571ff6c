// @ts-check

const { readFileSync, writeFileSync } = require('node:fs');
const {
  DeleteAlarmsCommand,
  DescribeAlarmsCommand,
  DisableAlarmActionsCommand,
  PutMetricAlarmCommand,
} = require('@aws-sdk/client-cloudwatch');
const {
  CreateLogGroupCommand,
  DeleteLogGroupCommand,
  DeleteMetricFilterCommand,
  DeleteRetentionPolicyCommand,
  PutMetricFilterCommand,
  PutRetentionPolicyCommand,
  PutSubscriptionFilterCommand,
} = require('@aws-sdk/client-cloudwatch-logs');
const { DeleteFlowLogsCommand } = require('@aws-sdk/client-ec2');
const {
  ListSubscriptionsByTopicCommand,
  SetTopicAttributesCommand,
  SubscribeCommand,
  UnsubscribeCommand,
} = require('@aws-sdk/client-sns');

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

/** @param {(outputs: Record<string, unknown>) => Record<string, unknown>} change @returns {(stack: Stack) => Promise<unknown>} */
const changeOutputs =
  (change) =>
  async ({ outputsFile }) =>
    writeFileSync(outputsFile, JSON.stringify(change(JSON.parse(readFileSync(outputsFile, 'utf8')))));

/** @type {import('../../failure.js').Mistake[]} */
module.exports = [
  {
    name: 'the flow log of the VPC was deleted',
    output: 'VpcFlowLogId',
    test: 'flow logs record all traffic of the VPC',
    expected: 'exists',
    received: 'does not exist',
    apply: ({ client, outputs }) =>
      client('ec2').send(new DeleteFlowLogsCommand({ FlowLogIds: [String(outputs.VpcFlowLogId)] })),
  },
  {
    name: 'flow logs are thrown away after a day',
    output: 'FlowLogGroupName',
    test: 'the flow log group is kept for a year',
    expected: '365 d',
    received: '1 d',
    apply: ({ client, outputs }) =>
      client('cloudwatch-logs').send(
        new PutRetentionPolicyCommand({ logGroupName: String(outputs.FlowLogGroupName), retentionInDays: 1 }),
      ),
  },
  {
    name: 'the log of the data processor is kept for ever',
    output: 'DataProcessorLogGroupName',
    test: 'the log of the data processor is kept for a year',
    expected: '365 d',
    received: 'for ever',
    apply: ({ client, outputs }) =>
      client('cloudwatch-logs').send(
        new DeleteRetentionPolicyCommand({ logGroupName: String(outputs.DataProcessorLogGroupName) }),
      ),
  },
  {
    name: 'the log of the data processor was made anew by hand, without the key',
    output: 'DataProcessorLogGroupName',
    test: 'the log of the data processor is encrypted with the logs key',
    expected: 'key/',
    received: 'service key',
    apply: async ({ client, outputs }) => {
      const logGroupName = String(outputs.DataProcessorLogGroupName);
      await client('cloudwatch-logs').send(new DeleteLogGroupCommand({ logGroupName }));
      await client('cloudwatch-logs').send(new CreateLogGroupCommand({ logGroupName }));
      await client('cloudwatch-logs').send(new PutRetentionPolicyCommand({ logGroupName, retentionInDays: 365 }));
    },
  },
  {
    name: 'somebody streams the log of the data processor to a function',
    output: 'DataProcessorLogGroupName',
    test: 'the log of the data processor is sent nowhere else',
    expected: /no|subscription filter/,
    received: 'data-processor-dev',
    apply: ({ client, outputs, resources }) =>
      client('cloudwatch-logs').send(
        new PutSubscriptionFilterCommand({
          logGroupName: String(outputs.DataProcessorLogGroupName),
          filterName: 'forwarder',
          filterPattern: '',
          destinationArn: String(resources.DataProcessor?.attributes.Arn),
        }),
      ),
  },
  {
    name: 'the flow log group was deleted',
    output: 'FlowLogGroupName',
    test: 'the flow log group is kept for a year',
    expected: 'exists',
    received: 'does not exist',
    apply: ({ client, outputs }) =>
      client('cloudwatch-logs').send(new DeleteLogGroupCommand({ logGroupName: String(outputs.FlowLogGroupName) })),
  },
  {
    name: 'nobody counts denied access any more',
    output: 'DeniedAccessMetricFilterName',
    test: 'denied access in the log of the data processor is counted',
    expected: 'exists',
    received: 'does not exist',
    apply: ({ client, outputs }) =>
      client('cloudwatch-logs').send(
        new DeleteMetricFilterCommand({
          logGroupName: String(outputs.DataProcessorLogGroupName),
          filterName: 'zero-trust-denied-access-dev',
        }),
      ),
  },
  {
    name: 'denied access counts as nothing',
    output: 'DeniedAccessMetricFilterName',
    test: 'denied access in the log of the data processor is counted',
    expected: '1',
    received: '0',
    apply: ({ client, outputs }) =>
      client('cloudwatch-logs').send(
        new PutMetricFilterCommand({
          logGroupName: String(outputs.DataProcessorLogGroupName),
          filterName: String(outputs.DeniedAccessMetricFilterName),
          filterPattern: '?AccessDenied ?AccessDeniedException',
          metricTransformations: [
            { metricNamespace: 'ZeroTrust/Processing', metricName: 'DeniedAccess', metricValue: '0', defaultValue: 0 },
          ],
        }),
      ),
  },
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
          AttributeValue: JSON.stringify({
            Version: '2012-10-17',
            Statement: [
              { Effect: 'Allow', Principal: '*', Action: 'sns:Publish', Resource: String(outputs.SecurityTopicArn) },
            ],
          }),
        }),
      ),
  },
  {
    name: 'the deployment no longer tells the name of the data bucket',
    output: 'DataBucketName',
    test: 'the deployment has told everything that others build on',
    expected: 'DataBucketName',
    received: /no such output|missing|DataBucketName/,
    apply: changeOutputs(({ DataBucketName, ...outputs }) => outputs),
  },
  {
    name: 'the logs key is told as unknown',
    output: 'LogsKeyArn',
    test: 'the deployment has told everything that others build on',
    expected: 'LogsKeyArn',
    received: /unknown|placeholder/,
    apply: changeOutputs((outputs) => ({ ...outputs, LogsKeyArn: 'unknown' })),
  },
];
