// @ts-check

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
];
