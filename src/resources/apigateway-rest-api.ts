import type { Method, RestApi } from '@aws-sdk/client-api-gateway';
import { apiGateway } from '../aws/sdk';
import { defineResource, type Target } from '../engine/resource';
import { told, undetermined, wrongArgument } from '../engine/unjudged';
import type { ApiRoute } from '../facets';
import { onlyStage, restAddress } from './shared/api-address';
import type { AwsOf } from './shared/aws-of';
import { attachedPolicy } from './shared/policy';

export const apigatewayRestApi = defineResource({
  type: 'AWS::ApiGateway::RestApi',
  label: 'API Gateway REST API',
  sdk: apiGateway,
  reads: ['apigateway:GET'],
  notFound: ['NotFoundException'],
  accepts: ['AWS::ApiGatewayV2::Api'],
  facts: (aws, { id }) => findApi(aws, id),
  facets: {
    identity: {
      fields: 'id, name',
      read: (api, aws) => {
        const id = idOf(api);
        return {
          arn: `arn:${aws.partition}:apigateway:${aws.region}::/restapis/${id}`,
          id,
          name: told(api.name, 'name'),
        };
      },
    },
    lifecycle: {
      fields: 'apiStatus, apiStatusMessage',
      // The status is told of APIs with a security policy of their own only.
      read: ({ apiStatus: state, apiStatusMessage: reason }) => ({
        state,
        available: state === undefined || state === 'AVAILABLE',
        reason,
      }),
    },
    // API Gateway leaves tags out where there are none.
    tags: { fields: 'tags', read: (api) => api.tags ?? {} },
    resourcePolicy: {
      fields: 'policy',
      read: async (api, aws) =>
        attachedPolicy(
          `arn:${aws.partition}:execute-api:${aws.region}:${await aws.account()}:${idOf(api)}`,
          // The policy comes as JSON text inside of JSON text.
          api.policy?.replaceAll('\\"', '"'),
        ),
    },
    apiEndpoint: {
      fields: 'endpointConfiguration.types, disableExecuteApiEndpoint',
      read: (api) => ({
        protocol: 'REST',
        types: endpointTypes(api),
        defaultAddressDisabled: api.disableExecuteApiEndpoint ?? false,
      }),
    },
    apiStages: {
      fields: 'item[].stageName of GetStages',
      read: async (api, aws) => {
        const { item } = await aws.call('GetStages', { restApiId: idOf(api) });
        return { stages: told(item, 'item').map((stage) => told(stage.stageName, 'item[].stageName')) };
      },
    },
    apiRoutes: {
      fields: 'items[].{path, resourceMethods} of GetResources',
      read: async (api, aws) => {
        const input = { restApiId: idOf(api), embed: ['methods'], limit: 500 };
        const resources = await aws.list('GetResources', input, (page) => page.items);
        return {
          paths: resources.map((resource) => told(resource.path, 'items[].path')),
          routes: resources.flatMap(({ path, resourceMethods }) =>
            Object.entries(resourceMethods ?? {}).map(([verb, method]) => routeOf(told(path, 'path'), verb, method)),
          ),
        };
      },
    },
    apiAuthorizers: {
      fields: 'items[].{id, name, type, providerARNs, authorizerUri} of GetAuthorizers',
      read: async (api, aws) => {
        const input = { restApiId: idOf(api), limit: 500 };
        const authorizers = await aws.list('GetAuthorizers', input, (page) => page.items);
        return {
          authorizers: authorizers.map((each) => ({
            id: told(each.id, 'items[].id'),
            name: told(each.name, 'items[].name'),
            type: told(each.type, 'items[].type'),
            providers: [...(each.providerARNs ?? []), ...(each.authorizerUri ? [each.authorizerUri] : [])],
          })),
        };
      },
    },
    webAddress: {
      fields: 'id, item[].stageName of GetStages',
      read: async (api, aws, target) => ({ address: await addressOf(api, aws, target) }),
    },
  },
  acts: {
    request: {
      calls: ['http:Request'],
      perform: async (api, aws, request, target) => aws.request(await addressOf(api, aws, target), request),
    },
  },
});

/** API Gateway takes ids only, and an id is ten letters and digits; anything else is a name. */
async function findApi(aws: AwsOf<typeof apiGateway>, id: string): Promise<RestApi | undefined> {
  if (/^[a-z0-9]{8,12}$/.test(id)) return aws.call('GetRestApi', { restApiId: id });
  const apis = await aws.list('GetRestApis', { limit: 500 }, (page) => page.items);
  const found = apis.filter((api) => api.name === id);
  if (found.length > 1) {
    throw wrongArgument(
      `${found.length} REST APIs are called ${id}: ${found.map((api) => api.id).join(', ')}`,
      'Let the outputs file hold the id of the API.',
    );
  }
  return found[0];
}

async function addressOf(api: RestApi, aws: AwsOf<typeof apiGateway>, target: Target): Promise<string> {
  const { item } = await aws.call('GetStages', { restApiId: idOf(api) });
  const stages = told(item, 'item').map((stage) => told(stage.stageName, 'item[].stageName'));
  return restAddress(aws, idOf(api), onlyStage(stages, target));
}

function endpointTypes({ endpointConfiguration }: RestApi): string[] {
  const types: unknown = told(endpointConfiguration?.types, 'endpointConfiguration.types');
  if (Array.isArray(types)) return types;
  throw undetermined(
    'broken answer',
    `AWS answered endpointConfiguration.types with ${JSON.stringify(types)}, no list.`,
  );
}

function idOf(api: RestApi): string {
  return told(api.id, 'id');
}

function routeOf(path: string, method: string, described: Method): ApiRoute {
  return {
    method,
    path,
    authorization: told(described.authorizationType, 'authorizationType'),
    authorizerId: described.authorizerId,
    apiKeyRequired: described.apiKeyRequired ?? false,
    integration: described.methodIntegration?.uri || described.methodIntegration?.type,
    role: described.methodIntegration?.credentials || undefined,
  };
}
