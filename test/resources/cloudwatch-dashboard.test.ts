import { CloudWatchClient, GetDashboardCommand } from '@aws-sdk/client-cloudwatch';
import { mockClient } from 'aws-sdk-client-mock';
import { cloudwatchDashboard } from '../../src/resources/cloudwatch-dashboard';
import { asking } from './answers';
import { refusal } from './refusal';

const cloudwatch = mockClient(CloudWatchClient);
const { ask, exists } = asking('AWS::CloudWatch::Dashboard', [cloudwatchDashboard]);
const arn = 'arn:aws:cloudwatch::123456789012:dashboard/orders';
const body = {
  widgets: [
    {
      type: 'metric',
      properties: {
        title: 'Load',
        metrics: [
          ['AWS/EC2', 'CPUUtilization', 'InstanceId', 'i-1', { stat: 'Average' }],
          ['.', 'NetworkIn', '.', 'i-1'],
          ['...', 'i-2'],
          [{ expression: 'm1 + m2' }],
        ],
      },
    },
    { type: 'text', properties: { markdown: '# Orders' } },
    { type: 'alarm' },
  ],
};
const answer = (DashboardBody?: string) => ({ DashboardName: 'orders', DashboardArn: arn, DashboardBody });

beforeEach(() => {
  cloudwatch.reset();
  cloudwatch.on(GetDashboardCommand, { DashboardName: 'orders' }).resolves(answer(JSON.stringify(body)));
});

test.each(['orders', arn])('%s', async (id) => {
  expect(await ask(id, 'identity')).toEqual({ arn, id: 'orders' });
  expect(await ask(id, 'lifecycle')).toEqual({ available: true });
});

test('widgets, with the short forms of metrics spelled out', async () => {
  expect(await ask('orders', 'widgets')).toEqual({
    widgets: [
      { type: 'metric', title: 'Load', metrics: ['AWS/EC2 CPUUtilization', 'AWS/EC2 NetworkIn'] },
      { type: 'text', metrics: [] },
      { type: 'alarm', metrics: [] },
    ],
  });
  expect(await ask('orders', 'config')).toMatchObject({ DashboardName: 'orders', DashboardBody: body });
});

test('an empty dashboard, and a body that is no JSON', async () => {
  cloudwatch.on(GetDashboardCommand).resolves(answer('{}'));
  expect(await ask('orders', 'widgets')).toEqual({ widgets: [] });
  cloudwatch.on(GetDashboardCommand).resolves(answer('{"widgets"'));
  await expect(ask('orders', 'widgets')).rejects.toMatchObject({ data: { cause: 'broken answer' } });
});

test.each(['ResourceNotFound', 'DashboardNotFoundError'])('%s is not found', async (code) => {
  cloudwatch.on(GetDashboardCommand).rejects(refusal(code, 404));
  expect(await exists('orders')).toBe(false);
});
