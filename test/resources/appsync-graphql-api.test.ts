import { AppSyncClient, GetGraphqlApiCommand, type GraphqlApi, ListGraphqlApisCommand } from '@aws-sdk/client-appsync';
import { mockClient } from 'aws-sdk-client-mock';
import { appsyncGraphqlApi } from '../../src/resources/appsync-graphql-api';
import { asking } from './answers';
import { refusal } from './refusal';

const appsync = mockClient(AppSyncClient);
const { ask, exists } = asking('AWS::AppSync::GraphQLApi', [appsyncGraphqlApi]);

const apiId = 'abcdefghijklmnopqrstuvwxyz';
const arn = `arn:aws:appsync:eu-west-1:123456789012:apis/${apiId}`;
const GRAPHQL = 'https://zyxwvutsrqponmlkjihgfedcba.appsync-api.eu-west-1.amazonaws.com/graphql';
const shop: GraphqlApi = { apiId, arn, name: 'shop', authenticationType: 'API_KEY', uris: { GRAPHQL } };

beforeEach(() => {
  appsync.reset();
  appsync.on(GetGraphqlApiCommand, { apiId }).resolves({ graphqlApi: shop });
  appsync.on(ListGraphqlApisCommand).resolves({ graphqlApis: [{ ...shop, apiId: 'other', uris: {} }, shop] });
});

test.each([apiId, GRAPHQL])('%s is found', async (id) => {
  expect(await ask(id, 'identity')).toEqual({ arn, id: apiId, name: 'shop' });
  expect(await ask(id, 'lifecycle')).toEqual({ available: true });
  expect(await ask(id, 'serviceEndpoint')).toEqual({ address: GRAPHQL, port: 443 });
});

test('an API without settings', async () => {
  expect(await ask(apiId, 'clientAuthentication')).toEqual({ required: true, methods: ['API_KEY'] });
  expect(await ask(apiId, 'tracing')).toMatchObject({ enabled: false });
  expect(await ask(apiId, 'executionLogs')).toEqual({
    enabled: false,
    level: 'OFF',
    includesData: false,
    destinations: [],
  });
  expect(await ask(apiId, 'attachedWebAcl')).toEqual({});
  expect(await ask(apiId, 'apiEndpoint')).toMatchObject({ protocol: 'GRAPHQL', types: ['REGIONAL'] });
  expect(await ask(apiId, 'tags')).toEqual({});
});

test('an API with everything', async () => {
  appsync.on(GetGraphqlApiCommand).resolves({
    graphqlApi: {
      ...shop,
      additionalAuthenticationProviders: [{ authenticationType: 'AWS_IAM' }],
      xrayEnabled: true,
      logConfig: { fieldLogLevel: 'ALL', cloudWatchLogsRoleArn: 'arn:role', excludeVerboseContent: false },
      wafWebAclArn: 'arn:acl',
      visibility: 'PRIVATE',
      tags: { team: 'orders' },
    },
  });
  expect(await ask(apiId, 'clientAuthentication')).toMatchObject({ methods: ['API_KEY', 'AWS_IAM'] });
  expect(await ask(apiId, 'tracing')).toMatchObject({ enabled: true });
  expect(await ask(apiId, 'executionLogs')).toEqual({
    enabled: true,
    level: 'ALL',
    includesData: true,
    destinations: [`arn:aws:logs:eu-west-1:123456789012:log-group:/aws/appsync/apis/${apiId}`],
  });
  expect(await ask(apiId, 'attachedWebAcl')).toEqual({ arn: 'arn:acl' });
  expect(await ask(apiId, 'apiEndpoint')).toMatchObject({ types: ['PRIVATE'] });
  expect(await ask(apiId, 'tags')).toEqual({ team: 'orders' });
});

test('an API that is gone does not exist', async () => {
  appsync.on(GetGraphqlApiCommand).rejects(refusal('NotFoundException', 404));
  expect(await exists(apiId)).toBe(false);
  expect(await exists('https://gone.appsync-api.eu-west-1.amazonaws.com/graphql')).toBe(false);
});
