// @ts-check

const { zip } = require('../../../deploy/zip.js');
const { policy } = require('../../policy');

/** @typedef {import('../../failure.js').Stack} Stack */

/** @param {Stack} stack @param {Record<string, unknown>} change */
function configureProcessor({ aws, outputs }, change) {
  return aws.call('lambda', 'UpdateFunctionConfiguration', {
    FunctionName: outputs.processor_function_name,
    ...change,
  });
}

/** @param {Stack} stack @param {string} name @param {string} value */
async function setVariable(stack, name, value) {
  const FunctionName = stack.outputs.processor_function_name;
  const { Environment } = await stack.aws.call('lambda', 'GetFunctionConfiguration', { FunctionName });
  const { Variables } = /** @type {{ Variables: Record<string, string> }} */ (Environment);
  return configureProcessor(stack, { Environment: { Variables: { ...Variables, [name]: value } } });
}

/** @param {Stack} stack @param {Record<string, unknown>} change */
function updateMapping({ aws, outputs }, change) {
  return aws.call('lambda', 'UpdateEventSourceMapping', { UUID: outputs.event_source_mapping_uuid, ...change });
}

const roleName = 'transaction-processing-dev-processor';

/** @type {import('../../failure.js').Mistake[]} */
module.exports = [
  {
    name: 'Encryption of the stream is switched off',
    output: 'stream_name',
    test: 'the stream is encrypted with the key of the system',
    expected: 'key/',
    received: 'NONE',
    apply: ({ aws, outputs }) =>
      aws.call('kinesis', 'StopStreamEncryption', {
        StreamName: outputs.stream_name,
        EncryptionType: 'KMS',
        KeyId: outputs.kms_key_arn,
      }),
  },
  {
    name: 'The stream is encrypted with another key',
    output: 'stream_name',
    test: 'the stream is encrypted with the key of the system',
    expected: 'key/',
    received: 'key/',
    apply: async ({ aws, outputs }) => {
      const { KeyMetadata } = await aws.call('kms', 'CreateKey', {});
      const { Arn } = /** @type {{ Arn: string }} */ (KeyMetadata);
      return aws.call('kinesis', 'StartStreamEncryption', {
        StreamName: outputs.stream_name,
        EncryptionType: 'KMS',
        KeyId: Arn,
      });
    },
  },
  {
    name: 'The stream forgets after a day',
    output: 'stream_name',
    test: 'the stream keeps records for three days, so that a weekend can be caught up',
    expected: '3 days',
    received: /1 day|24/,
    apply: ({ aws, outputs }) =>
      aws.call('kinesis', 'DecreaseStreamRetentionPeriod', {
        StreamName: outputs.stream_name,
        RetentionPeriodHours: 24,
      }),
  },
  {
    name: 'Point-in-time recovery of the ledger is switched off',
    output: 'ledger_table_name',
    test: 'the ledger can be restored to any moment, and not deleted by mistake',
    expected: /enabled|on/,
    received: /DISABLED|disabled|off/,
    apply: ({ aws, outputs }) =>
      aws.call('dynamodb', 'UpdateContinuousBackups', {
        TableName: outputs.ledger_table_name,
        PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: false },
      }),
  },
  {
    name: 'Time to live of the ledger is switched off',
    output: 'ledger_table_name',
    test: 'the ledger forgets what is older than it must keep',
    expected: 'expires_at',
    received: /DISABLED|disabled|off|no/,
    apply: ({ aws, outputs }) =>
      aws.call('dynamodb', 'UpdateTimeToLive', {
        TableName: outputs.ledger_table_name,
        TimeToLiveSpecification: { AttributeName: 'expires_at', Enabled: false },
      }),
  },
  {
    name: 'The ledger goes back to a key of AWS',
    output: 'ledger_table_name',
    test: 'the ledger is encrypted with the key of the system',
    expected: 'key/',
    received: /AWS|owned|none/,
    apply: ({ aws, outputs }) =>
      aws.call('dynamodb', 'UpdateTable', {
        TableName: outputs.ledger_table_name,
        SSESpecification: { Enabled: false },
      }),
    on: { moto: 'UpdateTable of moto ignores SSESpecification' },
  },
  {
    name: 'Anybody may send to the queue of failed records',
    output: 'failed_records_queue_url',
    test: 'the queue of failed records refuses insecure transport and grants nothing',
    expected: 'Deny',
    received: 'sqs:SendMessage',
    apply: ({ aws, outputs }) =>
      aws.call('sqs', 'SetQueueAttributes', {
        QueueUrl: outputs.failed_records_queue_url,
        Attributes: {
          Policy: policy({ Effect: 'Allow', Principal: '*', Action: 'sqs:SendMessage', Resource: '*' }),
        },
      }),
  },
  {
    name: 'The processor gets another runtime',
    output: 'processor_function_name',
    test: 'the processor runs the code that was built, as it was meant to',
    expected: 'python3.11',
    received: 'python3.9',
    apply: (stack) => configureProcessor(stack, { Runtime: 'python3.9' }),
  },
  {
    name: 'The processor gets other code',
    output: 'processor_function_name',
    test: 'the processor runs the code that was built, as it was meant to',
    expected: 'CodeSha256',
    received: 'CodeSha256',
    apply: ({ aws, outputs }) =>
      aws.call('lambda', 'UpdateFunctionCode', {
        FunctionName: outputs.processor_function_name,
        ZipFile: zip('index.py', 'def handler(event, context):\n    return None\n'),
      }),
  },
  {
    name: 'The processor has a quarter of its memory',
    output: 'processor_function_name',
    test: 'the processor has the time and memory for a batch, and a limit of its own',
    expected: '512 MB',
    received: '128 MB',
    apply: (stack) => configureProcessor(stack, { MemorySize: 128 }),
  },
  {
    name: 'The processor is stopped after three seconds',
    output: 'processor_function_name',
    test: 'the processor has the time and memory for a batch, and a limit of its own',
    expected: '1 minute',
    received: '3 seconds',
    apply: (stack) => configureProcessor(stack, { Timeout: 3 }),
  },
  {
    name: 'The processor leaves the VPC',
    output: 'processor_function_name',
    test: 'the processor runs in the private subnets, in two zones',
    expected: 'subnet-',
    received: /no subnet/,
    apply: (stack) => configureProcessor(stack, { VpcConfig: { SubnetIds: [], SecurityGroupIds: [] } }),
  },
  {
    name: 'The password stands in an environment variable',
    output: 'processor_function_name',
    test: 'the processor knows where the ledger and the database are, and no secret',
    expected: 'DATABASE_NAME',
    received: 'DATABASE_PASSWORD',
    apply: (stack) => setVariable(stack, 'DATABASE_PASSWORD', 'Tr4ns4ct10ns!'),
  },
  {
    name: 'Tracing of the processor is switched off',
    output: 'processor_function_name',
    test: 'the processor is traced',
    expected: 'tracing on',
    received: 'tracing off',
    apply: (stack) => configureProcessor(stack, { TracingConfig: { Mode: 'PassThrough' } }),
    on: { moto: 'UpdateFunctionConfiguration of moto ignores TracingConfig' },
  },
  {
    name: 'The limit of the processor is removed',
    output: 'processor_function_name',
    test: 'the processor has the time and memory for a batch, and a limit of its own',
    expected: '20',
    received: /no|none|nothing/,
    apply: ({ aws, outputs }) =>
      aws.call('lambda', 'DeleteFunctionConcurrency', { FunctionName: outputs.processor_function_name }),
  },
  {
    name: 'Another account may invoke the processor',
    output: 'processor_function_name',
    test: 'the processor may be invoked by nobody else',
    expected: 'no policy',
    received: 'lambda:InvokeFunction',
    apply: ({ aws, outputs }) =>
      aws.call('lambda', 'AddPermission', {
        FunctionName: outputs.processor_function_name,
        StatementId: 'partner',
        Action: 'lambda:InvokeFunction',
        Principal: '210987654321',
      }),
  },
  {
    name: 'The processor is deleted',
    output: 'processor_function_name',
    test: 'the processor runs the code that was built, as it was meant to',
    expected: /exist|can be used/,
    received: 'exist',
    apply: ({ aws, outputs }) =>
      aws.call('lambda', 'DeleteFunction', { FunctionName: outputs.processor_function_name }),
  },
  {
    name: 'Everybody may assume the role of the processor',
    output: 'processor_role_arn',
    test: 'the role of the processor is for Lambda alone',
    expected: 'lambda.amazonaws.com',
    received: '*',
    apply: ({ aws }) =>
      aws.call('iam', 'UpdateAssumeRolePolicy', {
        RoleName: roleName,
        PolicyDocument: policy(
          { Effect: 'Allow', Principal: { Service: 'lambda.amazonaws.com' }, Action: 'sts:AssumeRole' },
          { Effect: 'Allow', Principal: { AWS: '*' }, Action: 'sts:AssumeRole' },
        ),
      }),
  },
  {
    name: 'Administrator access is attached to the role of the processor',
    output: 'processor_role_arn',
    test: 'the role of the processor has these policies and no other',
    expected: 'AWSLambdaVPCAccessExecutionRole',
    received: 'AdministratorAccess',
    apply: ({ aws }) =>
      aws.call('iam', 'AttachRolePolicy', {
        RoleName: roleName,
        PolicyArn: 'arn:aws:iam::aws:policy/AdministratorAccess',
      }),
  },
  {
    name: 'The role of the processor may write to every table',
    output: 'processor_role_arn',
    test: 'the role of the processor may read the stream and the credentials, write the ledger, and nothing else',
    expected: 'dynamodb:PutItem',
    received: 'dynamodb:*',
    apply: async ({ aws }) => {
      const policy = { RoleName: roleName, PolicyName: 'process-transactions' };
      const { PolicyDocument } = await aws.call('iam', 'GetRolePolicy', policy);
      const document = JSON.parse(decodeURIComponent(String(PolicyDocument)));
      document.Statement.push({ Effect: 'Allow', Action: 'dynamodb:*', Resource: '*' });
      return aws.call('iam', 'PutRolePolicy', { ...policy, PolicyDocument: JSON.stringify(document) });
    },
  },
  {
    name: 'The event source mapping is disabled',
    output: 'event_source_mapping_uuid',
    test: 'the event source mapping is enabled and hands the records of the stream to the processor',
    expected: /enabled|on/,
    received: /Disabl/,
    apply: (stack) => updateMapping(stack, { Enabled: false }),
  },
  {
    name: 'The event source mapping takes one record at a time',
    output: 'event_source_mapping_uuid',
    test: 'the event source mapping is enabled and hands the records of the stream to the processor',
    expected: '100',
    received: '1',
    apply: (stack) => updateMapping(stack, { BatchSize: 1 }),
  },
  {
    name: 'Records that fail are lost',
    output: 'event_source_mapping_uuid',
    test: 'the event source mapping tries three times, then keeps what cannot be processed',
    expected: 'transaction-processing-dev-failed-records',
    received: /no/,
    apply: (stack) => updateMapping(stack, { DestinationConfig: { OnFailure: {} } }),
  },
  {
    name: 'The event source mapping is deleted',
    output: 'event_source_mapping_uuid',
    test: 'the event source mapping is enabled and hands the records of the stream to the processor',
    expected: /exist|enabled/,
    received: 'exist',
    apply: ({ aws, outputs }) =>
      aws.call('lambda', 'DeleteEventSourceMapping', { UUID: outputs.event_source_mapping_uuid }),
  },
  {
    name: 'The logs of the processor are kept for a week',
    output: 'processor_log_group_name',
    test: 'the processor has its logs kept for 30 days, encrypted with the key of the system',
    expected: '30 days',
    received: '7 days',
    apply: ({ aws, outputs }) =>
      aws.call('cloudwatch-logs', 'PutRetentionPolicy', {
        logGroupName: outputs.processor_log_group_name,
        retentionInDays: 7,
      }),
  },
  {
    name: 'The processor is sent to another database',
    output: 'processor_function_name',
    test: 'the processor knows where the ledger and the database are, and no secret',
    expected: 'DATABASE_HOST',
    received: 'DATABASE_HOST',
    apply: (stack) => setVariable(stack, 'DATABASE_HOST', 'transaction-processing-dev.example.net'),
  },
  {
    name: 'Records go to an old version of the processor',
    output: 'event_source_mapping_uuid',
    test: 'the event source mapping is enabled and hands the records of the stream to the processor',
    expected: ':function:transaction-processing-dev-processor',
    received: ':function:transaction-processing-dev-processor:1',
    apply: async (stack) => {
      const FunctionName = stack.outputs.processor_function_name;
      const { Version } = await stack.aws.call('lambda', 'PublishVersion', { FunctionName });
      return updateMapping(stack, { FunctionName: `${FunctionName}:${Version}` });
    },
  },
  {
    name: 'The event source mapping gets a key of its own',
    output: 'event_source_mapping_uuid',
    test: 'the event source mapping takes every record, from the oldest on, a second at a time',
    expected: 'KMSKeyArn',
    received: 'key/',
    apply: (stack) => updateMapping(stack, { KMSKeyArn: stack.outputs.kms_key_arn }),
    on: { ministack: 'UpdateEventSourceMapping of ministack ignores KMSKeyArn' },
  },
  {
    name: 'The ledger takes one request a second',
    output: 'ledger_table_name',
    test: 'the ledger is paid by request without a limit, in the standard class',
    expected: 'OnDemandThroughput',
    received: 'MaxWriteRequestUnits',
    apply: ({ aws, outputs }) =>
      aws.call('dynamodb', 'UpdateTable', {
        TableName: outputs.ledger_table_name,
        OnDemandThroughput: { MaxReadRequestUnits: 1, MaxWriteRequestUnits: 1 },
      }),
    on: { moto: 'UpdateTable of moto ignores OnDemandThroughput' },
  },
  {
    name: 'A policy of our own takes the place and the name of one of AWS',
    output: 'processor_role_arn',
    test: 'the role of the processor has these policies and no other',
    expected: 'arn:aws:iam::aws:policy/service-role/AWSLambdaVPCAccessExecutionRole',
    received: /arn:aws:iam::\d{12}:policy\/AWSLambdaVPCAccessExecutionRole/,
    apply: async ({ aws }) => {
      const PolicyName = 'AWSLambdaVPCAccessExecutionRole';
      await aws.call('iam', 'DetachRolePolicy', {
        RoleName: roleName,
        PolicyArn: `arn:aws:iam::aws:policy/service-role/${PolicyName}`,
      });
      const { Policy } = await aws.call('iam', 'CreatePolicy', {
        PolicyName,
        PolicyDocument: policy({ Effect: 'Allow', Action: 'ec2:*', Resource: '*' }),
      });
      const { Arn: PolicyArn } = /** @type {{ Arn: string }} */ (Policy);
      return aws.call('iam', 'AttachRolePolicy', { RoleName: roleName, PolicyArn });
    },
  },
  {
    name: 'The processor logs nothing but fatal errors',
    output: 'processor_function_name',
    test: 'the processor writes everything to its own log group',
    expected: 'LoggingConfig.ApplicationLogLevel',
    received: 'FATAL',
    apply: (stack) => configureProcessor(stack, { LoggingConfig: { LogFormat: 'JSON', ApplicationLogLevel: 'FATAL' } }),
    on: { moto: 'UpdateFunctionConfiguration of moto ignores LoggingConfig' },
  },
  {
    name: 'The processor mounts a file system',
    output: 'processor_function_name',
    test: 'the processor runs the code that was built, as it was meant to',
    expected: 'FileSystemConfigs',
    received: 'LocalMountPath',
    apply: (stack) =>
      configureProcessor(stack, {
        FileSystemConfigs: [
          {
            Arn: 'arn:aws:elasticfilesystem:us-east-1:210987654321:access-point/fsap-0123456789abcdef0',
            LocalMountPath: '/mnt/shared',
          },
        ],
      }),
    on: { moto: 'UpdateFunctionConfiguration of moto ignores FileSystemConfigs' },
  },
  {
    name: 'Results of the processor are told to the topic of the alarms',
    output: 'processor_function_name',
    test: 'the processor tries an event that nobody waits for as Lambda does by itself, and tells nobody',
    expected: 'no destination',
    received: 'transaction-processing-dev-alarms',
    apply: ({ aws, outputs }) =>
      aws.call('lambda', 'PutFunctionEventInvokeConfig', {
        FunctionName: outputs.processor_function_name,
        DestinationConfig: { OnSuccess: { Destination: outputs.alarm_topic_arn } },
      }),
  },
  {
    name: 'The data key of the queue of failed records is used for a day',
    output: 'failed_records_queue_url',
    test: 'the queue of failed records is encrypted with the key of the system',
    expected: '300',
    received: '86400',
    apply: ({ aws, outputs }) =>
      aws.call('sqs', 'SetQueueAttributes', {
        QueueUrl: outputs.failed_records_queue_url,
        Attributes: { KmsDataKeyReusePeriodSeconds: '86400' },
      }),
  },
  {
    name: 'The log group of the flow log is made anew in the class that nothing can watch',
    output: 'flow_log_group_name',
    test: 'the log groups are of the class that can be watched',
    expected: 'STANDARD',
    received: 'INFREQUENT_ACCESS',
    apply: async ({ aws, outputs }) => {
      const logGroupName = outputs.flow_log_group_name;
      const logGroup = { logGroupName, kmsKeyId: outputs.kms_key_arn, logGroupClass: 'INFREQUENT_ACCESS' };
      await aws.call('cloudwatch-logs', 'DeleteLogGroup', { logGroupName });
      await aws.call('cloudwatch-logs', 'CreateLogGroup', logGroup);
      return aws.call('cloudwatch-logs', 'PutRetentionPolicy', { logGroupName, retentionInDays: 90 });
    },
    on: { moto: 'moto 5.2.5 leaves logGroupClass out of DescribeLogGroups' },
  },
];
