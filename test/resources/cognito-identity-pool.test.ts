import {
  CognitoIdentityClient,
  DescribeIdentityPoolCommand,
  GetIdentityPoolRolesCommand,
} from '@aws-sdk/client-cognito-identity';
import { mockClient } from 'aws-sdk-client-mock';
import { cognitoIdentityPool } from '../../src/resources/cognito-identity-pool';
import { asking } from './answers';
import { refusal } from './refusal';

const cognito = mockClient(CognitoIdentityClient);
const { ask, exists } = asking('AWS::Cognito::IdentityPool', [cognitoIdentityPool]);

const id = 'eu-west-1:0a1b2c3d-1111-4222-8333-444455556666';
const arn = `arn:aws:cognito-identity:eu-west-1:123456789012:identitypool/${id}`;
const closed = { IdentityPoolId: id, IdentityPoolName: 'shop', AllowUnauthenticatedIdentities: false };

beforeEach(() => {
  cognito.reset();
  cognito.on(DescribeIdentityPoolCommand, { IdentityPoolId: id }).resolves(closed);
  cognito.on(GetIdentityPoolRolesCommand).resolves({ IdentityPoolId: id });
});

test.each([id, arn])('%s is found', async (name) => {
  expect(await ask(name, 'identity')).toEqual({ arn, id, name: 'shop' });
  expect(await ask(name, 'lifecycle')).toEqual({ available: true });
  expect(await ask(name, 'tags')).toEqual({});
  expect(await ask(name, 'identityAccess')).toEqual({ guests: false, providers: [] });
});

test('a pool with everything', async () => {
  const ProviderName = 'cognito-idp.eu-west-1.amazonaws.com/eu-west-1_AbCdEfGhI';
  cognito.on(DescribeIdentityPoolCommand).resolves({
    ...closed,
    AllowUnauthenticatedIdentities: true,
    CognitoIdentityProviders: [{ ProviderName, ClientId: 'client' }],
    SupportedLoginProviders: { 'accounts.google.com': 'app' },
    IdentityPoolTags: { team: 'orders' },
  });
  cognito.on(GetIdentityPoolRolesCommand, { IdentityPoolId: id }).resolves({
    Roles: { authenticated: 'arn:users', unauthenticated: 'arn:guests' },
  });
  expect(await ask(id, 'tags')).toEqual({ team: 'orders' });
  expect(await ask(id, 'identityAccess')).toEqual({
    guests: true,
    providers: [ProviderName, 'client', 'accounts.google.com'],
    authenticatedRole: 'arn:users',
    unauthenticatedRole: 'arn:guests',
  });
});

test('a pool that is gone does not exist', async () => {
  cognito.on(DescribeIdentityPoolCommand).rejects(refusal('ResourceNotFoundException'));
  expect(await exists(id)).toBe(false);
});
