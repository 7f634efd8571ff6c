// @ts-check

const { policy } = require('../../policy');

/** @typedef {import('../../failure.js').Stack} Stack */

/** @param {Record<string, unknown>} change */
function configure(change) {
  return (/** @type {Stack} */ { aws, outputs }) =>
    aws.call('lambda', 'UpdateFunctionConfiguration', { FunctionName: outputs.ProcessorFunctionName, ...change });
}

/** @param {Record<string, unknown>} change */
function remap(change) {
  return (/** @type {Stack} */ { aws, outputs }) =>
    aws.call('lambda', 'UpdateEventSourceMapping', { UUID: outputs.StreamMappingId, ...change });
}

const roleName = 'patient-data-processor-dev';

/** @type {import('../../failure.js').Mistake[]} */
module.exports = [
  {
    name: 'the processor gets another runtime',
    output: 'ProcessorFunctionName',
    test: 'the processor runs Python 3.11 from the handler of the release',
    expected: 'python3.11',
    received: 'python3.9',
    apply: configure({ Runtime: 'python3.9' }),
  },
  {
    name: 'the processor gets too little memory',
    output: 'ProcessorFunctionName',
    test: 'the processor has time and memory for a batch',
    expected: '512',
    received: '128',
    apply: configure({ MemorySize: 128 }),
  },
  {
    name: 'the processor gets too little time',
    output: 'ProcessorFunctionName',
    test: 'the processor has time and memory for a batch',
    expected: '1 minute',
    received: '3 seconds',
    apply: configure({ Timeout: 3 }),
  },
  {
    name: 'the processor is taken out of the VPC',
    output: 'ProcessorFunctionName',
    test: 'the processor runs in the private subnets behind its own security group',
    expected: 'subnet-',
    received: 'no subnet',
    apply: configure({ VpcConfig: { SubnetIds: [], SecurityGroupIds: [] } }),
  },
  {
    name: 'tracing of the processor is switched off',
    output: 'ProcessorFunctionName',
    test: 'the processor is traced',
    expected: 'tracing on',
    received: 'PassThrough',
    apply: configure({ TracingConfig: { Mode: 'PassThrough' } }),
    on: { moto: 'moto 5.2.5 takes TracingConfig in CreateFunction alone' },
  },
  {
    name: 'the password is put into the variables of the processor',
    output: 'ProcessorFunctionName',
    test: 'the processor knows where to audit and where its credentials are, and holds no secret itself',
    expected: 'AUDIT_LOG_GROUP',
    received: 'DATABASE_PASSWORD',
    apply: (stack) =>
      configure({
        Environment: {
          Variables: {
            ENVIRONMENT: 'dev',
            AUDIT_LOG_GROUP: stack.outputs.AuditLogGroupName,
            DATABASE_SECRET_ARN: stack.outputs.DatabaseSecretArn,
            DATABASE_PASSWORD: 'correct-horse-battery-staple',
          },
        },
      })(stack),
  },
  {
    name: 'the limit on concurrent runs of the processor is removed',
    output: 'ProcessorFunctionName',
    test: 'the processor has time and memory for a batch',
    expected: '20',
    received: 'nothing',
    apply: ({ aws, outputs }) =>
      aws.call('lambda', 'DeleteFunctionConcurrency', { FunctionName: outputs.ProcessorFunctionName }),
  },
  {
    name: 'another account may invoke the processor',
    output: 'ProcessorFunctionName',
    test: 'the processor can be called by nobody but the stream',
    expected: 'stream/patient-data-stream-dev',
    received: '999988887777',
    apply: ({ aws, outputs }) =>
      aws.call('lambda', 'AddPermission', {
        FunctionName: outputs.ProcessorFunctionName,
        StatementId: 'partner',
        Action: 'lambda:InvokeFunction',
        Principal: '999988887777',
      }),
  },
  {
    name: 'the processor gets an address on the internet, without authentication',
    output: 'ProcessorFunctionArn',
    test: 'the processor can be called by nobody but the stream',
    expected: /not/,
    received: /exists/,
    apply: ({ aws, outputs }) =>
      aws.call('lambda', 'CreateFunctionUrlConfig', { FunctionName: outputs.ProcessorFunctionName, AuthType: 'NONE' }),
  },
  {
    name: 'the processor is deleted',
    output: 'ProcessorFunctionName',
    test: 'the processor runs Python 3.11 from the handler of the release',
    expected: 'exist',
    received: /does not exist/,
    apply: ({ aws, outputs }) => aws.call('lambda', 'DeleteFunction', { FunctionName: outputs.ProcessorFunctionName }),
  },
  {
    name: 'the mapping is disabled',
    output: 'StreamMappingId',
    test: 'the mapping of stream and processor hands over fifty records at once, from the oldest on',
    expected: 'enabled',
    received: /Disabl/,
    apply: remap({ Enabled: false }),
  },
  {
    name: 'the mapping hands over one record at a time',
    output: 'StreamMappingId',
    test: 'the mapping of stream and processor hands over fifty records at once, from the oldest on',
    expected: '50 at once',
    received: '1 at once',
    apply: remap({ BatchSize: 1 }),
  },
  {
    name: 'the mapping throws failed records away',
    output: 'StreamMappingId',
    test: 'the mapping of stream and processor tries three times, and then keeps what failed',
    expected: 'patient-data-failed-dev',
    received: /no/,
    apply: remap({ DestinationConfig: { OnFailure: {} } }),
  },
  {
    name: 'everybody in the account may assume the role of the processor',
    output: 'ProcessorRoleArn',
    test: 'the role of the processor is for Lambda alone',
    expected: 'lambda',
    received: 'root',
    apply: ({ aws, accountId }) =>
      aws.call('iam', 'UpdateAssumeRolePolicy', {
        RoleName: roleName,
        PolicyDocument: policy(
          { Effect: 'Allow', Principal: { Service: 'lambda.amazonaws.com' }, Action: 'sts:AssumeRole' },
          { Effect: 'Allow', Principal: { AWS: `arn:aws:iam::${accountId}:root` }, Action: 'sts:AssumeRole' },
        ),
      }),
  },
  {
    name: 'AdministratorAccess is attached to the role of the processor',
    output: 'ProcessorRoleArn',
    test: 'the role of the processor has the policies for its VPC and its traces, and its own',
    expected: 'AWSLambdaVPCAccessExecutionRole',
    received: 'AdministratorAccess',
    apply: ({ aws }) =>
      aws.call('iam', 'AttachRolePolicy', {
        RoleName: roleName,
        PolicyArn: 'arn:aws:iam::aws:policy/AdministratorAccess',
      }),
  },
  {
    name: 'a second inline policy lets the processor read every secret',
    output: 'ProcessorRoleArn',
    test: 'the role of the processor has the policies for its VPC and its traces, and its own',
    expected: 'patient-data',
    received: 'quick-fix',
    apply: ({ aws }) =>
      aws.call('iam', 'PutRolePolicy', {
        RoleName: roleName,
        PolicyName: 'quick-fix',
        PolicyDocument: policy({ Effect: 'Allow', Action: 'secretsmanager:*', Resource: '*' }),
      }),
  },
  {
    name: 'the policy of the processor is widened to everything',
    output: 'ProcessorRoleArn',
    test: 'the role of the processor may do with patient data what the pipeline needs, and no more',
    expected: 'kinesis:GetRecords',
    received: 'kinesis:*',
    apply: ({ aws }) =>
      aws.call('iam', 'PutRolePolicy', {
        RoleName: roleName,
        PolicyName: 'patient-data',
        PolicyDocument: policy({ Effect: 'Allow', Action: ['kinesis:*', 'logs:*', 'kms:*'], Resource: '*' }),
      }),
  },
  {
    name: 'the mapping calls an old version of the processor for ever',
    output: 'StreamMappingId',
    test: 'the mapping of stream and processor calls the function itself and no version of it',
    expected: /:function:patient-data-processor-dev"/,
    received: /:patient-data-processor-dev:\d+/,
    apply: async (stack) => {
      const { Version } = await stack.aws.call('lambda', 'PublishVersion', {
        FunctionName: stack.outputs.ProcessorFunctionName,
      });
      await remap({ FunctionName: `${stack.outputs.ProcessorFunctionArn}:${Version}` })(stack);
    },
  },
];
