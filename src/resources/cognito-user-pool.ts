import { cognitoIdentityProvider } from '../aws/sdk';
import { defineResource } from '../engine/resource';
import { told } from '../engine/unjudged';
import { resourcePart } from './shared/arn';

export const cognitoUserPool = defineResource({
  type: 'AWS::Cognito::UserPool',
  label: 'Cognito user pool',
  sdk: cognitoIdentityProvider,
  reads: ['cognito-idp:DescribeUserPool'],
  notFound: ['ResourceNotFoundException'],
  facts: async (aws, { id }) => {
    const UserPoolId = resourcePart(id).replace(/^userpool\//, '');
    return told((await aws.call('DescribeUserPool', { UserPoolId })).UserPool, 'UserPool');
  },
  facets: {
    identity: {
      fields: 'UserPool.{Arn, Id, Name}',
      read: (pool) => ({ arn: told(pool.Arn, 'Arn'), id: told(pool.Id, 'Id'), name: told(pool.Name, 'Name') }),
    },
    // Cognito has a field Status that it never fills.
    lifecycle: { fields: 'UserPool.Id', read: () => ({ available: true }) },
    tags: { fields: 'UserPool.UserPoolTags', read: (pool) => pool.UserPoolTags ?? {} },
    deletionProtection: {
      fields: 'UserPool.DeletionProtection',
      // Pools that were made before there was protection have no value.
      read: (pool) => ({ enabled: pool.DeletionProtection === 'ACTIVE' }),
    },
    passwordPolicy: {
      fields: 'UserPool.Policies.PasswordPolicy',
      read: (pool) => {
        const policy = told(pool.Policies?.PasswordPolicy, 'Policies.PasswordPolicy');
        return {
          minimumLength: told(policy.MinimumLength, 'MinimumLength'),
          requireUppercase: policy.RequireUppercase ?? false,
          requireLowercase: policy.RequireLowercase ?? false,
          requireNumbers: policy.RequireNumbers ?? false,
          requireSymbols: policy.RequireSymbols ?? false,
          temporaryPasswordValidityInDays: policy.TemporaryPasswordValidityDays,
        };
      },
    },
    multiFactor: {
      fields: 'MfaConfiguration, SmsMfaConfiguration, SoftwareTokenMfaConfiguration, EmailMfaConfiguration',
      reads: ['cognito-idp:GetUserPoolMfaConfig'],
      read: async (pool, aws) => {
        const mfa = await aws.call('GetUserPoolMfaConfig', { UserPoolId: told(pool.Id, 'Id') });
        return {
          mode: told(mfa.MfaConfiguration ?? pool.MfaConfiguration, 'MfaConfiguration'),
          methods: [
            ...(mfa.SoftwareTokenMfaConfiguration?.Enabled ? ['SOFTWARE_TOKEN'] : []),
            ...(mfa.SmsMfaConfiguration ? ['SMS'] : []),
            ...(mfa.EmailMfaConfiguration ? ['EMAIL'] : []),
          ],
        };
      },
    },
    userSignUp: {
      fields: 'UserPool.{AdminCreateUserConfig, UsernameAttributes, AliasAttributes, AutoVerifiedAttributes}',
      read: (pool) => ({
        selfSignUp: pool.AdminCreateUserConfig?.AllowAdminCreateUserOnly !== true,
        signInWith: [...(pool.UsernameAttributes ?? []), ...(pool.AliasAttributes ?? [])],
        verified: pool.AutoVerifiedAttributes ?? [],
      }),
    },
    userPoolTriggers: {
      fields: 'UserPool.LambdaConfig',
      read: (pool) => ({
        functions: Object.fromEntries(
          Object.entries(pool.LambdaConfig ?? {}).flatMap(([name, value]) => trigger(name, value)),
        ),
      }),
    },
  },
});

/** Older moments hold the ARN itself, newer ones an object with version and ARN; the key of custom senders is none. */
function trigger(name: string, value: unknown): [string, string][] {
  if (name === 'KMSKeyID') return [];
  if (typeof value === 'string') return [[name, value]];
  const arn: unknown = Object(value).LambdaArn;
  return typeof arn === 'string' ? [[name, arn]] : [];
}
