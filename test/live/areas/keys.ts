// biome-ignore-all lint/suspicious/noTemplateCurlyInString: sub() takes placeholders as CloudFormation spells them
import { ref, sub } from '../../../deploy';
import { type Area, rowsOf } from '../area';
import { administrators, denyInsecureTransport, policy, tags } from '../declarations';

const logs = {
  Effect: 'Allow',
  Principal: { Service: sub('logs.${AWS::Region}.amazonaws.com') },
  Action: ['kms:Encrypt*', 'kms:Decrypt*', 'kms:ReEncrypt*', 'kms:GenerateDataKey*', 'kms:Describe*'],
  Resource: '*',
  Condition: {
    ArnLike: { 'kms:EncryptionContext:aws:logs:arn': sub('arn:aws:logs:${AWS::Region}:${AWS::AccountId}:*') },
  },
};

const outputs = {
  DataKeyArn: ref('DataKey.Arn'),
  DataKeyId: ref('DataKey'),
  DataKeyAlias: ref('DataKeyAlias'),
  OtherKeyArn: ref('OtherKey.Arn'),
  TlsKeyAlias: ref('TlsKeyAlias'),
};
const tlsKeyAlias = {
  type: 'AWS::KMS::Alias',
  properties: { AliasName: sub('alias/${AWS::StackName}-tls'), TargetKeyId: ref('TlsKey') },
};

/** KMS keys and aliases. */
export const keys: Area = {
  healthy: {
    resources: {
      DataKey: {
        type: 'AWS::KMS::Key',
        properties: {
          EnableKeyRotation: true,
          RotationPeriodInDays: 180,
          KeyUsage: 'ENCRYPT_DECRYPT',
          KeyPolicy: policy(administrators('kms:*'), logs),
          Tags: tags,
        },
      },
      DataKeyAlias: {
        type: 'AWS::KMS::Alias',
        properties: { AliasName: sub('alias/${AWS::StackName}-data'), TargetKeyId: ref('DataKey') },
      },
      OtherKey: { type: 'AWS::KMS::Key', properties: { KeyUsage: 'ENCRYPT_DECRYPT' } },
      TlsKey: {
        type: 'AWS::KMS::Key',
        properties: {
          KeyUsage: 'ENCRYPT_DECRYPT',
          KeyPolicy: policy(administrators('kms:*'), denyInsecureTransport('kms:*', '*')),
        },
      },
      TlsKeyAlias: tlsKeyAlias,
    },
    outputs,
  },
  broken: {
    resources: {
      DataKey: {
        type: 'AWS::KMS::Key',
        properties: { KeyUsage: 'ENCRYPT_DECRYPT', KeyPolicy: policy(administrators('kms:*')) },
      },
      DataKeyAlias: {
        type: 'AWS::KMS::Alias',
        properties: { AliasName: sub('alias/${AWS::StackName}-data'), TargetKeyId: ref('DataKey') },
      },
      OtherKey: { type: 'AWS::KMS::Key', properties: { KeyUsage: 'ENCRYPT_DECRYPT' } },
      TlsKey: { type: 'AWS::KMS::Key', properties: { KeyUsage: 'ENCRYPT_DECRYPT' } },
      TlsKeyAlias: tlsKeyAlias,
      DisabledKey: { type: 'AWS::KMS::Key', properties: { KeyUsage: 'ENCRYPT_DECRYPT', Enabled: false } },
    },
    outputs: { ...outputs, DisabledKeyArn: ref('DisabledKey.Arn') },
  },
  rows: [
    ...rowsOf('AWS::KMS::Key', 'DataKeyArn', [
      ['toBeAvailable', [], 'pass', 'pass'],
      ['toBeInState', ['Enabled'], ['pass', /Received: {2}Enabled/], 'pass'],
      ['toHaveTags', [{ Team: 'orders' }], 'pass', ['fail', /It has no tags at all/]],
      ['toHaveConfig', [{ KeySpec: 'SYMMETRIC_DEFAULT', KeyState: 'Enabled' }], 'pass', 'pass'],
      ['toHaveKeyRotation', [], ['pass', /rotation on/], ['fail', /Received: {2}rotation off/]],
      ['toHaveKeyRotation', [{ periodInDays: 180 }], ['pass', /180 days/], 'fail', { gaps: ['rotationPeriodLost'] }],
      [
        'toHaveKeyRotation',
        [{ periodInDays: { atMost: 90 } }],
        ['fail', /180 days/],
        'fail',
        { gaps: ['rotationPeriodLost'] },
      ],
      ['toGrantService', ['logs'], 'pass', ['fail', /services that the policy names: none/]],
      [
        'toGrantService',
        ({ resource }) => [{ service: 'logs', encryptionContext: resource('LogGroupName'), strict: true }],
        ['pass', /confined by a condition/],
        'fail',
      ],
      ['toGrantService', [{ service: 'sns', actions: 'kms:Decrypt' }], 'fail', 'fail'],
    ]),
    ...['AWS::KMS::Key', 'AWS::KMS::Alias'].flatMap((type) =>
      rowsOf(type, 'TlsKeyAlias', [
        [
          'toDenyInsecureTransport',
          [],
          ['pass', /TlsOnly/],
          ['fail', /no statement that denies it/],
          { gaps: ['keyPolicyConditionIgnored'] },
        ],
      ]),
    ),
    ...rowsOf('AWS::KMS::Key', 'DisabledKeyArn', [
      ['toBeAvailable', [], undefined, ['fail', /Received: {2}Disabled/]],
      ['toBeInState', ['Enabled'], undefined, ['fail', /Received: {2}Disabled/]],
      ['toGrantService', ['logs'], undefined, ['fault', /is Disabled/]],
      ['toHaveConfig', [{ KeyState: 'Enabled' }], undefined, ['fail', /Disabled/]],
    ]),
    // A key by its alias: every answer is that of the key behind it.
    ...rowsOf('AWS::KMS::Key', 'DataKeyAlias', [
      ['toHaveKeyRotation', [], 'pass', 'fail'],
      ['toGrantService', ['logs'], 'pass', 'fail'],
    ]),
    ...rowsOf('AWS::KMS::Alias', 'DataKeyAlias', [
      ['toBeAvailable', [], 'pass', 'pass'],
      ['toBeInState', ['Enabled'], ['not applicable', /have no state/], 'not applicable'],
      ['toHaveConfig', [{ AliasName: /^alias\/healthy-/ }], 'pass', ['fail', /alias\/broken-data/]],
      ['toHaveConfig', ({ resource }) => [{ TargetKeyId: resource('DataKeyId') }], 'pass', 'pass'],
      ['toHaveKeyRotation', [], 'pass', 'fail'],
      ['toGrantService', ['logs'], 'pass', 'fail'],
      ['toHaveTags', [['Team']], ['not applicable', /KMS alias has no tags/], 'not applicable'],
    ]),
  ],
};
