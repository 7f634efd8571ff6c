// @ts-check

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
];
