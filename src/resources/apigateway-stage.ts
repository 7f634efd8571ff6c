import type { Stage } from '@aws-sdk/client-api-gateway';
import { apiGateway } from '../aws/sdk';
import { defineResource, type Target } from '../engine/resource';
import { told, wrongArgument } from '../engine/unjudged';
import { apiAccessLog } from './shared/api-access-log';
import type { AwsOf } from './shared/aws-of';

/** A stage and the API it belongs to, which API Gateway does not repeat. */
interface StageFacts extends Stage {
  restApiId: string;
}

export const apigatewayStage = defineResource({
  type: 'AWS::ApiGateway::Stage',
  label: 'API Gateway stage',
  sdk: apiGateway,
  reads: ['apigateway:GET'],
  notFound: ['NotFoundException'],
  accepts: ['AWS::ApiGateway::RestApi'],
  facts: async (aws, target): Promise<StageFacts | undefined> => {
    const { api, stageName } = namesOf(target);
    const restApiId = api ?? (await apiWith(aws, stageName));
    return restApiId === undefined
      ? undefined
      : { ...(await aws.call('GetStage', { restApiId, stageName })), restApiId };
  },
  facets: {
    identity: {
      fields: 'stageName',
      read: (stage, aws) => ({
        arn: `arn:${aws.partition}:apigateway:${aws.region}::/restapis/${stage.restApiId}/stages/${stage.stageName}`,
        id: told(stage.stageName, 'stageName'),
      }),
    },
    lifecycle: {
      fields: 'deploymentId',
      read: ({ deploymentId }) =>
        deploymentId ? { available: true } : { available: false, reason: 'nothing is deployed to the stage' },
    },
    tags: { fields: 'tags', read: (stage) => stage.tags ?? {} },
    tracing: {
      fields: 'tracingEnabled',
      read: ({ tracingEnabled: enabled = false }) => ({ enabled, mode: `tracingEnabled ${enabled}` }),
    },
    accessLogging: {
      fields: 'accessLogSettings.destinationArn',
      read: (stage) => apiAccessLog(stage.accessLogSettings?.destinationArn),
    },
    executionLogs: {
      fields: "methodSettings['*/*'].{loggingLevel, dataTraceEnabled}",
      read: ({ restApiId, stageName, methodSettings }, aws) => {
        const level = methodSettings?.['*/*']?.loggingLevel ?? 'OFF';
        const group = `API-Gateway-Execution-Logs_${restApiId}/${stageName}`;
        return aws.account().then((account) => ({
          enabled: level !== 'OFF',
          level,
          includesData: methodSettings?.['*/*']?.dataTraceEnabled ?? false,
          // API Gateway names the group by itself and tells it nowhere.
          destinations:
            level === 'OFF' ? [] : [`arn:${aws.partition}:logs:${aws.region}:${account}:log-group:${group}`],
        }));
      },
    },
    throttling: {
      fields: "methodSettings['*/*'].{throttlingRateLimit, throttlingBurstLimit}",
      read: ({ methodSettings }) => {
        const settings = methodSettings?.['*/*'];
        return { rate: limitOf(settings?.throttlingRateLimit), burst: limitOf(settings?.throttlingBurstLimit) };
      },
    },
    attachedWebAcl: { fields: 'webAclArn', read: (stage) => ({ arn: stage.webAclArn || undefined }) },
  },
});

/** -1 stands for the limit of the account. */
function limitOf(given: number | undefined): number | undefined {
  return given === undefined || given < 0 ? undefined : given;
}

/** `api/stage` and `api|stage` as tools join them, `ags-api-stage` as Terraform does, an ARN and an address. */
function namesOf({ id, value }: Target): { api?: string; stageName: string } {
  const [, api, stageName] =
    /\/restapis\/([^/]+)\/stages\/([^/]+)$/.exec(value) ??
    /^https?:\/\/([a-z0-9]+)\.execute-api\.[^/]+\/([^/?#]+)/.exec(value) ??
    /^ags-([a-z0-9]+)-(.+)$/.exec(id) ??
    /^([a-z0-9]+)[/|]([^/|]+)$/.exec(id) ??
    [];
  return api === undefined || stageName === undefined ? { stageName: id } : { api, stageName };
}

/** The one API that has a stage of this name. */
async function apiWith(aws: AwsOf<typeof apiGateway>, stageName: string): Promise<string | undefined> {
  const apis = await aws.list('GetRestApis', { limit: 500 }, (page) => page.items);
  const ids = apis.map((api) => told(api.id, 'items[].id'));
  const stages = await Promise.all(ids.map((restApiId) => aws.call('GetStages', { restApiId })));
  const found = ids.filter((_, index) =>
    told(stages[index]?.item, 'item').some((stage) => stage.stageName === stageName),
  );
  if (found.length > 1) {
    throw wrongArgument(
      `${found.length} REST APIs have a stage ${stageName}: ${found.join(', ')}`,
      'Let the outputs file hold the ARN or the address of the stage.',
    );
  }
  return found[0];
}
