import { APIGatewayClient, GetRestApisCommand, GetStageCommand, GetStagesCommand } from '@aws-sdk/client-api-gateway';
import { GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts';
import { mockClient } from 'aws-sdk-client-mock';
import { Ledger } from '../../src/aws/ledger';
import { LiveAccount } from '../../src/aws/live-account';
import { typesByName } from '../../src/engine/resource';
import { apigatewayStage } from '../../src/resources/apigateway-stage';
import { asking } from './answers';
import { refusal } from './refusal';

const gateway = mockClient(APIGatewayClient);
const { ask, exists } = asking('AWS::ApiGateway::Stage', [apigatewayStage]);

const arn = 'arn:aws:apigateway:eu-west-1::/restapis/a1b2c3d4e5/stages/prod';
const prod = { stageName: 'prod', deploymentId: 'd1' };

beforeEach(() => {
  gateway.reset();
  gateway.on(GetStageCommand).rejects(refusal('NotFoundException', 404));
  gateway.on(GetStageCommand, { restApiId: 'a1b2c3d4e5', stageName: 'prod' }).resolves(prod);
});

test.each([
  arn,
  'a1b2c3d4e5/prod',
  'a1b2c3d4e5|prod',
  'ags-a1b2c3d4e5-prod',
  'https://a1b2c3d4e5.execute-api.eu-west-1.amazonaws.com/prod/orders',
])('%s is found', async (id) => {
  expect(await ask(id, 'identity')).toEqual({ arn, id: 'prod' });
});

test('a bare name is looked for in all APIs', async () => {
  gateway.on(GetRestApisCommand).resolves({ items: [{ id: 'zzzzzzzzzz' }, { id: 'a1b2c3d4e5' }] });
  gateway.on(GetStagesCommand, { restApiId: 'zzzzzzzzzz' }).resolves({ item: [{ stageName: 'dev' }] });
  gateway.on(GetStagesCommand, { restApiId: 'a1b2c3d4e5' }).resolves({ item: [prod] });
  expect(await ask('prod', 'identity')).toEqual({ arn, id: 'prod' });
  expect(await exists('gone')).toBe(false);
  gateway.on(GetStagesCommand).resolves({ item: [prod] });
  await expect(ask('prod', 'identity')).rejects.toThrow('2 REST APIs have a stage prod: zzzzzzzzzz, a1b2c3d4e5');
});

test('stages of one name in two APIs are told apart within a run', async () => {
  mockClient(STSClient).on(GetCallerIdentityCommand).resolves({ Account: '123456789012' });
  gateway.on(GetStageCommand, { restApiId: 'a1b2c3d4e5' }).resolves({ ...prod, tracingEnabled: true });
  gateway.on(GetStageCommand, { restApiId: 'zzzzzzzzzz' }).resolves({ ...prod, tracingEnabled: false });
  const account = new LiveAccount(typesByName([apigatewayStage]), { region: 'eu-west-1' }, new Ledger());
  const tracing = async (value: string) => {
    const target = { type: apigatewayStage.type, id: 'prod', identifier: 'arn', value, region: 'eu-west-1' };
    return (await account.facet(target, 'tracing')).value.enabled;
  };
  expect(await tracing(arn)).toBe(true);
  expect(await tracing(arn.replace('a1b2c3d4e5', 'zzzzzzzzzz'))).toBe(false);
  account.destroy();
});

test('a stage without settings', async () => {
  expect(await ask(arn, 'lifecycle')).toEqual({ available: true });
  expect(await ask(arn, 'tracing')).toMatchObject({ enabled: false });
  expect(await ask(arn, 'accessLogging')).toEqual({ enabled: false });
  expect(await ask(arn, 'executionLogs')).toEqual({
    enabled: false,
    level: 'OFF',
    includesData: false,
    destinations: [],
  });
  expect(await ask(arn, 'throttling')).toEqual({});
  expect(await ask(arn, 'attachedWebAcl')).toEqual({});
  expect(await ask(arn, 'tags')).toEqual({});
});

test('a stage with everything', async () => {
  gateway.on(GetStageCommand).resolves({
    ...prod,
    tracingEnabled: true,
    accessLogSettings: { destinationArn: 'arn:logs', format: '$context.requestId' },
    methodSettings: {
      '*/*': { loggingLevel: 'INFO', dataTraceEnabled: true, throttlingRateLimit: 100, throttlingBurstLimit: 50 },
    },
    webAclArn: 'arn:acl',
    tags: { team: 'orders' },
  });
  expect(await ask(arn, 'tracing')).toMatchObject({ enabled: true });
  expect(await ask(arn, 'accessLogging')).toEqual({ enabled: true, destination: 'arn:logs' });
  expect(await ask(arn, 'executionLogs')).toMatchObject({
    level: 'INFO',
    destinations: ['arn:aws:logs:eu-west-1:123456789012:log-group:API-Gateway-Execution-Logs_a1b2c3d4e5/prod'],
  });
  expect(await ask(arn, 'throttling')).toEqual({ rate: 100, burst: 50 });
  expect(await ask(arn, 'attachedWebAcl')).toEqual({ arn: 'arn:acl' });
  expect(await ask(arn, 'tags')).toEqual({ team: 'orders' });
});

test("the account's limits are none of its own, and a stage without deployment is not usable", async () => {
  gateway.on(GetStageCommand).resolves({
    stageName: 'prod',
    methodSettings: { '*/*': { throttlingRateLimit: -1, throttlingBurstLimit: -1 } },
  });
  expect(await ask(arn, 'throttling')).toEqual({});
  expect(await ask(arn, 'methodMetrics')).toEqual({ enabled: false, without: [] });
  expect(await ask(arn, 'lifecycle')).toMatchObject({ available: false });
  gateway.reset();
  gateway.on(GetStageCommand).rejects(refusal('NotFoundException', 404));
  expect(await exists(arn)).toBe(false);
});

test('one method that logs less or takes more than the rest is what counts', async () => {
  gateway.on(GetStageCommand).resolves({
    ...prod,
    methodSettings: {
      '*/*': {
        loggingLevel: 'INFO',
        dataTraceEnabled: false,
        metricsEnabled: true,
        throttlingRateLimit: 100,
        throttlingBurstLimit: 50,
      },
      'orders/GET': { metricsEnabled: false },
      'orders/POST': { loggingLevel: 'ERROR', dataTraceEnabled: true, throttlingRateLimit: 500 },
    },
  });
  expect(await ask(arn, 'executionLogs')).toMatchObject({ enabled: true, level: 'ERROR', includesData: true });
  expect(await ask(arn, 'throttling')).toEqual({ rate: 500, burst: 50 });
  expect(await ask(arn, 'methodMetrics')).toEqual({ enabled: true, without: ['orders/GET'] });
});

test('a single method without a limit makes the stage one without', async () => {
  gateway.on(GetStageCommand).resolves({
    ...prod,
    methodSettings: {
      '*/*': { loggingLevel: 'INFO', throttlingRateLimit: 100, throttlingBurstLimit: 50 },
      'orders/POST': { loggingLevel: 'OFF', throttlingRateLimit: -1, throttlingBurstLimit: -1 },
    },
  });
  expect(await ask(arn, 'executionLogs')).toMatchObject({ enabled: false, level: 'OFF' });
  expect(await ask(arn, 'throttling')).toEqual({});
});
