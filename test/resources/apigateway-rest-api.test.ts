import {
  APIGatewayClient,
  GetAuthorizersCommand,
  GetResourcesCommand,
  GetRestApiCommand,
  GetRestApisCommand,
  GetStagesCommand,
} from '@aws-sdk/client-api-gateway';
import { mockClient } from 'aws-sdk-client-mock';
import { apigatewayRestApi } from '../../src/resources/apigateway-rest-api';
import { asking } from './answers';
import { refusal } from './refusal';

const gateway = mockClient(APIGatewayClient);
const { ask, exists } = asking('AWS::ApiGateway::RestApi', [apigatewayRestApi]);

const id = 'a1b2c3d4e5';
const shop = { id, name: 'shop', endpointConfiguration: { types: ['REGIONAL' as const] } };

beforeEach(() => {
  gateway.reset();
  gateway.on(GetRestApiCommand, { restApiId: id }).resolves(shop);
});

test('an API by its id and by its name', async () => {
  gateway.on(GetRestApisCommand).resolves({ items: [{ id: 'zzzzzzzzzz', name: 'shop-2' }, shop] });
  const arn = `arn:aws:apigateway:eu-west-1::/restapis/${id}`;
  expect(await ask(id, 'identity')).toEqual({ arn, id, name: 'shop' });
  expect(await ask('shop', 'identity')).toEqual({ arn, id, name: 'shop' });
  expect(await exists('nothing-like-it')).toBe(false);
  gateway.on(GetRestApisCommand).resolves({ items: [shop, { ...shop, id: 'other' }] });
  await expect(ask('shop', 'identity')).rejects.toThrow(`2 REST APIs are called shop: ${id}, other`);
});

test('an API with nothing but a name', async () => {
  expect(await ask(id, 'lifecycle')).toMatchObject({ available: true });
  expect(await ask(id, 'tags')).toEqual({});
  expect(await ask(id, 'apiEndpoint')).toEqual({
    protocol: 'REST',
    types: ['REGIONAL'],
    defaultAddressDisabled: false,
  });
  expect((await ask(id, 'resourcePolicy')).statements).toEqual([]);
});

test('a policy comes with its quotes escaped', async () => {
  const policy =
    '{\\"Statement\\":[{\\"Effect\\":\\"Deny\\",\\"Principal\\":\\"*\\",\\"Action\\":\\"execute-api:Invoke\\",\\"Resource\\":\\"*\\"}]}';
  gateway.on(GetRestApiCommand).resolves({ ...shop, policy, apiStatus: 'UPDATING', disableExecuteApiEndpoint: true });
  expect(await ask(id, 'resourcePolicy')).toMatchObject({
    statements: [{ effect: 'Deny', principals: { AWS: ['*'] } }],
  });
  expect(await ask(id, 'lifecycle')).toMatchObject({ state: 'UPDATING', available: false });
  expect(await ask(id, 'apiEndpoint')).toMatchObject({ defaultAddressDisabled: true });
});

test('stages, methods of all pages and authorizers', async () => {
  gateway.on(GetStagesCommand).resolves({ item: [{ stageName: 'prod' }] });
  const method = { authorizationType: 'AWS_IAM', apiKeyRequired: true, methodIntegration: { uri: 'arn:fn' } };
  gateway
    .on(GetResourcesCommand)
    .resolves({ items: [{ path: '/' }], position: 'two' })
    .on(GetResourcesCommand, { restApiId: id, position: 'two' })
    .resolves({ items: [{ path: '/orders', resourceMethods: { GET: method, POST: { authorizationType: 'NONE' } } }] });
  gateway.on(GetAuthorizersCommand).resolves({
    items: [{ id: 'q1', name: 'users', type: 'COGNITO_USER_POOLS', providerARNs: ['arn:pool'] }],
  });
  expect(await ask(id, 'apiStages')).toEqual({ stages: ['prod'] });
  expect(await ask(id, 'apiRoutes')).toEqual({
    paths: ['/', '/orders'],
    routes: [
      { method: 'GET', path: '/orders', authorization: 'AWS_IAM', apiKeyRequired: true, integration: 'arn:fn' },
      { method: 'POST', path: '/orders', authorization: 'NONE', apiKeyRequired: false },
    ],
  });
  expect(await ask(id, 'apiAuthorizers')).toEqual({
    authorizers: [{ id: 'q1', name: 'users', type: 'COGNITO_USER_POOLS', providers: ['arn:pool'] }],
  });
});

test('an API that is gone does not exist', async () => {
  gateway.on(GetRestApiCommand).rejects(refusal('NotFoundException', 404));
  expect(await exists(id)).toBe(false);
});
