import type { GetApiResponse, Route } from '@aws-sdk/client-apigatewayv2';
import { apiGatewayV2 } from '../aws/sdk';
import { defineResource, type Target } from '../engine/resource';
import { notApplicable, told, wrongArgument } from '../engine/unjudged';
import type { AccessLogging, ApiRoute } from '../facets';
import { apiAccessLog } from './shared/api-access-log';
import { onlyStage } from './shared/api-address';
import type { AwsOf } from './shared/aws-of';

type Api = Pick<
  GetApiResponse,
  'ApiEndpoint' | 'ApiId' | 'CorsConfiguration' | 'DisableExecuteApiEndpoint' | 'Name' | 'ProtocolType' | 'Tags'
>;
type ApiGatewayV2 = AwsOf<typeof apiGatewayV2>;

export const apigatewayv2Api = defineResource({
  type: 'AWS::ApiGatewayV2::Api',
  label: 'API Gateway HTTP or WebSocket API',
  sdk: apiGatewayV2,
  reads: ['apigateway:GET'],
  notFound: ['NotFoundException'],
  accepts: ['AWS::ApiGateway::RestApi'],
  facts: (aws, { id }): Promise<Api | undefined> => findApi(aws, id),
  facets: {
    identity: {
      fields: 'ApiId, Name',
      read: (api, aws) => {
        const id = idOf(api);
        return { arn: `arn:${aws.partition}:apigateway:${aws.region}::/apis/${id}`, id, name: told(api.Name, 'Name') };
      },
    },
    lifecycle: { fields: 'ApiId', read: () => ({ available: true }) },
    tags: { fields: 'Tags', read: (api) => api.Tags ?? {} },
    serviceEndpoint: { fields: 'ApiEndpoint', read: (api) => ({ address: told(api.ApiEndpoint, 'ApiEndpoint') }) },
    apiEndpoint: {
      fields: 'ProtocolType, DisableExecuteApiEndpoint',
      read: (api) => ({
        protocol: told(api.ProtocolType, 'ProtocolType'),
        // HTTP and WebSocket APIs come as regional ones only.
        types: ['REGIONAL'],
        defaultAddressDisabled: api.DisableExecuteApiEndpoint ?? false,
      }),
    },
    apiStages: {
      fields: 'Items[].StageName of GetStages',
      read: async (api, aws) => ({
        stages: (await stagesOf(api, aws)).map((each) => told(each.StageName, 'StageName')),
      }),
    },
    accessLogging: {
      fields: 'Items[].AccessLogSettings.DestinationArn of GetStages',
      read: async (api, aws): Promise<AccessLogging> => {
        const logs = (await stagesOf(api, aws)).map((stage) => apiAccessLog(stage.AccessLogSettings?.DestinationArn));
        // One stage that does not log leaves requests unseen.
        return logs.find(({ enabled }) => !enabled) ?? logs[0] ?? { enabled: false };
      },
    },
    throttling: {
      fields: 'Items[].DefaultRouteSettings of GetStages',
      read: async (api, aws) => {
        const settings = (await stagesOf(api, aws)).map((stage) => stage.DefaultRouteSettings);
        return {
          rate: highest(settings.map((each) => each?.ThrottlingRateLimit)),
          burst: highest(settings.map((each) => each?.ThrottlingBurstLimit)),
        };
      },
    },
    apiRoutes: {
      fields: 'Items[].{RouteKey, AuthorizationType, AuthorizerId, Target} of GetRoutes',
      read: async (api, aws) => {
        const routes = await aws.list('GetRoutes', { ApiId: idOf(api) }, (page) => page.Items);
        const read = routes.map(routeOf);
        return { paths: [...new Set(read.map(({ path }) => path))], routes: read };
      },
    },
    apiAuthorizers: {
      fields: 'Items[].{AuthorizerId, Name, AuthorizerType, AuthorizerUri, JwtConfiguration} of GetAuthorizers',
      read: async (api, aws) => {
        const authorizers = await aws.list('GetAuthorizers', { ApiId: idOf(api) }, (page) => page.Items);
        return {
          authorizers: authorizers.map((each) => ({
            id: told(each.AuthorizerId, 'Items[].AuthorizerId'),
            name: told(each.Name, 'Items[].Name'),
            type: told(each.AuthorizerType, 'Items[].AuthorizerType'),
            providers: [each.AuthorizerUri, each.JwtConfiguration?.Issuer].filter((given) => given !== undefined),
          })),
        };
      },
    },
    cors: {
      fields: 'CorsConfiguration',
      read: ({ CorsConfiguration: allowed }) => ({
        rules: allowed
          ? [
              {
                origins: allowed.AllowOrigins ?? [],
                methods: allowed.AllowMethods ?? [],
                headers: allowed.AllowHeaders ?? [],
              },
            ]
          : [],
      }),
    },
    webAddress: {
      fields: 'ApiEndpoint, Items[].StageName of GetStages',
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

async function findApi(aws: ApiGatewayV2, id: string): Promise<Api | undefined> {
  if (/^[a-z0-9]{8,12}$/.test(id)) return aws.call('GetApi', { ApiId: id });
  const apis = await aws.list('GetApis', {}, (page) => page.Items);
  const found = apis.filter((api) => api.Name === id || api.ApiEndpoint === id.replace(/\/$/, ''));
  if (found.length > 1) {
    throw wrongArgument(
      `${found.length} APIs are called ${id}: ${found.map((api) => api.ApiId).join(', ')}`,
      'Let the outputs file hold the id of the API.',
    );
  }
  return found[0];
}

async function addressOf(api: Api, aws: ApiGatewayV2, target: Target): Promise<string> {
  if (api.ProtocolType === 'WEBSOCKET') throw notApplicable('A WebSocket API takes connections, and no HTTP requests.');
  const names = (await stagesOf(api, aws)).map((each) => told(each.StageName, 'Items[].StageName'));
  const stage = names.includes('$default') ? '$default' : onlyStage(names, target);
  const address = told(api.ApiEndpoint, 'ApiEndpoint');
  return stage === '$default' ? address : `${address}/${stage}`;
}

function idOf(api: Api): string {
  return told(api.ApiId, 'ApiId');
}

function stagesOf(api: Api, aws: ApiGatewayV2) {
  return aws.list('GetStages', { ApiId: idOf(api) }, (page) => page.Items);
}

/** The limit of the stage that lets most through; no limit where one stage has none. */
function highest(limits: (number | undefined)[]): number | undefined {
  const set = limits.filter((limit) => limit !== undefined && limit > 0);
  return set.length === limits.length && set.length > 0 ? Math.max(...set.map(Number)) : undefined;
}

function routeOf(route: Route): ApiRoute {
  const key = told(route.RouteKey, 'Items[].RouteKey');
  const [, method, path] = /^([A-Z]+) (\/.*)$/.exec(key) ?? [];
  return {
    // `$default` takes every method and path that no other route takes.
    method: method ?? (key === '$default' ? 'ANY' : undefined),
    path: path ?? key,
    authorization: route.AuthorizationType ?? 'NONE',
    authorizerId: route.AuthorizerId,
    apiKeyRequired: route.ApiKeyRequired ?? false,
    integration: route.Target || undefined,
  };
}
