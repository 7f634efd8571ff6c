import { cognitoIdentity } from '../aws/sdk';
import { defineResource } from '../engine/resource';
import { told } from '../engine/unjudged';
import { resourcePart } from './shared/arn';

export const cognitoIdentityPool = defineResource({
  type: 'AWS::Cognito::IdentityPool',
  label: 'Cognito identity pool',
  sdk: cognitoIdentity,
  reads: ['cognito-identity:DescribeIdentityPool'],
  notFound: ['ResourceNotFoundException'],
  facts: (aws, { id }) =>
    aws.call('DescribeIdentityPool', { IdentityPoolId: resourcePart(id).replace(/^identitypool\//, '') }),
  facets: {
    identity: {
      fields: 'IdentityPoolId, IdentityPoolName',
      read: async (pool, aws) => {
        const id = told(pool.IdentityPoolId, 'IdentityPoolId');
        const arn = `arn:${aws.partition}:cognito-identity:${aws.region}:${await aws.account()}:identitypool/${id}`;
        return { arn, id, name: told(pool.IdentityPoolName, 'IdentityPoolName') };
      },
    },
    lifecycle: { fields: 'IdentityPoolId', read: () => ({ available: true }) },
    tags: { fields: 'IdentityPoolTags', read: (pool) => pool.IdentityPoolTags ?? {} },
    identityAccess: {
      fields: 'AllowUnauthenticatedIdentities, CognitoIdentityProviders, OpenIdConnectProviderARNs, Roles',
      reads: ['cognito-identity:GetIdentityPoolRoles'],
      read: async (pool, aws) => {
        const IdentityPoolId = told(pool.IdentityPoolId, 'IdentityPoolId');
        const { Roles: roles = {} } = await aws.call('GetIdentityPoolRoles', { IdentityPoolId });
        return {
          guests: told(pool.AllowUnauthenticatedIdentities, 'AllowUnauthenticatedIdentities'),
          providers: [
            ...(pool.CognitoIdentityProviders ?? []).flatMap(({ ProviderName, ClientId }) =>
              [ProviderName, ClientId].filter((name) => name !== undefined),
            ),
            ...(pool.OpenIdConnectProviderARNs ?? []),
            ...(pool.SamlProviderARNs ?? []),
            ...Object.keys(pool.SupportedLoginProviders ?? {}),
          ],
          authenticatedRole: roles.authenticated,
          unauthenticatedRole: roles.unauthenticated,
        };
      },
    },
  },
});
