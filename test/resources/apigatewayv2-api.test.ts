import {
  ApiGatewayV2Client,
  GetApiCommand,
  GetApisCommand,
  GetAuthorizersCommand,
  GetRoutesCommand,
  GetStagesCommand,
} from '@aws-sdk/client-apigatewayv2';
import { mockClient } from 'aws-sdk-client-mock';
import { apigatewayv2Api } from '../../src/resources/apigatewayv2-api';
import { asking } from './answers';
import { refusal } from './refusal';

const gateway = mockClient(ApiGatewayV2Client);
const { ask, exists } = asking('AWS::ApiGatewayV2::Api', [apigatewayv2Api]);

const id = 'a1b2c3d4e5';
const ApiEndpoint = `https://${id}.execute-api.eu-west-1.amazonaws.com`;
const shop = {
  ApiId: id,
  Name: 'shop',
  ProtocolType: 'HTTP' as const,
  ApiEndpoint,
  RouteSelectionExpression: '$request.method $request.path',
};

beforeEach(() => {
  gateway.reset();
  gateway.on(GetApiCommand, { ApiId: id }).resolves(shop);
});

test('an API by its id, name and address', async () => {
  gateway.on(GetApisCommand).resolves({ Items: [shop] });
  const arn = `arn:aws:apigateway:eu-west-1::/apis/${id}`;
  for (const name of [id, 'shop', `${ApiEndpoint}/`])
    expect(await ask(name, 'identity')).toEqual({ arn, id, name: 'shop' });
  expect(await exists('no-such-api')).toBe(false);
  gateway.on(GetApisCommand).resolves({ Items: [shop, { ...shop, ApiId: 'other' }] });
  await expect(ask('shop', 'identity')).rejects.toThrow('2 APIs are called shop');
});

test('an API without settings', async () => {
  expect(await ask(id, 'lifecycle')).toEqual({ available: true });
  expect(await ask(id, 'tags')).toEqual({});
  expect(await ask(id, 'cors')).toEqual({ rules: [] });
  expect(await ask(id, 'serviceEndpoint')).toEqual({ address: ApiEndpoint });
  expect(await ask(id, 'apiEndpoint')).toEqual({
    protocol: 'HTTP',
    types: ['REGIONAL'],
    defaultAddressDisabled: false,
  });
});

test('routes and authorizers', async () => {
  gateway.on(GetRoutesCommand).resolves({
    Items: [
      { RouteKey: 'GET /orders/{id}', AuthorizationType: 'JWT', AuthorizerId: 'q1', Target: 'integrations/i1' },
      { RouteKey: '$default' },
      { RouteKey: '$connect', ApiKeyRequired: true },
    ],
  });
  gateway.on(GetAuthorizersCommand).resolves({
    Items: [
      { AuthorizerId: 'q1', Name: 'users', AuthorizerType: 'JWT', JwtConfiguration: { Issuer: 'https://issuer' } },
    ],
  });
  expect((await ask(id, 'apiRoutes')).routes).toEqual([
    {
      method: 'GET',
      path: '/orders/{id}',
      authorization: 'JWT',
      authorizerId: 'q1',
      apiKeyRequired: false,
      integration: 'integrations/i1',
    },
    { method: 'ANY', path: '$default', authorization: 'NONE', apiKeyRequired: false },
    { path: '$connect', authorization: 'NONE', apiKeyRequired: true },
  ]);
  expect(await ask(id, 'apiAuthorizers')).toEqual({
    authorizers: [{ id: 'q1', name: 'users', type: 'JWT', providers: ['https://issuer'] }],
  });
});

test('one stage that does not log leaves requests unseen, and one without limits lets all through', async () => {
  const settings = { ThrottlingRateLimit: 100, ThrottlingBurstLimit: 50 };
  const prod = { StageName: 'prod', AccessLogSettings: { DestinationArn: 'arn:logs' }, DefaultRouteSettings: settings };
  gateway.on(GetStagesCommand).resolves({ Items: [prod] });
  expect(await ask(id, 'apiStages')).toEqual({ stages: ['prod'] });
  expect(await ask(id, 'accessLogging')).toEqual({ enabled: true, destination: 'arn:logs' });
  expect(await ask(id, 'throttling')).toEqual({ rate: 100, burst: 50 });
  gateway.on(GetStagesCommand).resolves({ Items: [prod, { StageName: '$default' }] });
  expect(await ask(id, 'accessLogging')).toEqual({ enabled: false });
  expect(await ask(id, 'throttling')).toEqual({});
});

test('CORS, and an API that is gone', async () => {
  gateway.on(GetApiCommand).resolves({ ...shop, CorsConfiguration: { AllowOrigins: ['*'], AllowMethods: ['GET'] } });
  expect(await ask(id, 'cors')).toEqual({ rules: [{ origins: ['*'], methods: ['GET'], headers: [] }] });
  gateway.on(GetApiCommand).rejects(refusal('NotFoundException', 404));
  expect(await exists(id)).toBe(false);
});
