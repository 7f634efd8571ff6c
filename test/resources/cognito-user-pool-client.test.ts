import {
  CognitoIdentityProviderClient,
  DescribeUserPoolClientCommand,
  ListUserPoolClientsCommand,
  ListUserPoolsCommand,
} from '@aws-sdk/client-cognito-identity-provider';
import { mockClient } from 'aws-sdk-client-mock';
import { cognitoUserPoolClient } from '../../src/resources/cognito-user-pool-client';
import { asking } from './answers';
import { refusal } from './refusal';

const cognito = mockClient(CognitoIdentityProviderClient);
const { ask, exists } = asking('AWS::Cognito::UserPoolClient', [cognitoUserPoolClient]);

const ClientId = '1h57kf5cpq17m0eml12example';
const UserPoolId = 'eu-west-1_AbCdEfGhI';
const web = { ClientId, ClientName: 'web', UserPoolId };

beforeEach(() => {
  cognito.reset();
  cognito.on(DescribeUserPoolClientCommand, { UserPoolId, ClientId }).resolves({ UserPoolClient: web });
  cognito
    .on(ListUserPoolsCommand)
    .resolves({ UserPools: [{ Id: 'eu-west-1_other' }], NextToken: 'two' })
    .on(ListUserPoolsCommand, { NextToken: 'two' })
    .resolves({ UserPools: [{ Id: UserPoolId }] });
  cognito.on(ListUserPoolClientsCommand).resolves({ UserPoolClients: [] });
  cognito.on(ListUserPoolClientsCommand, { UserPoolId }).resolves({ UserPoolClients: [{ ClientId }] });
});

test.each([ClientId, `${UserPoolId}|${ClientId}`, `${UserPoolId}/${ClientId}`])('%s is found', async (id) => {
  expect(await ask(id, 'identity')).toEqual({ id: ClientId, name: 'web' });
  expect(await ask(id, 'lifecycle')).toEqual({ available: true });
});

test('a client without settings', async () => {
  expect(await ask(ClientId, 'oauthClient')).toEqual({
    callbackUrls: [],
    logoutUrls: [],
    flows: [],
    scopes: [],
    providers: [],
  });
  expect(await ask(ClientId, 'signInFlows')).toEqual({ flows: [], hasSecret: false, hidesMissingUsers: false });
});

test('a client with everything, whose secret stays hidden', async () => {
  const UserPoolClient = {
    ...web,
    ClientSecret: 'very-secret',
    CallbackURLs: ['https://app/callback'],
    LogoutURLs: ['https://app/'],
    AllowedOAuthFlows: ['code' as const],
    AllowedOAuthScopes: ['openid'],
    AllowedOAuthFlowsUserPoolClient: true,
    SupportedIdentityProviders: ['COGNITO'],
    ExplicitAuthFlows: ['ALLOW_USER_SRP_AUTH' as const],
    PreventUserExistenceErrors: 'ENABLED' as const,
  };
  cognito.on(DescribeUserPoolClientCommand).resolves({ UserPoolClient });
  expect(await ask(ClientId, 'oauthClient')).toEqual({
    callbackUrls: ['https://app/callback'],
    logoutUrls: ['https://app/'],
    flows: ['code'],
    scopes: ['openid'],
    providers: ['COGNITO'],
  });
  expect(await ask(ClientId, 'signInFlows')).toEqual({
    flows: ['ALLOW_USER_SRP_AUTH'],
    hasSecret: true,
    hidesMissingUsers: true,
  });
  expect(JSON.stringify(await ask(ClientId, 'config'))).not.toContain('very-secret');
  cognito
    .on(DescribeUserPoolClientCommand)
    .resolves({ UserPoolClient: { ...UserPoolClient, AllowedOAuthFlowsUserPoolClient: false } });
  expect(await ask(ClientId, 'oauthClient')).toMatchObject({ flows: [] });
});

test('a client of no pool does not exist, and what is no id is refused', async () => {
  expect(await exists('7zzzzzzzzzzzzzzzzzzzzzzzzz')).toBe(false);
  await expect(ask('not an id', 'identity')).rejects.toThrow('is no id of a user pool client');
  cognito.on(DescribeUserPoolClientCommand).rejects(refusal('ResourceNotFoundException'));
  expect(await exists(`${UserPoolId}|${ClientId}`)).toBe(false);
});
