// biome-ignore-all lint/suspicious/noTemplateCurlyInString: sub() takes placeholders as CloudFormation spells them
import { PutDashboardCommand, SetAlarmStateCommand } from '@aws-sdk/client-cloudwatch';
import { CreateLogStreamCommand, PutLogEventsCommand } from '@aws-sdk/client-cloudwatch-logs';
import { ref, sub } from '../../../../deploy';
import type { Deployed } from '../../../live/area';
import { allowService, policy } from '../../../live/declarations';
import type { Topic } from '../row';

const rule = (properties: object) => ({ type: 'AWS::Events::Rule', properties });
const outputs = {
  ReportRuleArn: ref('ReportRule.Arn'),
  ReportQueueUrl: ref('ReportQueue'),
  ReportTopicArn: ref('ReportTopic'),
  ReportParameterName: ref('ReportParameter'),
  ReportDashboardName: sub('${AWS::StackName}-report'),
};

/** A schedule that feeds a queue, a topic before it, a parameter, a dashboard, log events, states of alarms. */
export const event: Topic = {
  on: ['ministack'],
  healthy: {
    resources: {
      ReportQueue: {
        type: 'AWS::SQS::Queue',
        properties: {
          VisibilityTimeout: 120,
          ReceiveMessageWaitTimeSeconds: 20,
          MessageRetentionPeriod: 1_209_600,
          SqsManagedSseEnabled: true,
        },
      },
      ReportQueuePolicy: {
        type: 'AWS::SQS::QueuePolicy',
        properties: {
          Queues: [ref('ReportQueue')],
          PolicyDocument: policy(
            allowService('events', 'sqs:SendMessage', ref('ReportQueue.Arn')),
            allowService('sns', 'sqs:SendMessage', ref('ReportQueue.Arn')),
          ),
        },
      },
      ReportRule: rule({
        ScheduleExpression: 'rate(5 minutes)',
        State: 'ENABLED',
        Targets: [{ Id: 'queue', Arn: ref('ReportQueue.Arn') }],
      }),
      ReportTopic: {
        type: 'AWS::SNS::Topic',
        properties: { Subscription: [{ Protocol: 'sqs', Endpoint: ref('ReportQueue.Arn') }] },
      },
      ReportParameter: {
        type: 'AWS::SSM::Parameter',
        properties: { Name: '/healthy/report/token', Type: 'SecureString', Value: 'rotated' },
      },
    },
    outputs,
  },
  broken: {
    resources: {
      ReportQueue: {
        type: 'AWS::SQS::Queue',
        properties: { VisibilityTimeout: 30, MessageRetentionPeriod: 3600, SqsManagedSseEnabled: true },
      },
      ReportRule: rule({ ScheduleExpression: 'rate(1 day)', State: 'DISABLED' }),
      // It is subscribed, and the queue has no policy that lets it in.
      ReportTopic: {
        type: 'AWS::SNS::Topic',
        properties: { Subscription: [{ Protocol: 'sqs', Endpoint: ref('ReportQueue.Arn') }] },
      },
      ReportParameter: {
        type: 'AWS::SSM::Parameter',
        properties: { Name: '/broken/report/token', Type: 'String', Value: 'changeme' },
      },
    },
    outputs,
  },
  afterwards: async (healthy, broken) => {
    await putDashboard(healthy, {
      type: 'metric',
      properties: { title: 'Errors', region: 'us-east-1', metrics: [['AWS/Lambda', 'Errors']] },
    });
    await putDashboard(broken, { type: 'text', properties: { markdown: 'to be done' } });
    await setAlarm(healthy, 'OK');
    await setAlarm(broken, 'ALARM');
    await putLogEvent(healthy);
  },
};

async function putDashboard({ client, outputs: known }: Deployed, widget: object): Promise<void> {
  const place = { x: 0, y: 0, width: 6, height: 6 };
  const DashboardBody = JSON.stringify({ widgets: [{ ...place, ...widget }] });
  const DashboardName = String(known.ReportDashboardName);
  await client('cloudwatch').send(new PutDashboardCommand({ DashboardName, DashboardBody }));
}

async function setAlarm({ client, outputs: known }: Deployed, StateValue: 'OK' | 'ALARM'): Promise<void> {
  const AlarmName = String(known.AlarmName);
  await client('cloudwatch').send(new SetAlarmStateCommand({ AlarmName, StateValue, StateReason: 'as measured' }));
}

async function putLogEvent({ client, outputs: known }: Deployed): Promise<void> {
  const place = { logGroupName: String(known.LogGroupName), logStreamName: 'first' };
  await client('cloudwatch-logs').send(new CreateLogStreamCommand(place));
  const logEvents = [{ timestamp: Date.now(), message: 'started' }];
  await client('cloudwatch-logs').send(new PutLogEventsCommand({ ...place, logEvents }));
}
