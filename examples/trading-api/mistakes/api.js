// @ts-check

const { zip } = require('../../../deploy/zip');

/** @typedef {import('../../failure.js').Mistake} Mistake */

/**
 * @param {object} change members of UpdateFunctionConfiguration
 * @returns {Mistake['apply']}
 */
const configureFunction =
  (change) =>
  ({ aws, outputs }) =>
    aws.call('lambda', 'UpdateFunctionConfiguration', { FunctionName: outputs['orders-function-arn'], ...change });

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

const asMeant = 'the function behind the API runs as it was meant to';
const methods = 'the API takes orders from IAM identities alone, and tells everybody how it is (PCI DSS 7.2)';

/** @type {Mistake[]} */
const functions = [
  {
    name: 'the function runs an old runtime',
    output: 'orders-function-arn',
    test: asMeant,
    expected: 'nodejs20.x',
    received: 'nodejs16.x',
    apply: configureFunction({ Runtime: 'nodejs16.x' }),
  },
  {
    name: 'the function has less memory',
    output: 'orders-function-arn',
    test: asMeant,
    expected: '512',
    received: '128',
    apply: configureFunction({ MemorySize: 128 }),
  },
  {
    name: 'the function gives up after three seconds',
    output: 'orders-function-arn',
    test: asMeant,
    expected: '15',
    received: '3 s',
    apply: configureFunction({ Timeout: 3 }),
  },
  {
    name: 'the function has another handler',
    output: 'orders-function-arn',
    test: asMeant,
    expected: 'index.handler',
    received: 'index.main',
    apply: configureFunction({ Handler: 'index.main' }),
  },
  {
    name: 'the function left the VPC',
    output: 'orders-function-arn',
    test: 'the function behind the API sits in the application subnets, behind its own security group',
    expected: 'subnet-',
    received: 'no subnet',
    apply: configureFunction({ VpcConfig: { SubnetIds: [], SecurityGroupIds: [] } }),
  },
  {
    name: 'the function is in the database subnets',
    output: 'orders-function-arn',
    test: 'the function behind the API sits in the application subnets, behind its own security group',
    expected: 'and no other subnet',
    received: 'subnet-',
    apply: (stack) =>
      configureFunction({
        VpcConfig: {
          SubnetIds: [stack.outputs['database-subnet-a-id'], stack.outputs['database-subnet-b-id']],
          SecurityGroupIds: [stack.outputs['function-security-group-id']],
        },
      })(stack),
  },
  {
    name: 'the function is no longer traced',
    output: 'orders-function-arn',
    test: 'the function behind the API is traced',
    expected: 'tracing on',
    received: 'PassThrough',
    on: { moto: 'moto 5.2.5 ignores TracingConfig of UpdateFunctionConfiguration' },
    apply: configureFunction({ TracingConfig: { Mode: 'PassThrough' } }),
  },
  {
    name: 'the password of the ledger stands in the environment of the function',
    output: 'orders-function-arn',
    test: 'the function behind the API is told where its data is, and no secret in the clear',
    expected: 'DATABASE_SECRET_ARN',
    received: 'DATABASE_PASSWORD',
    apply: async (stack) => {
      const { aws, outputs } = stack;
      const answer = await aws.call('lambda', 'GetFunctionConfiguration', {
        FunctionName: outputs['orders-function-arn'],
      });
      const { Variables } = /** @type {{ Variables: Record<string, string> }} */ (answer.Environment);
      await configureFunction({ Environment: { Variables: { ...Variables, DATABASE_PASSWORD: 'Tr4ding!' } } })(stack);
    },
  },
  {
    name: 'the function writes to another table',
    output: 'orders-function-arn',
    test: 'the function behind the API is told where its data is, and no secret in the clear',
    expected: 'ORDERS_TABLE',
    received: 'ORDERS_TABLE',
    apply: async (stack) => {
      const { aws, outputs } = stack;
      const answer = await aws.call('lambda', 'GetFunctionConfiguration', {
        FunctionName: outputs['orders-function-arn'],
      });
      const { Variables } = /** @type {{ Variables: Record<string, string> }} */ (answer.Environment);
      await configureFunction({ Environment: { Variables: { ...Variables, ORDERS_TABLE: 'orders-old' } } })(stack);
    },
  },
  {
    name: 'somebody put other code into the function',
    output: 'orders-function-arn',
    test: 'the function behind the API runs the code that was deployed (PCI DSS 6.5.1)',
    expected: 'CodeSha256',
    received: 'CodeSha256',
    apply: ({ aws, outputs }) =>
      aws.call('lambda', 'UpdateFunctionCode', {
        FunctionName: outputs['orders-function-arn'],
        ZipFile: zip('index.js', "exports.handler = async () => ({ statusCode: 200, body: '{}' });"),
      }),
  },
  {
    name: 'the function may use all the concurrency of the account',
    output: 'orders-function-arn',
    test: 'the function behind the API leaves others their share of the account',
    expected: '50',
    received: /no|nothing/,
    apply: ({ aws, outputs }) =>
      aws.call('lambda', 'DeleteFunctionConcurrency', { FunctionName: outputs['orders-function-arn'] }),
  },
  {
    name: 'the API may no longer call the function',
    output: 'orders-function-arn',
    test: 'the function behind the API is called by the API alone',
    expected: 'apigateway.amazonaws.com',
    received: /no|none|missing/,
    apply: ({ aws, outputs }) =>
      aws.call('lambda', 'RemovePermission', {
        FunctionName: outputs['orders-function-arn'],
        StatementId: 'ApiMayInvoke',
      }),
  },
  {
    name: 'everybody may call the function',
    output: 'orders-function-arn',
    test: 'the function behind the API is called by the API alone',
    expected: 'apigateway.amazonaws.com',
    received: '*',
    apply: ({ aws, outputs }) =>
      aws.call('lambda', 'AddPermission', {
        FunctionName: outputs['orders-function-arn'],
        StatementId: 'Everybody',
        Action: 'lambda:InvokeFunction',
        Principal: '*',
      }),
  },
  {
    name: 'somebody deleted the function',
    output: 'orders-function-arn',
    test: asMeant,
    expected: 'exists',
    received: 'does not exist',
    apply: ({ aws, outputs }) => aws.call('lambda', 'DeleteFunction', { FunctionName: outputs['orders-function-arn'] }),
  },
];

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
    on: { moto: 'moto 5.2.5 keeps no settings of a single method' },
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
];

module.exports = { api: [...functions, ...gateway] };
