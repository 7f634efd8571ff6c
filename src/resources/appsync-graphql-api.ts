import type { GraphqlApi } from '@aws-sdk/client-appsync';
import { appsync } from '../aws/sdk';
import { defineResource } from '../engine/resource';
import { told } from '../engine/unjudged';
import type { AwsOf } from './shared/aws-of';

export const appsyncGraphqlApi = defineResource({
  type: 'AWS::AppSync::GraphQLApi',
  label: 'AppSync GraphQL API',
  sdk: appsync,
  reads: ['appsync:GetGraphqlApi', 'appsync:ListGraphqlApis'],
  notFound: ['NotFoundException'],
  facts: (aws, { id }) => findApi(aws, id),
  facets: {
    identity: {
      fields: 'graphqlApi.{arn, apiId, name}',
      read: (api) => ({ arn: told(api.arn, 'arn'), id: told(api.apiId, 'apiId'), name: told(api.name, 'name') }),
    },
    lifecycle: { fields: 'graphqlApi.apiId', read: () => ({ available: true }) },
    tags: { fields: 'graphqlApi.tags', read: (api) => api.tags ?? {} },
    serviceEndpoint: {
      fields: 'graphqlApi.uris.GRAPHQL',
      read: (api) => ({ address: told(api.uris?.GRAPHQL, 'uris.GRAPHQL'), port: 443 }),
    },
    apiEndpoint: {
      fields: 'graphqlApi.visibility',
      read: (api) => ({
        protocol: 'GRAPHQL',
        types: [api.visibility === 'PRIVATE' ? 'PRIVATE' : 'REGIONAL'],
        defaultAddressDisabled: false,
      }),
    },
    clientAuthentication: {
      fields: 'graphqlApi.{authenticationType, additionalAuthenticationProviders}',
      read: (api) => ({
        // AppSync has no way to let everybody in.
        required: true,
        methods: [
          told(api.authenticationType, 'authenticationType'),
          ...(api.additionalAuthenticationProviders ?? []).map((each) =>
            told(each.authenticationType, 'additionalAuthenticationProviders[].authenticationType'),
          ),
        ],
      }),
    },
    tracing: {
      fields: 'graphqlApi.xrayEnabled',
      read: ({ xrayEnabled: enabled = false }) => ({ enabled, mode: `xrayEnabled ${enabled}` }),
    },
    executionLogs: {
      fields: 'graphqlApi.logConfig',
      read: async (api, aws) => {
        const level = api.logConfig?.fieldLogLevel;
        const group = `/aws/appsync/apis/${told(api.apiId, 'apiId')}`;
        const arn = async () => `arn:${aws.partition}:logs:${aws.region}:${await aws.account()}:log-group:${group}`;
        return {
          // With the level NONE AppSync still writes one line for each request.
          enabled: level !== undefined,
          level: level ?? 'OFF',
          includesData: level !== undefined && api.logConfig?.excludeVerboseContent === false,
          destinations: level === undefined ? [] : [await arn()],
        };
      },
    },
    attachedWebAcl: { fields: 'graphqlApi.wafWebAclArn', read: (api) => ({ arn: api.wafWebAclArn || undefined }) },
  },
});

/** The host name of an API begins with another id than its own, so an address is looked up in the list. */
async function findApi(aws: AwsOf<typeof appsync>, id: string): Promise<GraphqlApi | undefined> {
  if (!/[./]/.test(id)) return told((await aws.call('GetGraphqlApi', { apiId: id })).graphqlApi, 'graphqlApi');
  const host = hostOf(id);
  const apis = await aws.list('ListGraphqlApis', {}, (page) => page.graphqlApis);
  return apis.find(({ uris, dns }) => Object.values({ ...uris, ...dns }).some((each) => hostOf(each) === host));
}

function hostOf(address: string): string {
  return address
    .replace(/^\w+:\/\//, '')
    .replace(/[/:?#].*$/, '')
    .toLowerCase();
}
