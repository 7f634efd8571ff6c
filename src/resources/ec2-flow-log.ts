import { ec2 } from '../aws/sdk';
import { defineResource } from '../engine/resource';
import { told } from '../engine/unjudged';
import { describeById } from './shared/describe-by-id';
import { ec2Arn } from './shared/ec2-arn';
import { flowLogDelivery } from './shared/flow-logs';
import { tagMap } from './shared/tags';

export const ec2FlowLog = defineResource({
  type: 'AWS::EC2::FlowLog',
  label: 'flow log',
  sdk: ec2,
  reads: ['ec2:DescribeFlowLogs'],
  notFound: ['InvalidFlowLogId.NotFound'],
  factsOf: (aws, targets) =>
    describeById(targets, {
      read: (ids) =>
        aws.list('DescribeFlowLogs', { Filter: [{ Name: 'flow-log-id', Values: ids }] }, (page) => page.FlowLogs),
      idOf: (log) => log.FlowLogId,
    }),
  facets: {
    identity: {
      fields: 'FlowLogId',
      read: async (log, aws) => {
        const id = told(log.FlowLogId, 'FlowLogId');
        return { arn: ec2Arn(aws, await aws.account(), 'vpc-flow-log', id), id };
      },
    },
    lifecycle: {
      fields: 'FlowLogStatus, DeliverLogsStatus, DeliverLogsErrorMessage',
      read: (log) => {
        const state = told(log.FlowLogStatus, 'FlowLogStatus');
        const { active, problem } = flowLogDelivery(log);
        return { state, available: active && problem === undefined, reason: problem };
      },
    },
    // EC2 leaves Tags out where there are none.
    tags: { fields: 'Tags', read: (log) => tagMap(log.Tags ?? []) },
    flowLogs: {
      fields: 'FlowLogStatus, TrafficType, LogDestinationType, LogDestination, LogGroupName, DeliverLogsStatus',
      read: (log) => ({ logs: [flowLogDelivery(log)] }),
    },
    attachments: {
      fields: 'ResourceId, FlowLogStatus',
      read: (log) => {
        const state = told(log.FlowLogStatus, 'FlowLogStatus');
        return { attachments: [{ to: told(log.ResourceId, 'ResourceId'), state, ready: state === 'ACTIVE' }] };
      },
    },
    executionRole: {
      fields: 'DeliverLogsPermissionArn',
      read: ({ DeliverLogsPermissionArn }) => ({ arn: DeliverLogsPermissionArn || undefined }),
    },
  },
});
