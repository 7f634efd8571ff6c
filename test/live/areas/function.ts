import { ref } from '../../../deploy';
import { type Area, rowsOf } from '../area';
import { tags } from '../declarations';

const code = { ZipFile: 'exports.handler = async () => ({ ok: true });\n' };
const outputs = {
  FunctionName: ref('Function'),
  FunctionArn: ref('Function.Arn'),
  MappingId: ref('Mapping'),
};

/** Lambda functions and event source mappings. */
export const lambda: Area = {
  healthy: {
    resources: {
      Function: {
        type: 'AWS::Lambda::Function',
        properties: {
          Runtime: 'nodejs20.x',
          Handler: 'index.handler',
          Code: code,
          Role: ref('Role.Arn'),
          Timeout: 60,
          MemorySize: 512,
          KmsKeyArn: ref('DataKey.Arn'),
          Environment: { Variables: { TABLE_NAME: ref('Table'), STAGE: 'production' } },
          TracingConfig: { Mode: 'Active' },
          DeadLetterConfig: { TargetArn: ref('DeadLetterQueue.Arn') },
          VpcConfig: {
            SubnetIds: [ref('PrivateSubnetA'), ref('PrivateSubnetB')],
            SecurityGroupIds: [ref('FunctionSecurityGroup')],
          },
          Tags: tags,
        },
      },
      Permission: {
        type: 'AWS::Lambda::Permission',
        properties: {
          FunctionName: ref('Function'),
          Action: 'lambda:InvokeFunction',
          Principal: 'sns.amazonaws.com',
          SourceArn: ref('Topic'),
        },
      },
      Mapping: {
        type: 'AWS::Lambda::EventSourceMapping',
        properties: {
          FunctionName: ref('Function'),
          EventSourceArn: ref('Stream.Arn'),
          StartingPosition: 'LATEST',
          BatchSize: 100,
          Enabled: true,
          DestinationConfig: { OnFailure: { Destination: ref('DeadLetterQueue.Arn') } },
          KMSKeyArn: ref('DataKey.Arn'),
          Tags: tags,
        },
      },
    },
    outputs,
  },
  broken: {
    resources: {
      Function: {
        type: 'AWS::Lambda::Function',
        properties: {
          Runtime: 'python3.12',
          Handler: 'main.run',
          Code: { ZipFile: 'def run(event, context):\n    return event\n' },
          Role: ref('Role.Arn'),
          VpcConfig: { SubnetIds: [ref('PrivateSubnetA')], SecurityGroupIds: [ref('FunctionSecurityGroup')] },
        },
      },
      PlainFunction: {
        type: 'AWS::Lambda::Function',
        properties: { Runtime: 'nodejs20.x', Handler: 'index.handler', Code: code, Role: ref('Role.Arn') },
      },
      Mapping: {
        type: 'AWS::Lambda::EventSourceMapping',
        properties: { FunctionName: ref('Function'), EventSourceArn: ref('Queue.Arn'), BatchSize: 10, Enabled: false },
      },
    },
    outputs: { ...outputs, PlainFunctionName: ref('PlainFunction') },
  },
  rows: [
    ...rowsOf('AWS::Lambda::Function', 'FunctionName', [
      ['toBeAvailable', [], ['pass', /Active/], 'pass'],
      ['toBeInState', ['Active'], 'pass', 'pass'],
      ['toBeInState', ['Failed'], ['fail', /Received: {2}Active/], 'fail'],
      ['toHaveTags', [{ Team: 'orders' }], 'pass', 'fail'],
      ['toHaveConfig', [{ Runtime: 'nodejs20.x' }], 'pass', ['fail', /python3\.12/]],
      ['toBeEncryptedAtRest', [], 'pass', ['pass', /Lambda default encryption/]],
      ['toBeKmsEncrypted', ({ resource }) => [{ key: resource('DataKeyArn') }], 'pass', 'fail'],
      ['toHaveRuntime', ['nodejs'], ['pass', /a runtime of the family nodejs/], ['fail', /python3\.12/]],
      ['toHaveRuntime', ['nodejs20.x'], 'pass', 'fail'],
      ['toHaveTimeout', ['1m'], 'pass', ['fail', /Received: {2}3 seconds/]],
      ['toHaveMemory', [{ atLeast: 256 }], ['pass', /512/], ['fail', /128/]],
      ['toHaveHandler', ['index.handler'], 'pass', ['fail', /Received: {2}main\.run/]],
      [
        'toHaveEnvironmentVariables',
        ({ resource }) => [{ TABLE_NAME: resource('TableName'), STAGE: 'production' }],
        'pass',
        ['fail', /Variables that are set: none/],
      ],
      ['toHaveEnvironmentVariables', [{ STAGE: 'test' }], ['fail', /Values are masked/], 'fail'],
      ['toHaveTracing', [], 'pass', ['fail', /tracing off \(PassThrough\)/]],
      [
        'toHaveDeadLetterQueue',
        ({ resource }) => [resource('DeadLetterQueueUrl')],
        'pass',
        undefined,
        { gaps: ['functionDeadLetterConfigLost'] },
      ],
      ['toHaveDeadLetterQueue', [], undefined, ['fail', /Received: {2}none/]],
      ['toBeInVpc', ({ resource }) => [resource('VpcId')], 'pass', 'pass', { gaps: ['functionInOtherVpc'] }],
      ['toBeInVpc', ['vpc-0123456789abcdef0'], 'fail', 'fail'],
      ['toBeMultiAz', [], ['pass', /2 subnets in us-east-1a, us-east-1b/], ['fail', /1 subnet in us-east-1a/]],
      ['toSpanAvailabilityZones', [2], 'pass', ['fail', /1: us-east-1a/]],
      ['toBeTriggeredBy', ({ resource }) => [resource('StreamName')], 'pass', ['fail', /event source mapping/]],
      ['toBeTriggeredBy', ({ resource }) => [resource('TopicArn')], ['pass', /permission/], 'fail'],
      ['toBeTriggeredBy', ({ resource }) => [resource('QueueUrl')], 'fail', ['fault', /its state is Disabled/]],
      ['toGrantService', ({ resource }) => [{ service: 'sns', source: resource('TopicArn') }], 'pass', 'fail'],
      ['toDenyInsecureTransport', [], 'fail', ['fail', /no policy at all/]],
    ]),
    ...rowsOf('AWS::Lambda::Function', 'FunctionArn', [['toHaveMemory', [512], 'pass', 'fail']]),
    ...rowsOf('AWS::Lambda::Function', 'PlainFunctionName', [
      ['toBeInVpc', [], undefined, ['fail', /in no VPC/]],
      ['toBeMultiAz', [], undefined, ['pass', /in no VPC/]],
      ['toSpanAvailabilityZones', [2], undefined, ['not applicable', /is in no VPC/]],
      ['toBeTriggeredBy', ({ resource }) => [resource('QueueUrl')], undefined, ['fail', /invoked by nothing/]],
    ]),
    ...rowsOf('AWS::Lambda::EventSourceMapping', 'MappingId', [
      ['toBeAvailable', [], ['pass', /Enabled/], ['fail', /Disabled/]],
      ['toBeInState', ['Enabled'], 'pass', ['fail', /Received: {2}Disabled/]],
      ['toHaveTags', [{ Team: 'orders' }], 'pass', 'fail'],
      ['toHaveConfig', [{ BatchSize: 100 }], 'pass', ['fail', /10/]],
      ['toBeEncryptedAtRest', [], 'pass', ['pass', /no KMSKeyArn/]],
      [
        'toBeKmsEncrypted',
        ({ resource }) => [{ key: resource('DataKeyArn') }],
        'pass',
        'fail',
        { gaps: ['mappingKeyLost'] },
      ],
      ['toHaveDeadLetterQueue', ({ resource }) => [resource('DeadLetterQueueUrl')], 'pass', undefined],
      ['toHaveDeadLetterQueue', [], undefined, ['fail', /Received: {2}none/]],
    ]),
  ],
};
