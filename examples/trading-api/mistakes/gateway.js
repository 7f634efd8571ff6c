// @ts-check

/** @typedef {import('../../failure.js').Mistake} Mistake */

/**
 * @param {string} path @param {string} value
 * @returns {Mistake['apply']}
 */
const patchStage =
  (path, value) =>
  ({ aws, outputs, resources }) =>
    aws.call('api-gateway', 'UpdateStage', {
      restApiId: outputs['api-id'],
      stageName: resources.ApiStage?.physicalId,
      patchOperations: [{ op: 'replace', path, value }],
    });

/**
 * @param {object} operation
 * @returns {Mistake['apply']}
 */
const patchApi =
  (operation) =>
  ({ aws, outputs }) =>
    aws.call('api-gateway', 'UpdateRestApi', { restApiId: outputs['api-id'], patchOperations: [operation] });

const oneDeployment = 'the API sends every request to one deployment, and shows no certificate to what it calls';
const alike = 'the stage logs, counts, limits and caches every method alike';
const asText = 'the API takes and gives text as it is';
const methods = 'the API takes orders from IAM identities alone, and tells everybody how it is (PCI DSS 7.2)';

/** @type {Mistake[]} */
const gateway = [
  {
    name: 'the stage is no longer traced',
    output: 'api-stage-arn',
    test: 'the stage traces requests',
    expected: 'on',
    received: 'tracingEnabled false',
    apply: patchStage('/tracingEnabled', 'false'),
  },
  {
    name: 'requests are no longer written down',
    output: 'api-stage-arn',
    test: 'the stage writes a line for each request, with who, when, what and how it ended (PCI DSS 10.2.2)',
    expected: 'on',
    received: 'off',
    apply: ({ aws, outputs, resources }) =>
      aws.call('api-gateway', 'UpdateStage', {
        restApiId: outputs['api-id'],
        stageName: resources.ApiStage?.physicalId,
        patchOperations: [{ op: 'remove', path: '/accessLogSettings' }],
      }),
  },
  {
    name: 'requests are written to another log group',
    output: 'api-stage-arn',
    test: 'the stage writes a line for each request, with who, when, what and how it ended (PCI DSS 10.2.2)',
    expected: '/aws/apigateway/trading-api-dev',
    received: '/aws/lambda/trading-orders-dev',
    apply: (stack) =>
      patchStage(
        '/accessLogSettings/destinationArn',
        `arn:aws:logs:us-east-1:${stack.accountId}:log-group:/aws/lambda/trading-orders-dev`,
      )(stack),
  },
  {
    name: 'the access log no longer tells who called',
    output: 'api-stage-arn',
    test: 'the stage writes a line for each request, with who, when, what and how it ended (PCI DSS 10.2.2)',
    expected: '$context.identity.caller',
    received: '$context.requestId',
    apply: patchStage('/accessLogSettings/format', '$context.requestId $context.status'),
  },
  {
    name: 'card numbers in requests get into the log',
    output: 'api-stage-arn',
    test: 'the stage logs what it does, and never what is in requests (PCI DSS 3.3)',
    expected: 'false',
    received: 'true',
    apply: patchStage('/*/*/logging/dataTrace', 'true'),
  },
  {
    name: 'the stage logs errors alone',
    output: 'api-stage-arn',
    test: 'the stage logs what it does, and never what is in requests (PCI DSS 3.3)',
    expected: 'INFO',
    received: 'ERROR',
    apply: patchStage('/*/*/logging/loglevel', 'ERROR'),
  },
  {
    name: 'requests are no longer limited',
    output: 'api-stage-arn',
    test: 'the stage takes a hundred requests per second',
    expected: '100',
    received: '10000',
    apply: patchStage('/*/*/throttling/rateLimit', '10000'),
  },
  {
    name: 'everybody may place orders',
    output: 'api-id',
    test: methods,
    expected: 'AWS_IAM',
    received: 'NONE',
    apply: async ({ aws, outputs, resources }) => {
      const method = {
        restApiId: outputs['api-id'],
        resourceId: resources.OrdersResource?.physicalId,
        httpMethod: 'POST',
      };
      const uri = `arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/${outputs['orders-function-arn']}/invocations`;
      await aws.call('api-gateway', 'DeleteMethod', method);
      await aws.call('api-gateway', 'PutMethod', { ...method, authorizationType: 'NONE' });
      await aws.call('api-gateway', 'PutIntegration', {
        ...method,
        type: 'AWS_PROXY',
        integrationHttpMethod: 'POST',
        uri,
      });
    },
  },
  {
    name: 'the API has a second stage',
    output: 'api-id',
    test: 'the API has one stage',
    expected: 'dev',
    received: 'shadow',
    apply: ({ aws, outputs, resources }) =>
      aws.call('api-gateway', 'CreateStage', {
        restApiId: outputs['api-id'],
        stageName: 'shadow',
        deploymentId: resources.ApiDeployment?.physicalId,
      }),
  },
  {
    name: 'one method logs nothing',
    output: 'api-stage-arn',
    test: 'the stage logs what it does, and never what is in requests (PCI DSS 3.3)',
    expected: 'INFO',
    received: 'OFF',
    apply: patchStage('/~1orders/POST/logging/loglevel', 'OFF'),
  },
  {
    name: 'orders can be deleted',
    output: 'api-id',
    test: methods,
    expected: 'POST /orders',
    received: 'DELETE /orders/{orderId}',
    apply: ({ aws, outputs, resources }) =>
      aws.call('api-gateway', 'PutMethod', {
        restApiId: outputs['api-id'],
        resourceId: resources.OrderResource?.physicalId,
        httpMethod: 'DELETE',
        authorizationType: 'NONE',
      }),
  },
  {
    name: 'orders go to another function',
    output: 'api-id',
    test: 'the API hands every request to the function',
    expected: 'trading-orders-dev',
    received: 'shadow',
    apply: ({ aws, outputs, resources }) =>
      aws.call('api-gateway', 'PutIntegration', {
        restApiId: outputs['api-id'],
        resourceId: resources.OrdersResource?.physicalId,
        httpMethod: 'POST',
        type: 'AWS_PROXY',
        integrationHttpMethod: 'POST',
        uri: 'arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/arn:aws:lambda:us-east-1:999999999999:function:shadow/invocations',
      }),
  },
  {
    name: 'the stage is gone',
    output: 'api-stage-arn',
    test: 'the stage traces requests',
    expected: 'exists',
    received: 'does not exist',
    apply: ({ aws, outputs, resources }) =>
      aws.call('api-gateway', 'DeleteStage', {
        restApiId: outputs['api-id'],
        stageName: resources.ApiStage?.physicalId,
      }),
  },
  {
    name: 'half of the requests go to another deployment',
    output: 'api-stage-arn',
    test: oneDeployment,
    expected: 'canarySettings',
    received: 'percentTraffic',
    on: { moto: 'moto 5.2.5 ignores canarySettings of UpdateStage' },
    apply: patchStage('/canarySettings/percentTraffic', '50'),
  },
  {
    name: 'the stage shows a certificate',
    output: 'api-stage-arn',
    test: oneDeployment,
    expected: 'clientCertificateId',
    received: 'abc123',
    on: { moto: 'moto 5.2.5 ignores clientCertificateId of UpdateStage' },
    apply: patchStage('/clientCertificateId', 'abc123'),
  },
  {
    name: 'card numbers in orders alone get into the log',
    output: 'api-stage-arn',
    test: alike,
    expected: 'orders/POST',
    received: 'dataTraceEnabled',
    apply: patchStage('/~1orders/POST/logging/dataTrace', 'true'),
  },
  {
    name: 'what became of an order is cached',
    output: 'api-stage-arn',
    test: alike,
    expected: 'orderId}/GET',
    received: 'cachingEnabled',
    apply: patchStage('/~1orders~1{orderId}/GET/caching/enabled', 'true'),
  },
  {
    name: 'one order per second is taken',
    output: 'api-stage-arn',
    test: alike,
    expected: 'orders/POST',
    received: 'throttlingRateLimit',
    apply: patchStage('/~1orders/POST/throttling/rateLimit', '1'),
  },
  {
    name: 'the API takes what is no text',
    output: 'api-id',
    test: asText,
    expected: 'binaryMediaTypes',
    received: 'image/png',
    on: { ministack: 'ministack 1.5.33 answers binaryMediaTypes with an object once UpdateRestApi changed it' },
    apply: patchApi({ op: 'add', path: '/binaryMediaTypes/image~1png', value: 'image/png' }),
  },
  {
    name: 'the API compresses its answers',
    output: 'api-id',
    test: asText,
    expected: 'minimumCompressionSize',
    received: '1024',
    on: { moto: 'moto 5.2.5 ignores minimumCompressionSize of UpdateRestApi' },
    apply: patchApi({ op: 'replace', path: '/minimumCompressionSize', value: '1024' }),
  },
];

module.exports = { gateway };
