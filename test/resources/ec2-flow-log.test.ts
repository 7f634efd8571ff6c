import { DescribeFlowLogsCommand, EC2Client, type FlowLog } from '@aws-sdk/client-ec2';
import { mockClient } from 'aws-sdk-client-mock';
import { ec2FlowLog } from '../../src/resources/ec2-flow-log';
import { asking } from './answers';

const ec2 = mockClient(EC2Client);
const { ask, exists } = asking('AWS::EC2::FlowLog', [ec2FlowLog]);

const minimal: FlowLog = { FlowLogId: 'fl-1', FlowLogStatus: 'ACTIVE', ResourceId: 'vpc-1', TrafficType: 'ALL' };
const typical: FlowLog = {
  ...minimal,
  DeliverLogsStatus: 'SUCCESS',
  DeliverLogsPermissionArn: 'arn:aws:iam::123456789012:role/flow',
  LogDestinationType: 's3',
  LogDestination: 'arn:aws:s3:::traffic/vpc',
  Tags: [{ Key: 'Name', Value: 'vpc' }],
};

beforeEach(() => ec2.reset());

test('a flow log answers', async () => {
  ec2.on(DescribeFlowLogsCommand, { Filter: [{ Name: 'flow-log-id', Values: ['fl-1'] }] }).resolves({
    FlowLogs: [{ ...minimal, FlowLogId: 'fl-2' }, typical],
  });
  expect(await ask('fl-1', 'identity')).toEqual({
    arn: 'arn:aws:ec2:eu-west-1:123456789012:vpc-flow-log/fl-1',
    id: 'fl-1',
  });
  expect(await ask('fl-1', 'lifecycle')).toEqual({ state: 'ACTIVE', available: true });
  expect(await ask('fl-1', 'tags')).toEqual({ Name: 'vpc' });
  expect(await ask('fl-1', 'attachments')).toEqual({ attachments: [{ to: 'vpc-1', state: 'ACTIVE', ready: true }] });
  expect(await ask('fl-1', 'executionRole')).toEqual({ arn: 'arn:aws:iam::123456789012:role/flow' });
  expect(await ask('fl-1', 'flowLogs')).toEqual({
    logs: [
      { id: 'fl-1', trafficType: 'ALL', destinationType: 's3', destination: 'arn:aws:s3:::traffic/vpc', active: true },
    ],
  });
});

test('a flow log that cannot deliver is active and not available', async () => {
  const DeliverLogsErrorMessage = 'Access error';
  ec2.on(DescribeFlowLogsCommand).resolves({
    FlowLogs: [{ ...minimal, LogGroupName: 'traffic', DeliverLogsStatus: 'FAILED', DeliverLogsErrorMessage }],
  });
  expect(await ask('fl-1', 'lifecycle')).toEqual({ state: 'ACTIVE', available: false, reason: 'Access error' });
  expect(await ask('fl-1', 'flowLogs')).toMatchObject({
    logs: [{ destinationType: 'cloud-watch-logs', destination: 'traffic', problem: 'Access error' }],
  });
});

test('a flow log that is not listed does not exist', async () => {
  ec2.on(DescribeFlowLogsCommand).resolves({ FlowLogs: [minimal] });
  expect(await exists('fl-9')).toBe(false);
});
