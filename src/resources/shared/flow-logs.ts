import type { FlowLog } from '@aws-sdk/client-ec2';
import type { ec2 } from '../../aws/sdk';
import { told } from '../../engine/unjudged';
import type { FlowLogDelivery, FlowLogs } from '../../facets';
import type { AwsOf } from './aws-of';

/** Flow logs of a VPC or a subnet. */
export async function flowLogsOf(aws: AwsOf<typeof ec2>, id: string): Promise<FlowLogs> {
  const Filter = [{ Name: 'resource-id', Values: [id] }];
  const logs = await aws.list('DescribeFlowLogs', { Filter }, (page) => page.FlowLogs);
  // A server that does not know the filter answers with the logs of its neighbours.
  return { logs: logs.filter(({ ResourceId }) => ResourceId === id).map(flowLogDelivery) };
}

/** One flow log as it delivers. */
export function flowLogDelivery(log: FlowLog): FlowLogDelivery {
  const failed = log.DeliverLogsStatus === 'FAILED';
  return {
    id: told(log.FlowLogId, 'FlowLogId'),
    trafficType: told(log.TrafficType, 'TrafficType'),
    // CloudWatch Logs is what AWS takes where no destination type was named.
    destinationType: log.LogDestinationType ?? 'cloud-watch-logs',
    destination: log.LogDestination || log.LogGroupName || undefined,
    active: told(log.FlowLogStatus, 'FlowLogStatus') === 'ACTIVE',
    ...(failed && { problem: log.DeliverLogsErrorMessage ?? 'DeliverLogsStatus FAILED' }),
  };
}
