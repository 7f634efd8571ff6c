import { CloudWatchClient, GetMetricStatisticsCommand } from '@aws-sdk/client-cloudwatch';
import { DescribeSubnetsCommand, EC2Client } from '@aws-sdk/client-ec2';
import {
  type FunctionConfiguration,
  GetFunctionConcurrencyCommand,
  GetFunctionConfigurationCommand,
  GetFunctionEventInvokeConfigCommand,
  GetPolicyCommand,
  LambdaClient,
  ListEventSourceMappingsCommand,
  ListTagsCommand,
  ResourceNotFoundException,
} from '@aws-sdk/client-lambda';
import { mockClient } from 'aws-sdk-client-mock';
import { ec2Subnet } from '../../src/resources/ec2-subnet';
import { lambdaFunction } from '../../src/resources/lambda-function';
import { asking } from './answers';

const lambda = mockClient(LambdaClient);
const ec2 = mockClient(EC2Client);
const cloudWatch = mockClient(CloudWatchClient);
const { ask, exists } = asking('AWS::Lambda::Function', [lambdaFunction, ec2Subnet]);

const arn = 'arn:aws:lambda:eu-west-1:123456789012:function:orders';
const keyArn = 'arn:aws:kms:eu-west-1:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab';
const notFound = new ResourceNotFoundException({
  message: 'not found',
  Type: 'User',
  $metadata: { httpStatusCode: 404 },
});

const minimal: FunctionConfiguration = {
  FunctionName: 'orders',
  FunctionArn: arn,
  State: 'Active',
  LastUpdateStatus: 'Successful',
  PackageType: 'Zip',
  Runtime: 'nodejs22.x',
  Handler: 'index.handler',
  Timeout: 3,
  MemorySize: 128,
  Architectures: ['x86_64'],
  TracingConfig: { Mode: 'PassThrough' },
};

const typical: FunctionConfiguration = {
  ...minimal,
  KMSKeyArn: keyArn,
  TracingConfig: { Mode: 'Active' },
  Environment: { Variables: { TABLE: 'orders' } },
  DeadLetterConfig: { TargetArn: 'arn:aws:sqs:eu-west-1:123456789012:dead' },
  VpcConfig: { VpcId: 'vpc-1', SubnetIds: ['subnet-1', 'subnet-2'], SecurityGroupIds: ['sg-1'] },
};

function answer(fn: FunctionConfiguration) {
  lambda.on(GetFunctionConfigurationCommand).resolves(fn);
}

function subnets(...zones: string[]) {
  ec2.on(DescribeSubnetsCommand).resolves({
    Subnets: zones.map((AvailabilityZone, index) => ({
      SubnetId: `subnet-${index + 1}`,
      AvailabilityZone,
      VpcId: 'vpc-7',
    })),
  });
}

beforeEach(() => {
  lambda.reset();
  ec2.reset();
});

test('a function in a VPC answers', async () => {
  answer(typical);
  subnets('eu-west-1b', 'eu-west-1a');
  expect(await ask('orders', 'identity')).toEqual({ arn, id: 'orders' });
  expect(await ask('orders', 'lifecycle')).toEqual({ state: 'Active', available: true });
  expect(await ask('orders', 'encryption')).toMatchObject({ kind: 'kms', key: { type: 'AWS::KMS::Key', id: keyArn } });
  expect(await ask('orders', 'function')).toEqual({
    packageType: 'Zip',
    runtime: 'nodejs22.x',
    handler: 'index.handler',
    timeoutInSeconds: 3,
    memoryInMegabytes: 128,
    architectures: ['x86_64'],
  });
  expect(await ask('orders', 'environment')).toEqual({ variables: { TABLE: 'orders' } });
  expect(await ask('orders', 'tracing')).toEqual({ enabled: true, mode: 'Active' });
  expect(await ask('orders', 'deadLetter')).toEqual({ target: 'arn:aws:sqs:eu-west-1:123456789012:dead' });
  expect(await ask('orders', 'networkPlacement')).toEqual({
    vpcId: 'vpc-1',
    subnetIds: ['subnet-1', 'subnet-2'],
    securityGroupIds: ['sg-1'],
  });
  expect(await ask('orders', 'zones')).toEqual({ zones: ['eu-west-1a', 'eu-west-1b'] });
  expect(await ask('orders', 'availability')).toEqual({ multiAz: true, detail: '2 subnets in eu-west-1a, eu-west-1b' });
});

test('a bare function answers', async () => {
  answer({ ...minimal, VpcConfig: { VpcId: '', SubnetIds: [], SecurityGroupIds: [] } });
  expect(await ask('orders', 'encryption')).toEqual({
    kind: 'service-owned',
    mode: 'Lambda default encryption (no KMSKeyArn)',
  });
  expect(await ask('orders', 'environment')).toEqual({ variables: {} });
  expect(await ask('orders', 'tracing')).toEqual({ enabled: false, mode: 'PassThrough' });
  expect(await ask('orders', 'deadLetter')).toEqual({});
  expect(await ask('orders', 'logDelivery')).toEqual({
    destinations: [{ kind: 'log group', target: '/aws/lambda/orders' }],
  });
  expect(await ask('orders', 'networkPlacement')).toEqual({ subnetIds: [], securityGroupIds: [] });
  expect(await ask('orders', 'availability')).toMatchObject({ multiAz: true });
  await expect(ask('orders', 'zones')).rejects.toThrow('The function orders is in no VPC');
});

test('another log group than the one of its own name', async () => {
  answer({ ...minimal, LoggingConfig: { LogFormat: 'JSON', LogGroup: '/orders/all' } });
  expect(await ask('orders', 'logDelivery')).toEqual({
    destinations: [{ kind: 'log group', target: '/orders/all' }],
  });
});

test('a container image has neither runtime nor handler', async () => {
  answer({ ...minimal, PackageType: 'Image', Runtime: undefined, Handler: undefined, Architectures: ['arm64'] });
  const answered = await ask('orders', 'function');
  expect(answered).toMatchObject({ packageType: 'Image', architectures: ['arm64'] });
  expect([answered.runtime, answered.handler]).toEqual([undefined, undefined]);
});

test('subnets in one zone do not survive its loss', async () => {
  answer(typical);
  subnets('eu-west-1a', 'eu-west-1a');
  expect(await ask('orders', 'availability')).toEqual({ multiAz: false, detail: '2 subnets in eu-west-1a' });
});

test('the subnet names the VPC where the function does not', async () => {
  answer({ ...typical, VpcConfig: { SubnetIds: ['subnet-1'], SecurityGroupIds: ['sg-1'] } });
  subnets('eu-west-1a');
  expect(await ask('orders', 'networkPlacement')).toMatchObject({ vpcId: 'vpc-7' });
});

test.each<[string, Partial<FunctionConfiguration>, object]>([
  [
    'being created',
    { State: 'Pending', StateReason: 'Creating' },
    { state: 'Pending', available: false, reason: 'Creating' },
  ],
  ['idle', { State: 'Inactive' }, { state: 'Inactive', available: false }],
  [
    'being updated',
    { LastUpdateStatus: 'InProgress' },
    { state: 'Active', available: false, reason: 'LastUpdateStatus InProgress' },
  ],
  [
    'left behind by an update',
    { LastUpdateStatus: 'Failed', LastUpdateStatusReason: 'image deleted' },
    { state: 'Active', available: false, reason: 'LastUpdateStatus Failed; image deleted' },
  ],
])('a function that is %s is not available', async (_, fields, expected) => {
  answer({ ...minimal, ...fields });
  expect(await ask('orders', 'lifecycle')).toEqual(expected);
});

test('a key that Lambda cannot use is told', async () => {
  answer({ ...typical, State: 'Inactive', StateReasonCode: 'DisabledKMSKey', StateReason: 'the key is disabled' });
  expect(await ask('orders', 'encryption')).toMatchObject({ problem: 'DisabledKMSKey: the key is disabled' });
});

test('variables that could not be decrypted are not absent', async () => {
  answer({ ...typical, Environment: { Error: { ErrorCode: 'AccessDeniedException', Message: 'kms:Decrypt denied' } } });
  await expect(ask('orders', 'environment')).rejects.toMatchObject({
    data: { outcome: 'undetermined', cause: 'access denied', action: 'kms:Decrypt' },
  });
});

test.each([
  ['TracingConfig', 'tracing'],
  ['Timeout', 'function'],
  ['State', 'lifecycle'],
] as const)('an answer without %s is not judged', async (field, facet) => {
  answer({ ...minimal, [field]: undefined });
  await expect(ask('orders', facet)).rejects.toThrow(`AWS answered without the field ${field}`);
});

test('tags are those of the function, whatever version was named', async () => {
  answer({ ...minimal, FunctionArn: `${arn}:live` });
  lambda.on(ListTagsCommand, { Resource: arn }).resolves({ Tags: { team: 'orders' } });
  expect(await ask(`${arn}:live`, 'tags')).toEqual({ team: 'orders' });
});

const permission = {
  Version: '2012-10-17',
  Statement: [
    {
      Sid: 'bucket',
      Effect: 'Allow',
      Principal: { Service: 's3.amazonaws.com' },
      Action: 'lambda:InvokeFunction',
      Resource: arn,
      Condition: { ArnLike: { 'AWS:SourceArn': 'arn:aws:s3:::incoming' } },
    },
    { Effect: 'Allow', Principal: { Service: 'events.amazonaws.com' }, Action: 'lambda:*', Resource: arn },
    { Effect: 'Allow', Principal: { AWS: '123456789012' }, Action: 'lambda:GetFunction', Resource: arn },
    { Effect: 'Deny', Principal: '*', Action: 'lambda:InvokeFunction', Resource: arn },
  ],
};

test('triggers are the mappings and those who may invoke', async () => {
  answer(minimal);
  lambda
    .on(ListEventSourceMappingsCommand, { FunctionName: 'orders' })
    .resolves({
      EventSourceMappings: [{ EventSourceArn: 'arn:aws:kinesis:::a', State: 'Enabled' }],
      NextMarker: 'next',
    })
    .on(ListEventSourceMappingsCommand, { FunctionName: 'orders', Marker: 'next' })
    .resolves({
      EventSourceMappings: [
        { EventSourceArn: 'arn:aws:sqs:::b', State: 'Disabled' },
        {
          SelfManagedEventSource: { Endpoints: { KAFKA_BOOTSTRAP_SERVERS: ['one:9092', 'two:9092'] } },
          State: 'Creating',
        },
      ],
    })
    .on(GetPolicyCommand)
    .resolves({ Policy: JSON.stringify(permission) });
  expect((await ask('orders', 'triggers')).triggers).toEqual([
    { source: 'arn:aws:kinesis:::a', via: 'event source mapping', enabled: true, state: 'Enabled' },
    { source: 'arn:aws:sqs:::b', via: 'event source mapping', enabled: false, state: 'Disabled' },
    { source: 'one:9092,two:9092', via: 'event source mapping', enabled: false, state: 'Creating' },
    { source: 'arn:aws:s3:::incoming', via: 'permission', enabled: true, state: 'Allow' },
    { source: 'events.amazonaws.com', via: 'permission', enabled: true, state: 'Allow' },
  ]);
});

test('mappings of a function that is known by its ARN are asked for by its name', async () => {
  answer(minimal);
  lambda.on(ListEventSourceMappingsCommand).resolves({ EventSourceMappings: [] });
  lambda.on(ListEventSourceMappingsCommand, { FunctionName: 'orders:live' }).resolves({
    EventSourceMappings: [{ EventSourceArn: 'arn:aws:kinesis:::a', State: 'Enabled' }],
  });
  lambda.on(GetPolicyCommand).rejects(notFound);
  expect((await ask(`${arn}:live`, 'triggers')).triggers).toHaveLength(1);
});

test('a function without a policy has no statements', async () => {
  answer(minimal);
  lambda.on(ListEventSourceMappingsCommand).resolves({ EventSourceMappings: [] });
  lambda.on(GetPolicyCommand).rejects(notFound);
  expect(await ask('orders', 'triggers')).toEqual({ triggers: [] });
  expect(await ask('orders', 'resourcePolicy')).toEqual({
    arn,
    region: 'eu-west-1',
    account: '123456789012',
    statements: [],
  });
});

test('a function that is not there does not exist', async () => {
  lambda.on(GetFunctionConfigurationCommand).rejects(notFound);
  expect(await exists('orders')).toBe(false);
});

test('role, layers, space, architecture and reserved concurrency', async () => {
  const Role = 'arn:aws:iam::123456789012:role/orders';
  answer({ ...minimal, Role, EphemeralStorage: { Size: 512 }, Layers: [{ Arn: 'arn:layer:1' }] });
  lambda.on(GetFunctionConcurrencyCommand, { FunctionName: arn }).resolves({});
  lambda.on(GetPolicyCommand).rejects(notFound);
  expect(await ask('orders', 'executionRole')).toEqual({ arn: Role });
  expect(await ask('orders', 'functionLayers')).toEqual({ layers: ['arn:layer:1'] });
  expect(await ask('orders', 'temporaryStorage')).toEqual({ megabytes: 512 });
  expect(await ask('orders', 'processorArchitecture')).toEqual({ architectures: ['x86_64'] });
  expect(await ask('orders', 'reservedConcurrency')).toEqual({});
  expect(await ask('orders', 'invokePermission')).toMatchObject({ action: 'lambda:InvokeFunction', statements: [] });
  lambda.on(GetFunctionConcurrencyCommand).resolves({ ReservedConcurrentExecutions: 0 });
  expect(await ask('orders', 'reservedConcurrency')).toEqual({ executions: 0 });
});

test('how it treats asynchronous events, configured or not', async () => {
  answer(minimal);
  lambda.on(GetFunctionEventInvokeConfigCommand).rejects(notFound);
  expect(await ask('orders', 'asyncInvocation')).toEqual({
    maximumRetryAttempts: 2,
    maximumEventAgeInSeconds: 21_600,
    destinations: [],
  });
  lambda.on(GetFunctionEventInvokeConfigCommand).resolves({
    MaximumRetryAttempts: 0,
    MaximumEventAgeInSeconds: 60,
    DestinationConfig: { OnSuccess: {}, OnFailure: { Destination: 'arn:aws:sqs:eu-west-1:123456789012:failed' } },
  });
  expect(await ask('orders', 'asyncInvocation')).toEqual({
    maximumRetryAttempts: 0,
    maximumEventAgeInSeconds: 60,
    destinations: [{ on: 'failure', target: 'arn:aws:sqs:eu-west-1:123456789012:failed' }],
  });
});

test('how often it was called, and how often it failed', async () => {
  answer(minimal);
  const Timestamp = new Date('2026-03-01T10:00:00Z');
  cloudWatch.on(GetMetricStatisticsCommand).resolves({ Datapoints: [{ Timestamp, Sum: 3, Unit: 'Count' }] });
  expect(await ask('orders', 'functionRuns')).toEqual({
    periods: [{ startedAt: Timestamp.toISOString(), lengthInSeconds: 300, invocations: 3, errors: 3 }],
  });
});

test('its variables in the clear, by what they belong to', async () => {
  answer({ ...minimal, Environment: { Variables: { STAGE: 'prod' } } });
  expect(await ask('orders', 'environmentNames')).toEqual({ parts: [{ of: 'orders', names: ['STAGE'] }] });
  expect(await ask('orders', 'plainEnvironment')).toEqual({ parts: [{ of: 'orders', variables: { STAGE: 'prod' } }] });
  answer({ ...minimal, Environment: { Error: { ErrorCode: 'AccessDeniedException', Message: 'no kms:Decrypt' } } });
  await expect(ask('orders', 'plainEnvironment')).rejects.toThrow('AWS did not tell the environment variables');
});
