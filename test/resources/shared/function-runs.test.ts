import { CloudWatchClient, GetMetricStatisticsCommand } from '@aws-sdk/client-cloudwatch';
import { GetFunctionConfigurationCommand, LambdaClient } from '@aws-sdk/client-lambda';
import { mockClient } from 'aws-sdk-client-mock';
import { lambdaFunction } from '../../../src/resources/lambda-function';
import { asking } from '../answers';

const lambda = mockClient(LambdaClient);
const cloudWatch = mockClient(CloudWatchClient);
const { ask } = asking('AWS::Lambda::Function', [lambdaFunction]);

const ten = new Date('2026-03-01T10:00:00Z');
const half = new Date('2026-03-01T10:30:00Z');
const sums = (MetricName: string, ...points: [Date, number][]) =>
  cloudWatch.on(GetMetricStatisticsCommand, { Namespace: 'AWS/Lambda', MetricName }).resolves({
    Label: MetricName,
    Datapoints: points.map(([Timestamp, Sum]) => ({ Timestamp, Sum, Unit: 'Count' })),
  });

beforeEach(() => {
  lambda.reset();
  cloudWatch.reset();
  lambda.on(GetFunctionConfigurationCommand).resolves({ FunctionName: 'orders' });
});

test('the calls of a day, in order, with those that failed', async () => {
  sums('Invocations', [half, 1], [ten, 3]);
  sums('Errors', [ten, 2], [half, 0]);
  expect(await ask('orders', 'functionRuns')).toEqual({
    periods: [
      { startedAt: ten.toISOString(), lengthInSeconds: 300, invocations: 3, errors: 2 },
      { startedAt: half.toISOString(), lengthInSeconds: 300, invocations: 1, errors: 0 },
    ],
  });
  const [first] = cloudWatch.commandCalls(GetMetricStatisticsCommand);
  const { StartTime, EndTime, Dimensions, Statistics } = first?.args[0].input ?? {};
  expect(Number(EndTime) - Number(StartTime)).toBe(86_400_000);
  expect({ Dimensions, Statistics }).toEqual({
    Dimensions: [{ Name: 'FunctionName', Value: 'orders' }],
    Statistics: ['Sum'],
  });
});

test('a function that nobody called', async () => {
  sums('Invocations');
  sums('Errors');
  expect(await ask('orders', 'functionRuns')).toEqual({ periods: [] });
});

test('an answer without datapoints is not an answer of none', async () => {
  cloudWatch.on(GetMetricStatisticsCommand).resolves({});
  await expect(ask('orders', 'functionRuns')).rejects.toThrow('Datapoints');
});
