import { DescribeStateMachineCommand, ListTagsForResourceCommand, SFNClient } from '@aws-sdk/client-sfn';
import { mockClient } from 'aws-sdk-client-mock';
import { stepfunctionsStateMachine } from '../../src/resources/stepfunctions-state-machine';
import { asking } from './answers';
import { refusal } from './refusal';

const sfn = mockClient(SFNClient);
const { ask, exists } = asking('AWS::StepFunctions::StateMachine', [stepfunctionsStateMachine]);

const arn = 'arn:aws:states:eu-west-1:123456789012:stateMachine:orders';
const fn = 'arn:aws:lambda:eu-west-1:123456789012:function:charge';
const definition = {
  StartAt: 'Charge',
  States: {
    Charge: { Type: 'Task', Resource: 'arn:aws:states:::lambda:invoke', Parameters: { FunctionName: fn } },
    Each: { Type: 'Map', Iterator: { States: { Ship: { Type: 'Pass', End: true } } }, End: true },
    Both: { Type: 'Parallel', Branches: [{ States: { Left: { Type: 'Pass' } } }] },
  },
};
const minimal = {
  stateMachineArn: arn,
  name: 'orders',
  status: 'ACTIVE' as const,
  type: 'STANDARD' as const,
  definition: JSON.stringify(definition),
  roleArn: 'arn:aws:iam::123456789012:role/orders',
  creationDate: new Date(0),
};

beforeEach(() => {
  sfn.reset();
  sfn.on(DescribeStateMachineCommand, { stateMachineArn: arn }).resolves(minimal);
});

test.each([arn, 'orders'])('%s is found', async (id) => {
  expect(await ask(id, 'identity')).toEqual({ arn, id: arn, name: 'orders' });
  expect(await ask(id, 'lifecycle')).toEqual({ state: 'ACTIVE', available: true });
  expect(await ask(id, 'executionRole')).toEqual({ arn: minimal.roleArn });
});

test('what a machine without settings does', async () => {
  expect(await ask(arn, 'tracing')).toMatchObject({ enabled: false });
  expect(await ask(arn, 'encryption')).toEqual({ kind: 'service-owned', mode: 'AWS_OWNED_KEY' });
  expect(await ask(arn, 'executionLogs')).toEqual({
    enabled: false,
    level: 'OFF',
    includesData: false,
    destinations: [],
  });
  expect(await ask(arn, 'workflow')).toEqual({
    type: 'STANDARD',
    states: ['Charge', 'Each', 'Both', 'Ship', 'Left'],
    calls: ['arn:aws:states:::lambda:invoke', fn],
  });
});

test('a machine with everything', async () => {
  const logGroupArn = 'arn:aws:logs:eu-west-1:123456789012:log-group:orders:*';
  sfn.on(DescribeStateMachineCommand).resolves({
    ...minimal,
    type: 'EXPRESS',
    status: 'DELETING',
    tracingConfiguration: { enabled: true },
    encryptionConfiguration: { type: 'CUSTOMER_MANAGED_KMS_KEY', kmsKeyId: 'alias/orders' },
    loggingConfiguration: {
      level: 'ALL',
      includeExecutionData: true,
      destinations: [{ cloudWatchLogsLogGroup: { logGroupArn } }],
    },
  });
  sfn.on(ListTagsForResourceCommand, { resourceArn: arn }).resolves({ tags: [{ key: 'team', value: 'orders' }] });
  expect(await ask(arn, 'lifecycle')).toEqual({ state: 'DELETING', available: false });
  expect(await ask(arn, 'tracing')).toMatchObject({ enabled: true });
  expect(await ask(arn, 'encryption')).toMatchObject({ kind: 'kms', key: { id: 'alias/orders' } });
  expect(await ask(arn, 'executionLogs')).toMatchObject({ enabled: true, level: 'ALL', destinations: [logGroupArn] });
  expect(await ask(arn, 'tags')).toEqual({ team: 'orders' });
});

test('a definition that cannot be read is not judged, and a machine that is gone does not exist', async () => {
  sfn.on(DescribeStateMachineCommand).resolves({ ...minimal, definition: '{' });
  await expect(ask(arn, 'workflow')).rejects.toThrow('definition that is no JSON');
  sfn.on(DescribeStateMachineCommand).rejects(refusal('StateMachineDoesNotExist'));
  expect(await exists(arn)).toBe(false);
});
