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

const withoutLogging = 'moto 5.2.5 leaves LoggingConfig out of GetFunctionConfiguration';
const ownLog = 'the function behind the API writes all of its log into its own log group';
const asMeant = 'the function behind the API runs as it was meant to';

/** @type {Mistake[]} */
const onFunction = [
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
    name: 'the function is called for each change of an order too',
    output: 'orders-function-arn',
    test: 'the function behind the API is called by the API alone',
    expected: 'execute-api',
    received: 'table/trading-orders-dev/stream',
    apply: async ({ aws, outputs, resources }) => {
      const { Table } = await aws.call('dynamodb', 'DescribeTable', { TableName: outputs['orders-table-name'] });
      const { LatestStreamArn } = /** @type {{ LatestStreamArn: string }} */ (Table);
      await aws.call('lambda', 'CreateEventSourceMapping', {
        FunctionName: resources.OrdersFunction?.physicalId,
        EventSourceArn: LatestStreamArn,
        StartingPosition: 'LATEST',
      });
    },
  },
  {
    name: 'somebody deleted the function',
    output: 'orders-function-arn',
    test: asMeant,
    expected: 'exists',
    received: 'does not exist',
    apply: ({ aws, outputs }) => aws.call('lambda', 'DeleteFunction', { FunctionName: outputs['orders-function-arn'] }),
  },
  {
    name: 'everybody can call the function at an address of its own',
    output: 'orders-function-arn',
    test: 'the function behind the API is called by the API alone',
    expected: 'not',
    received: 'exists',
    apply: ({ aws, outputs }) =>
      aws.call('lambda', 'CreateFunctionUrlConfig', { FunctionName: outputs['orders-function-arn'], AuthType: 'NONE' }),
  },
  {
    name: 'the function writes into the log group of the API',
    output: 'orders-function-arn',
    test: ownLog,
    expected: '/aws/lambda/trading-orders-dev',
    received: '/aws/apigateway/trading-api-dev',
    on: { moto: withoutLogging },
    apply: (stack) => configureFunction({ LoggingConfig: { LogGroup: stack.outputs['api-log-group'] } })(stack),
  },
  {
    name: 'the function writes down its last words alone',
    output: 'orders-function-arn',
    test: ownLog,
    expected: 'ApplicationLogLevel',
    received: 'FATAL',
    on: { moto: withoutLogging },
    apply: configureFunction({
      LoggingConfig: { LogFormat: 'JSON', ApplicationLogLevel: 'FATAL', SystemLogLevel: 'WARN' },
    }),
  },
  {
    name: 'the function mounts a file system',
    output: 'orders-function-arn',
    test: 'the function behind the API mounts no file system',
    expected: 'FileSystemConfigs',
    received: 'LocalMountPath',
    on: { moto: 'moto 5.2.5 ignores FileSystemConfigs of UpdateFunctionConfiguration' },
    apply: (stack) =>
      configureFunction({
        FileSystemConfigs: [
          {
            Arn: `arn:aws:elasticfilesystem:us-east-1:${stack.accountId}:access-point/fsap-0123456789abcdef0`,
            LocalMountPath: '/mnt/orders',
          },
        ],
      })(stack),
  },
  {
    name: 'what the function did goes to the people on call',
    output: 'orders-function-arn',
    test: 'the function behind the API hands what it did to nobody',
    expected: '2',
    received: 'trading-alarms-dev',
    apply: ({ aws, outputs }) =>
      aws.call('lambda', 'PutFunctionEventInvokeConfig', {
        FunctionName: outputs['orders-function-arn'],
        MaximumRetryAttempts: 0,
        DestinationConfig: { OnSuccess: { Destination: outputs['alarm-topic-arn'] } },
      }),
  },
  {
    name: 'orders that failed go to the people on call',
    output: 'orders-function-arn',
    test: 'the function behind the API hands what failed to nobody',
    expected: 'no',
    received: 'trading-alarms-dev',
    on: { moto: 'moto 5.2.5 leaves DeadLetterConfig out of GetFunctionConfiguration' },
    apply: (stack) => configureFunction({ DeadLetterConfig: { TargetArn: stack.outputs['alarm-topic-arn'] } })(stack),
  },
];

module.exports = { onFunction };
