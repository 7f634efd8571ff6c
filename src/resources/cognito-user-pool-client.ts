import type { UserPoolClientType } from '@aws-sdk/client-cognito-identity-provider';
import { cognitoIdentityProvider } from '../aws/sdk';
import { defineResource } from '../engine/resource';
import { told, wrongArgument } from '../engine/unjudged';
import type { AwsOf } from './shared/aws-of';

type Cognito = AwsOf<typeof cognitoIdentityProvider>;

export const cognitoUserPoolClient = defineResource({
  type: 'AWS::Cognito::UserPoolClient',
  label: 'Cognito user pool client',
  sdk: cognitoIdentityProvider,
  reads: ['cognito-idp:DescribeUserPoolClient', 'cognito-idp:ListUserPools', 'cognito-idp:ListUserPoolClients'],
  notFound: ['ResourceNotFoundException'],
  facts: async (aws, { id }): Promise<UserPoolClientType | undefined> => {
    const [, UserPoolId = await poolWith(aws, id), ClientId = id] = /^([\w-]+_\w+)[|/](\w+)$/.exec(id) ?? [];
    if (UserPoolId === undefined) return undefined;
    const { UserPoolClient } = await aws.call('DescribeUserPoolClient', { UserPoolId, ClientId });
    return told(UserPoolClient, 'UserPoolClient');
  },
  // Whether there is a secret is told by another facet; the secret itself is nobody's business.
  config: { read: ({ ClientSecret: _hidden, ...client }) => ({ ...client }) },
  facets: {
    identity: {
      fields: 'UserPoolClient.{ClientId, ClientName}',
      read: (client) => ({ id: told(client.ClientId, 'ClientId'), name: told(client.ClientName, 'ClientName') }),
    },
    lifecycle: { fields: 'UserPoolClient.ClientId', read: () => ({ available: true }) },
    oauthClient: {
      fields:
        'UserPoolClient.{CallbackURLs, LogoutURLs, AllowedOAuthFlows, AllowedOAuthScopes, AllowedOAuthFlowsUserPoolClient}',
      read: (client) => ({
        callbackUrls: client.CallbackURLs ?? [],
        logoutUrls: client.LogoutURLs ?? [],
        // Without this switch Cognito keeps the flows and does not use them.
        flows: client.AllowedOAuthFlowsUserPoolClient ? (client.AllowedOAuthFlows ?? []) : [],
        scopes: client.AllowedOAuthScopes ?? [],
        providers: client.SupportedIdentityProviders ?? [],
      }),
    },
    signInFlows: {
      fields: 'UserPoolClient.{ExplicitAuthFlows, ClientSecret, PreventUserExistenceErrors}',
      read: (client) => ({
        flows: client.ExplicitAuthFlows ?? [],
        hasSecret: Boolean(client.ClientSecret),
        hidesMissingUsers: client.PreventUserExistenceErrors === 'ENABLED',
      }),
    },
  },
});

/** A client is asked for through its pool, and no output names both: the pools of the region are searched. */
async function poolWith(aws: Cognito, clientId: string): Promise<string | undefined> {
  if (!/^\w+$/.test(clientId)) {
    throw wrongArgument(
      `${JSON.stringify(clientId)} is no id of a user pool client`,
      'An id is 20 to 32 letters and digits.',
    );
  }
  const pools = await aws.list('ListUserPools', { MaxResults: 60 }, (page) => page.UserPools);
  const ids = pools.map((pool) => told(pool.Id, 'UserPools[].Id'));
  const lists = await Promise.all(
    ids.map((UserPoolId) =>
      aws.list('ListUserPoolClients', { UserPoolId, MaxResults: 60 }, (page) => page.UserPoolClients),
    ),
  );
  return ids.find((_, index) => lists[index]?.some((client) => client.ClientId === clientId));
}
