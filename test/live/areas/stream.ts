import { PutResourcePolicyCommand } from '@aws-sdk/client-kinesis';
import { ref } from '../../../deploy';
import { type Area, rowsOf } from '../area';
import { tags } from '../declarations';

const outputs = { StreamName: ref('Stream'), StreamArn: ref('Stream.Arn') };

/** Kinesis streams. */
export const stream: Area = {
  healthy: {
    resources: {
      Stream: {
        type: 'AWS::Kinesis::Stream',
        properties: {
          ShardCount: 1,
          RetentionPeriodHours: 48,
          StreamEncryption: { EncryptionType: 'KMS', KeyId: ref('DataKey.Arn') },
          Tags: tags,
        },
      },
    },
    outputs,
  },
  broken: {
    resources: { Stream: { type: 'AWS::Kinesis::Stream', properties: { ShardCount: 1 } } },
    outputs,
  },
  afterwards: (healthy) => {
    const ResourceARN = String(healthy.outputs.StreamArn);
    const Statement = [
      {
        Effect: 'Allow',
        Principal: { Service: 'logs.amazonaws.com' },
        Action: ['kinesis:PutRecord', 'kinesis:PutRecords'],
        Resource: ResourceARN,
      },
    ];
    const Policy = JSON.stringify({ Version: '2012-10-17', Statement });
    return healthy.client('kinesis').send(new PutResourcePolicyCommand({ ResourceARN, Policy }));
  },
  rows: [
    ...rowsOf('AWS::Kinesis::Stream', 'StreamName', [
      ['toBeAvailable', [], ['pass', /ACTIVE/], 'pass'],
      ['toBeInState', ['ACTIVE'], 'pass', 'pass'],
      ['toBeInState', ['CREATING'], ['fail', /Received: {2}ACTIVE/], 'fail'],
      ['toHaveTags', [{ Team: 'orders' }], 'pass', 'fail'],
      ['toHaveConfig', [{ RetentionPeriodHours: 48 }], 'pass', ['fail', /24/]],
      ['toBeEncryptedAtRest', [], 'pass', ['fail', /NONE/]],
      [
        'toBeKmsEncrypted',
        ({ resource }) => [{ key: resource('DataKeyAlias') }],
        'pass',
        ['fail', /NONE, which is no KMS key/],
      ],
      [
        'toHaveRetention',
        [{ atLeast: '48h' }],
        ['pass', /RetentionPeriodHours 48/],
        ['fail', /RetentionPeriodHours 24/],
      ],
      ['toDenyInsecureTransport', [], ['fail', /no statement that denies it/], ['fail', /no policy at all/]],
      ['toGrantService', [{ service: 'logs', actions: ['PutRecord', 'PutRecords'] }], 'pass', 'fail'],
    ]),
    ...rowsOf('AWS::Kinesis::Stream', 'StreamArn', [['toHaveRetention', ['2d'], 'pass', 'fail']]),
  ],
};
