import { outputs, resource } from 'stackproof';

const api = resource('ApiId', 'AWS::ApiGateway::RestApi');
const stage = resource('ApiUrl', 'AWS::ApiGateway::Stage');
const accessLogGroup = resource('ApiAccessLogGroupName', 'AWS::Logs::LogGroup');

describe('the API', () => {
  test('is regional, and has the one stage', async () => {
    await expect(api).toBeAvailable();
    await expect(api).toHaveConfig({
      name: 'fedramp-monitoring-dev',
      apiKeySource: 'HEADER',
      disableExecuteApiEndpoint: false,
    });
    await expect(api).toHaveEndpointType('REGIONAL');
    await expect(api).toHaveOnlyStages(['dev']);
  });

  test('takes text as it is: no type of body is binary, and none is compressed', async () => {
    await expect(api).toHaveConfig({ 'binaryMediaTypes[0]': null, minimumCompressionSize: null });
  });

  test('has no policy of its own, which could let others in', async () => {
    await expect(api).toHavePolicyDocument({ Statement: [] });
  });

  test('takes events and tells its health, and does nothing else', async () => {
    await expect(api).toHaveOnlyMethods(['POST /events', 'GET /health']);
  });

  test('takes events from callers that sign with IAM, and puts them on the stream (AC-3, IA-2)', async () => {
    await expect(api).toHaveMethod('POST', '/events', {
      authorization: 'AWS_IAM',
      apiKey: false,
      integration: 'arn:aws:apigateway:us-west-2:kinesis:action/PutRecord',
      role: resource('ApiStreamRoleArn'),
    });
  });

  test('tells its health without asking anybody', async () => {
    await expect(api).toHaveMethod('GET', '/health', { authorization: 'NONE', apiKey: false, integration: 'MOCK' });
  });
});

describe('the stage of the API', () => {
  test('is that of this API, at the address that the outputs tell', async () => {
    const id = await outputs.get('ApiId');
    await expect(stage).toHaveConfig({ restApiId: id, stageName: 'dev' });
    await expect(outputs).toHaveOutputs({ ApiUrl: `https://${id}.execute-api.us-west-2.amazonaws.com/dev/` });
  });

  test('serves one deployment to everybody', async () => {
    await expect(stage).toHaveConfig({ canarySettings: null, clientCertificateId: null });
  });

  test('logs each request to the access log, with who, when, what and how it ended (AU-3)', async () => {
    await expect(stage).toBeAvailable();
    await expect(stage).toHaveAccessLogging(accessLogGroup);
    await expect(stage).toHaveConfig({
      'accessLogSettings.format': JSON.stringify({
        requestId: '$context.requestId',
        ip: '$context.identity.sourceIp',
        caller: '$context.identity.caller',
        requestTime: '$context.requestTime',
        httpMethod: '$context.httpMethod',
        resourcePath: '$context.resourcePath',
        status: '$context.status',
      }),
    });
  });

  test('publishes metrics and logs executions of every method, without the bodies of requests (SI-4)', async () => {
    await expect(stage).toPublishMetrics();
    await expect(stage).toLogExecutions({ level: 'INFO' });
    await expect(stage).toHaveConfig({
      methodSettings: { '*/*': { metricsEnabled: true, loggingLevel: 'INFO', dataTraceEnabled: false } },
    });
  });

  test('traces requests', async () => {
    await expect(stage).toHaveTracing();
  });

  test('is limited to 200 requests a second (SC-5)', async () => {
    await expect(stage).toHaveThrottling({ rate: 200, burst: 400 });
  });

  test('caches nothing', async () => {
    await expect(stage).toHaveConfig({
      cacheClusterEnabled: false,
      methodSettings: { '*/*': { cachingEnabled: false } },
    });
  });

  test('answers that it is healthy', async () => {
    await expect(stage).toRespond({ path: '/health', status: 200, containing: { status: 'ok' } });
  });
});
