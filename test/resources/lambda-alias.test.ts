import {
  GetAliasCommand,
  GetFunctionConfigurationCommand,
  GetPolicyCommand,
  GetProvisionedConcurrencyConfigCommand,
  LambdaClient,
} from '@aws-sdk/client-lambda';
import { mockClient } from 'aws-sdk-client-mock';
import { lambdaAlias } from '../../src/resources/lambda-alias';
import { asking } from './answers';
import { refusal } from './refusal';

const lambda = mockClient(LambdaClient);
const { ask, exists } = asking('AWS::Lambda::Alias', [lambdaAlias]);

const arn = 'arn:aws:lambda:eu-west-1:123456789012:function:orders:live';
const live = { AliasArn: arn, Name: 'live', FunctionVersion: '3' };

beforeEach(() => {
  lambda.reset();
  lambda.on(GetAliasCommand, { FunctionName: 'orders', Name: 'live' }).resolves(live);
});

test.each([arn, 'orders:live', 'orders/live'])('%s is found', async (id) => {
  expect(await ask(id, 'identity')).toEqual({ arn, id: arn, name: 'live' });
  expect(await ask(id, 'lifecycle')).toEqual({ available: true });
  expect(await ask(id, 'aliasVersion')).toEqual({ functionName: 'orders', version: '3', otherVersions: {} });
});

test('a name alone does not say whose alias it is', async () => {
  await expect(ask('live', 'identity')).rejects.toThrow('does not say which function');
});

test('how long a call through it may take', async () => {
  lambda.on(GetFunctionConfigurationCommand, { FunctionName: arn }).resolves({ Timeout: 30 });
  expect(await ask(arn, 'invocable')).toEqual({ timeoutInSeconds: 30 });
});

test('shares of other versions', async () => {
  lambda.on(GetAliasCommand).resolves({ ...live, RoutingConfig: { AdditionalVersionWeights: { '4': 0.1 } } });
  expect(await ask(arn, 'aliasVersion')).toMatchObject({ otherVersions: { '4': 0.1 } });
});

test('provisioned concurrency, and none', async () => {
  lambda
    .on(GetProvisionedConcurrencyConfigCommand)
    .rejects(refusal('ProvisionedConcurrencyConfigNotFoundException', 404));
  expect(await ask(arn, 'provisionedConcurrency')).toEqual({ requested: 0, available: 0 });
  lambda.on(GetProvisionedConcurrencyConfigCommand, { FunctionName: 'orders', Qualifier: 'live' }).resolves({
    RequestedProvisionedConcurrentExecutions: 5,
    AvailableProvisionedConcurrentExecutions: 5,
    Status: 'READY',
  });
  expect(await ask(arn, 'provisionedConcurrency')).toMatchObject({ requested: 5, available: 5, status: 'READY' });
});

test('the policy of the alias, and none', async () => {
  lambda.on(GetPolicyCommand).rejects(refusal('ResourceNotFoundException', 404));
  expect((await ask(arn, 'resourcePolicy')).statements).toEqual([]);
  const Policy =
    '{"Statement":[{"Effect":"Allow","Principal":{"Service":"sns.amazonaws.com"},"Action":"lambda:InvokeFunction","Resource":"*"}]}';
  lambda.on(GetPolicyCommand, { FunctionName: 'orders', Qualifier: 'live' }).resolves({ Policy });
  expect(await ask(arn, 'invokePermission')).toMatchObject({
    arn,
    action: 'lambda:InvokeFunction',
    statements: [{ principals: { Service: ['sns.amazonaws.com'] } }],
  });
});

test('an alias that is gone does not exist', async () => {
  lambda.on(GetAliasCommand).rejects(refusal('ResourceNotFoundException', 404));
  expect(await exists(arn)).toBe(false);
});
