import type { MethodSetting, Stage } from '@aws-sdk/client-api-gateway';
import { apiGateway } from '../aws/sdk';
import { defineResource, type Target } from '../engine/resource';
import { told, wrongArgument } from '../engine/unjudged';
import { apiAccessLog } from './shared/api-access-log';
import { restAddress } from './shared/api-address';
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
      fields: 'methodSettings[].{loggingLevel, dataTraceEnabled}, the weakest of them',
      read: ({ restApiId, stageName, methodSettings }, aws) => {
        const { level, includesData } = weakestLog(methodSettings);
        const group = `API-Gateway-Execution-Logs_${restApiId}/${stageName}`;
        return aws.account().then((account) => ({
          enabled: level !== 'OFF',
          level,
          includesData,
          // API Gateway names the group by itself and tells it nowhere.
          destinations:
            level === 'OFF' ? [] : [`arn:${aws.partition}:logs:${aws.region}:${account}:log-group:${group}`],
        }));
      },
    },
    methodMetrics: {
      fields: 'methodSettings[].metricsEnabled',
      // API Gateway leaves the settings out where there are none.
      read: ({ methodSettings = {} }) => {
        const { '*/*': all, ...single } = methodSettings;
        const without = Object.entries(single).filter(([, { metricsEnabled }]) => metricsEnabled === false);
        return { enabled: all?.metricsEnabled ?? false, without: without.map(([method]) => method) };
      },
    },
    throttling: {
      fields: 'methodSettings[].{throttlingRateLimit, throttlingBurstLimit}, the widest of them',
      read: ({ methodSettings }) => ({
        rate: widestLimit(methodSettings, 'throttlingRateLimit'),
        burst: widestLimit(methodSettings, 'throttlingBurstLimit'),
      }),
    },
    attachedWebAcl: { fields: 'webAclArn', read: (stage) => ({ arn: stage.webAclArn || undefined }) },
    webAddress: {
      fields: 'restApiId, stageName',
      read: (stage, aws) => ({ address: restAddress(aws, stage.restApiId, told(stage.stageName, 'stageName')) }),
    },
  },
  acts: {
    request: {
      calls: ['http:Request'],
      perform: (stage, aws, request) =>
        aws.request(restAddress(aws, stage.restApiId, told(stage.stageName, 'stageName')), request),
    },
  },
});

type MethodSettings = Stage['methodSettings'];

const logLevels = ['OFF', 'ERROR', 'INFO'];

/** Settings of a single method stand above those of all methods, so one method may log less than the rest. */
function weakestLog(settings: MethodSettings = {}): { level: string; includesData: boolean } {
  const levels = eachMethod(settings, 'loggingLevel', 'OFF');
  const [level = 'OFF'] = levels.sort((one, other) => logLevels.indexOf(one) - logLevels.indexOf(other));
  return { level, includesData: eachMethod(settings, 'dataTraceEnabled', false).includes(true) };
}

/** The limit that holds wherever a request goes; none where the account's limit, which -1 stands for, holds somewhere. */
function widestLimit(
  settings: MethodSettings = {},
  name: 'throttlingRateLimit' | 'throttlingBurstLimit',
): number | undefined {
  const limits = eachMethod(settings, name, -1);
  return limits.some((limit) => limit < 0) ? undefined : Math.max(...limits);
}

/** A setting for all methods, and wherever a single method has its own. */
function eachMethod<Name extends keyof MethodSetting>(
  settings: Record<string, MethodSetting>,
  name: Name,
  byDefault: NonNullable<MethodSetting[Name]>,
): NonNullable<MethodSetting[Name]>[] {
  const { '*/*': all, ...single } = settings;
  return [all?.[name] ?? byDefault, ...Object.values(single).flatMap((setting) => setting[name] ?? [])];
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
