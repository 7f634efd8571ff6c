// @ts-check

const {
  AddPermissionCommand,
  CreateFunctionUrlConfigCommand,
  DeleteFunctionCommand,
  DeleteFunctionConcurrencyCommand,
  PutFunctionEventInvokeConfigCommand,
  RemovePermissionCommand,
  UntagResourceCommand,
  UpdateFunctionCodeCommand,
  UpdateFunctionConfigurationCommand,
} = require('@aws-sdk/client-lambda');
const { zip } = require('../../../deploy/zip.js');

/** @typedef {import('../../failure.js').Stack} Stack */

/**
 * @param {Omit<import('@aws-sdk/client-lambda').UpdateFunctionConfigurationRequest, 'FunctionName'>} configuration
 * @returns {(stack: Stack) => Promise<unknown>}
 */
const reconfigure =
  (configuration) =>
  ({ client, outputs }) =>
    client('lambda').send(
      new UpdateFunctionConfigurationCommand({
        FunctionName: String(outputs.DataProcessorFunctionName),
        ...configuration,
      }),
    );

/** @type {import('../../failure.js').Mistake[]} */
module.exports = [
  {
    name: 'the data processor was taken out of the VPC',
    output: 'DataProcessorFunctionName',
    test: 'the data processor runs in the private subnets, behind its own security group',
    expected: 'private subnets',
    received: 'no subnet',
    apply: reconfigure({ VpcConfig: { SubnetIds: [], SecurityGroupIds: [] } }),
  },
  {
    name: 'the data processor also sits behind the default security group',
    output: 'DataProcessorFunctionName',
    test: 'the data processor runs in the private subnets, behind its own security group',
    expected: /sg-\w+/,
    received: /sg-\w+/,
    apply: ({ outputs, ...stack }) =>
      reconfigure({
        VpcConfig: {
          SubnetIds: [String(outputs.PrivateSubnetAId), String(outputs.PrivateSubnetBId)],
          SecurityGroupIds: [String(outputs.ProcessorSecurityGroupId), String(outputs.DefaultSecurityGroupId)],
        },
      })({ outputs, ...stack }),
  },
  {
    name: 'the runtime is back to one that AWS no longer supports',
    output: 'DataProcessorFunctionName',
    test: 'the data processor runs python3.11 with the time and memory that it needs',
    expected: 'python3.11',
    received: 'python3.8',
    apply: reconfigure({ Runtime: 'python3.8' }),
  },
  {
    name: 'the data processor has a quarter of its memory',
    output: 'DataProcessorFunctionName',
    test: 'the data processor runs python3.11 with the time and memory that it needs',
    expected: '512',
    received: '128',
    apply: reconfigure({ MemorySize: 128 }),
  },
  {
    name: 'the data processor times out after three seconds',
    output: 'DataProcessorFunctionName',
    test: 'the data processor runs python3.11 with the time and memory that it needs',
    expected: '5 min',
    received: '3 s',
    apply: reconfigure({ Timeout: 3 }),
  },
  {
    name: 'tracing was switched off',
    output: 'DataProcessorFunctionName',
    test: 'the data processor is traced, and writes to its own log group',
    expected: 'tracing on',
    received: 'PassThrough',
    apply: reconfigure({ TracingConfig: { Mode: 'PassThrough' } }),
    on: { moto: 'moto 5.2.5 ignores TracingConfig in UpdateFunctionConfiguration' },
  },
  {
    name: 'somebody debugging left a password in the environment',
    output: 'DataProcessorFunctionName',
    test: 'the data processor is told what it needs, and no secret',
    expected: 'RESULTS_PREFIX',
    received: 'DATABASE_PASSWORD',
    apply: ({ outputs, ...stack }) =>
      reconfigure({
        Environment: {
          Variables: {
            ENVIRONMENT: 'dev',
            LOG_LEVEL: 'INFO',
            RESULTS_PREFIX: 'results/',
            DATA_KEY_ARN: String(outputs.DataKeyArn),
            DATABASE_PASSWORD: 'correct-horse-battery-staple',
          },
        },
      })({ outputs, ...stack }),
  },
  {
    name: 'results are written somewhere else',
    output: 'DataProcessorFunctionName',
    test: 'the data processor is told what it needs, and no secret',
    expected: 'RESULTS_PREFIX',
    received: 'RESULTS_PREFIX',
    apply: ({ outputs, ...stack }) =>
      reconfigure({
        Environment: {
          Variables: {
            ENVIRONMENT: 'dev',
            LOG_LEVEL: 'INFO',
            RESULTS_PREFIX: 'incoming/',
            DATA_KEY_ARN: String(outputs.DataKeyArn),
          },
        },
      })({ outputs, ...stack }),
  },
  {
    name: 'the environment of the data processor is no longer under the data key',
    output: 'DataProcessorFunctionName',
    test: 'the data processor has its environment encrypted with the data key',
    expected: 'key/',
    received: 'no KMSKeyArn',
    apply: reconfigure({ KMSKeyArn: '' }),
    on: { moto: 'moto 5.2.5 ignores KMSKeyArn in UpdateFunctionConfiguration' },
  },
  {
    name: 'the data processor acts as the role of the flow logs',
    output: 'DataProcessorFunctionName',
    test: 'the data processor acts as its own role',
    expected: 'role/zero-trust-data-processor-dev',
    received: 'role/zero-trust-flow-logs-dev',
    apply: ({ outputs, ...stack }) => reconfigure({ Role: String(outputs.FlowLogRoleArn) })({ outputs, ...stack }),
  },
  {
    name: 'nobody keeps what cannot be processed',
    output: 'DataProcessorFunctionName',
    test: 'the data processor gives up data that cannot be processed to the dead letters',
    expected: 'data-processor-failures-dev',
    received: 'none',
    apply: reconfigure({ DeadLetterConfig: { TargetArn: '' } }),
    on: { moto: 'moto 5.2.5 leaves DeadLetterConfig out of GetFunctionConfiguration' },
  },
  {
    name: 'code that nobody released was uploaded',
    output: 'DataProcessorFunctionName',
    test: 'the data processor runs the code that was released, without anything layered on it',
    expected: 'CodeSha256',
    received: 'CodeSha256',
    apply: ({ client, outputs }) =>
      client('lambda').send(
        new UpdateFunctionCodeCommand({
          FunctionName: String(outputs.DataProcessorFunctionName),
          ZipFile: zip('index.py', 'def handler(event, context):\n    return {"processed": 0}\n'),
        }),
      ),
  },
  {
    name: 'the reserved concurrency of the data processor was given up',
    output: 'DataProcessorFunctionName',
    test: 'the data processor may run twenty times at once and no more',
    expected: '20',
    received: /no|none/,
    apply: ({ client, outputs }) =>
      client('lambda').send(
        new DeleteFunctionConcurrencyCommand({ FunctionName: String(outputs.DataProcessorFunctionName) }),
      ),
  },
  {
    name: 'everybody may invoke the data processor',
    output: 'DataProcessorFunctionName',
    test: 'the data processor may be invoked by the data bucket of this account alone',
    expected: 'zero-trust-data-dev',
    received: '* (permission',
    apply: ({ client, outputs }) =>
      client('lambda').send(
        new AddPermissionCommand({
          FunctionName: String(outputs.DataProcessorFunctionName),
          StatementId: 'debugging',
          Action: 'lambda:InvokeFunction',
          Principal: '*',
        }),
      ),
  },
  {
    name: 'the data bucket may no longer invoke the data processor',
    output: 'DataProcessorFunctionName',
    test: 'the data processor may be invoked by the data bucket of this account alone',
    expected: 's3.amazonaws.com',
    received: 'services that the policy names: none',
    apply: ({ client, outputs }) =>
      client('lambda').send(
        new RemovePermissionCommand({
          FunctionName: String(outputs.DataProcessorFunctionName),
          StatementId: 'DataBucketMayInvokeProcessor',
        }),
      ),
  },
  {
    name: 'what fails once is not tried again',
    output: 'DataProcessorFunctionName',
    test: 'the data processor tries an event twice again, for six hours, and tells nobody of the outcome',
    expected: '2 retries',
    received: '0 retries',
    apply: ({ client, outputs }) =>
      client('lambda').send(
        new PutFunctionEventInvokeConfigCommand({
          FunctionName: String(outputs.DataProcessorFunctionName),
          MaximumRetryAttempts: 0,
        }),
      ),
  },
  {
    name: 'the data processor got an address that anybody may call',
    output: 'DataProcessorFunctionName',
    test: 'the data processor has no address on the internet',
    expected: /not/,
    received: 'exists',
    apply: ({ client, outputs }) =>
      client('lambda').send(
        new CreateFunctionUrlConfigCommand({
          FunctionName: String(outputs.DataProcessorFunctionName),
          AuthType: 'NONE',
        }),
      ),
  },
  {
    name: 'the data processor lost its environment tag',
    output: 'DataProcessorFunctionName',
    test: 'the data processor carries the tags',
    expected: 'dev',
    received: 'no such tag',
    apply: async ({ client, resources }) =>
      client('lambda').send(
        new UntagResourceCommand({
          Resource: String(resources.DataProcessor?.attributes.Arn),
          TagKeys: ['Environment'],
        }),
      ),
  },
  {
    name: 'the data processor was deleted',
    output: 'DataProcessorFunctionName',
    test: 'the data processor is ready, under the name of its environment',
    expected: 'exists',
    received: 'does not exist',
    apply: ({ client, outputs }) =>
      client('lambda').send(new DeleteFunctionCommand({ FunctionName: String(outputs.DataProcessorFunctionName) })),
  },
];
