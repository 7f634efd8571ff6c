// @ts-check

const fs = require('node:fs');

/** @typedef {import('../../failure.js').Stack} Stack */

/** @param {Stack} stack @param {string} path @param {string} value */
function changeStage({ aws, outputs }, path, value) {
  return aws.call('api-gateway', 'UpdateStage', {
    restApiId: outputs.ApiId,
    stageName: 'dev',
    patchOperations: [{ op: 'replace', path, value }],
  });
}

/** @type {import('../../failure.js').Mistake[]} */
module.exports = [
  {
    name: 'Requests are no longer logged',
    output: 'ApiUrl',
    test: 'the stage of the API logs each request to the access log, with who, when, what and how it ended (AU-3)',
    expected: '/aws/apigateway/fedramp-monitoring-dev/access',
    received: /off|no /,
    apply: ({ aws, outputs }) =>
      aws.call('api-gateway', 'UpdateStage', {
        restApiId: outputs.ApiId,
        stageName: 'dev',
        patchOperations: [{ op: 'remove', path: '/accessLogSettings' }],
      }),
  },
  {
    name: 'Requests are logged to the log group of the service',
    output: 'ApiUrl',
    test: 'the stage of the API logs each request to the access log, with who, when, what and how it ended (AU-3)',
    expected: '/aws/apigateway/fedramp-monitoring-dev/access',
    received: '/ecs/fedramp-monitoring-dev',
    apply: (stack) =>
      changeStage(
        stack,
        '/accessLogSettings/destinationArn',
        `arn:aws:logs:us-west-2:${stack.accountId}:log-group:/ecs/fedramp-monitoring-dev`,
      ),
  },
  {
    name: 'The access log no longer says who called',
    output: 'ApiUrl',
    test: 'the stage of the API logs each request to the access log, with who, when, what and how it ended (AU-3)',
    expected: '$context.identity.caller',
    received: /caller\W+-\W/,
    apply: (stack) =>
      changeStage(
        stack,
        '/accessLogSettings/format',
        '{"requestId":"$context.requestId","ip":"$context.identity.sourceIp","caller":"-","was":"identity.caller","requestTime":"$context.requestTime","httpMethod":"$context.httpMethod","resourcePath":"$context.resourcePath","status":"$context.status"}',
      ),
  },
  {
    name: 'The stage publishes no metrics',
    output: 'ApiUrl',
    test: 'the stage of the API publishes metrics and logs executions of every method, without the bodies of requests (SI-4)',
    expected: 'metrics of every method',
    received: 'no metrics',
    apply: (stack) => changeStage(stack, '/*/*/metrics/enabled', 'false'),
  },
  {
    name: 'The bodies of requests are logged',
    output: 'ApiUrl',
    test: 'the stage of the API publishes metrics and logs executions of every method, without the bodies of requests (SI-4)',
    expected: 'false',
    received: 'true',
    apply: (stack) => changeStage(stack, '/*/*/logging/dataTrace', 'true'),
  },
  {
    name: 'Requests are no longer traced',
    output: 'ApiUrl',
    test: 'the stage of the API traces requests',
    expected: /./,
    received: 'tracingEnabled false',
    apply: (stack) => changeStage(stack, '/tracingEnabled', 'false'),
  },
  {
    name: 'The limit on requests is lifted',
    output: 'ApiUrl',
    test: 'the stage of the API is limited to 200 requests a second (SC-5)',
    expected: '200',
    received: '10000',
    apply: (stack) => changeStage(stack, '/*/*/throttling/rateLimit', '10000'),
  },
  {
    name: 'Anybody may put events',
    output: 'ApiId',
    test: 'the API takes events from callers that sign with IAM, and puts them on the stream (AC-3, IA-2)',
    expected: 'AWS_IAM',
    received: 'authorization NONE',
    apply: async ({ aws, outputs, resources }) => {
      const method = { restApiId: outputs.ApiId, resourceId: resources.EventsResource?.physicalId, httpMethod: 'POST' };
      await aws.call('api-gateway', 'DeleteMethod', method);
      await aws.call('api-gateway', 'PutMethod', { ...method, authorizationType: 'NONE' });
      await aws.call('api-gateway', 'PutIntegration', {
        ...method,
        type: 'AWS',
        integrationHttpMethod: 'POST',
        uri: 'arn:aws:apigateway:us-west-2:kinesis:action/PutRecord',
        credentials: outputs.ApiStreamRoleArn,
      });
    },
  },
  {
    name: 'A method is added that deletes events',
    output: 'ApiId',
    test: 'the API takes events and tells its health, and does nothing else',
    expected: 'POST /events',
    received: 'DELETE /events',
    apply: async ({ aws, outputs, resources }) => {
      const method = {
        restApiId: outputs.ApiId,
        resourceId: resources.EventsResource?.physicalId,
        httpMethod: 'DELETE',
      };
      await aws.call('api-gateway', 'PutMethod', { ...method, authorizationType: 'NONE' });
      await aws.call('api-gateway', 'PutIntegration', { ...method, type: 'MOCK' });
    },
  },
  {
    name: 'Half of the requests go to another deployment',
    output: 'ApiUrl',
    test: 'the stage of the API serves one deployment to everybody',
    expected: 'null',
    received: 'percentTraffic',
    apply: async ({ aws, outputs }) => {
      const { id } = await aws.call('api-gateway', 'CreateDeployment', { restApiId: outputs.ApiId });
      await aws.call('api-gateway', 'UpdateStage', {
        restApiId: outputs.ApiId,
        stageName: 'dev',
        patchOperations: [
          { op: 'replace', path: '/canarySettings/percentTraffic', value: '50' },
          { op: 'replace', path: '/canarySettings/deploymentId', value: String(id) },
        ],
      });
    },
    on: { moto: 'moto 5.2.5 leaves canarySettings out of GetStage' },
  },
  {
    name: 'Bodies of requests are taken for binary',
    output: 'ApiId',
    test: 'the API takes text as it is: no type of body is binary, and none is compressed',
    expected: 'null',
    received: 'application/json',
    apply: ({ aws, outputs }) =>
      aws.call('api-gateway', 'UpdateRestApi', {
        restApiId: outputs.ApiId,
        patchOperations: [{ op: 'add', path: '/binaryMediaTypes/application~1json', value: 'application/json' }],
      }),
    on: { ministack: 'ministack 1.5.33 makes an object of the list binaryMediaTypes, so that GetRestApi answers none' },
  },
  {
    name: 'The address in the outputs leads to another API',
    output: 'ApiUrl',
    test: 'the stage of the API is that of this API, at the address that the outputs tell',
    expected: 'restApiId',
    received: 'restApiId',
    apply: async ({ aws, outputs, outputsFile }) => {
      const { id, rootResourceId } = await aws.call('api-gateway', 'CreateRestApi', { name: 'somebody' });
      const method = { restApiId: id, resourceId: rootResourceId, httpMethod: 'GET' };
      await aws.call('api-gateway', 'PutMethod', { ...method, authorizationType: 'NONE' });
      await aws.call('api-gateway', 'PutIntegration', { ...method, type: 'MOCK' });
      await aws.call('api-gateway', 'CreateDeployment', { restApiId: id, stageName: 'dev' });
      const file = fs.readFileSync(outputsFile, 'utf8');
      fs.writeFileSync(outputsFile, file.replace(`https://${outputs.ApiId}.`, `https://${id}.`));
    },
  },
];
