// @ts-check

// biome-ignore-all lint/suspicious/noTemplateCurlyInString: sub() takes placeholders as CloudFormation spells them

const { ref, sub } = require('../../../deploy');
const { prefix, tags } = require('./naming.js');

/** One customer managed key for everything that the system keeps. */
const resources = {
  Key: {
    type: 'AWS::KMS::Key',
    properties: {
      Description: 'Transaction data at rest: database, stream, ledger, queue, topic, secret, logs',
      KeySpec: 'SYMMETRIC_DEFAULT',
      KeyUsage: 'ENCRYPT_DECRYPT',
      MultiRegion: false,
      EnableKeyRotation: true,
      KeyPolicy: {
        Version: '2012-10-17',
        Statement: [
          {
            Sid: 'AccountAdministration',
            Effect: 'Allow',
            Principal: { AWS: sub('arn:aws:iam::${AWS::AccountId}:root') },
            Action: 'kms:*',
            Resource: '*',
          },
          {
            Sid: 'CloudWatchLogs',
            Effect: 'Allow',
            Principal: { Service: sub('logs.${AWS::Region}.amazonaws.com') },
            Action: ['kms:Encrypt', 'kms:Decrypt', 'kms:ReEncrypt*', 'kms:GenerateDataKey*', 'kms:DescribeKey'],
            Resource: '*',
            Condition: {
              ArnLike: {
                'kms:EncryptionContext:aws:logs:arn': sub(
                  'arn:aws:logs:${AWS::Region}:${AWS::AccountId}:log-group:/aws/*',
                ),
              },
            },
          },
          {
            Sid: 'AlarmsToTheEncryptedTopic',
            Effect: 'Allow',
            Principal: { Service: 'cloudwatch.amazonaws.com' },
            Action: ['kms:Decrypt', 'kms:GenerateDataKey*'],
            Resource: '*',
            Condition: { StringEquals: { 'aws:SourceAccount': sub('${AWS::AccountId}') } },
          },
        ],
      },
      Tags: tags('data'),
    },
  },
  KeyAlias: {
    type: 'AWS::KMS::Alias',
    properties: { AliasName: `alias/${prefix}`, TargetKeyId: ref('Key') },
  },
};

const outputs = {
  kms_key_arn: ref('Key.Arn'),
  kms_key_alias: ref('KeyAlias'),
};

module.exports = { resources, outputs };
