import {
  CognitoIdentityProviderClient,
  DescribeUserPoolCommand,
  GetUserPoolMfaConfigCommand,
  type UserPoolType,
} from '@aws-sdk/client-cognito-identity-provider';
import { mockClient } from 'aws-sdk-client-mock';
import { cognitoUserPool } from '../../src/resources/cognito-user-pool';
import { asking } from './answers';
import { refusal } from './refusal';

const cognito = mockClient(CognitoIdentityProviderClient);
const { ask, exists } = asking('AWS::Cognito::UserPool', [cognitoUserPool]);

const Id = 'eu-west-1_AbCdEfGhI';
const Arn = `arn:aws:cognito-idp:eu-west-1:123456789012:userpool/${Id}`;

function answer(more: UserPoolType = {}) {
  const Policies = { PasswordPolicy: { MinimumLength: 8 } };
  cognito
    .on(DescribeUserPoolCommand, { UserPoolId: Id })
    .resolves({ UserPool: { Id, Arn, Name: 'shop', MfaConfiguration: 'OFF', Policies, ...more } });
}

beforeEach(() => {
  cognito.reset();
  answer();
});

test.each([Id, Arn])('%s is found', async (id) => {
  expect(await ask(id, 'identity')).toEqual({ arn: Arn, id: Id, name: 'shop' });
  expect(await ask(id, 'lifecycle')).toEqual({ available: true });
});

test('a pool without settings', async () => {
  cognito.on(GetUserPoolMfaConfigCommand, { UserPoolId: Id }).resolves({ MfaConfiguration: 'OFF' });
  expect(await ask(Id, 'tags')).toEqual({});
  expect(await ask(Id, 'deletionProtection')).toEqual({ enabled: false });
  expect(await ask(Id, 'multiFactor')).toEqual({ mode: 'OFF', methods: [] });
  expect(await ask(Id, 'userSignUp')).toEqual({ selfSignUp: true, signInWith: [], verified: [] });
  expect(await ask(Id, 'userPoolTriggers')).toEqual({ functions: {} });
  expect(await ask(Id, 'passwordPolicy')).toMatchObject({ minimumLength: 8, requireSymbols: false });
});

test('a pool with everything', async () => {
  answer({
    UserPoolTags: { team: 'orders' },
    DeletionProtection: 'ACTIVE',
    AdminCreateUserConfig: { AllowAdminCreateUserOnly: true },
    UsernameAttributes: ['email'],
    AutoVerifiedAttributes: ['email'],
    LambdaConfig: {
      PreSignUp: 'arn:fn',
      KMSKeyID: 'arn:key',
      CustomEmailSender: { LambdaVersion: 'V1_0', LambdaArn: 'arn:mail' },
    },
  });
  cognito.on(GetUserPoolMfaConfigCommand).resolves({
    MfaConfiguration: 'ON',
    SoftwareTokenMfaConfiguration: { Enabled: true },
    SmsMfaConfiguration: {},
  });
  expect(await ask(Id, 'tags')).toEqual({ team: 'orders' });
  expect(await ask(Id, 'deletionProtection')).toEqual({ enabled: true });
  expect(await ask(Id, 'multiFactor')).toEqual({ mode: 'ON', methods: ['SOFTWARE_TOKEN', 'SMS'] });
  expect(await ask(Id, 'userSignUp')).toEqual({ selfSignUp: false, signInWith: ['email'], verified: ['email'] });
  expect(await ask(Id, 'userPoolTriggers')).toEqual({
    functions: { PreSignUp: 'arn:fn', CustomEmailSender: 'arn:mail' },
  });
});

test('a pool without a password policy is not judged, and one that is gone does not exist', async () => {
  answer({ Policies: {} });
  await expect(ask(Id, 'passwordPolicy')).rejects.toThrow('without the field Policies.PasswordPolicy');
  cognito.on(DescribeUserPoolCommand).rejects(refusal('ResourceNotFoundException'));
  expect(await exists(Id)).toBe(false);
});
