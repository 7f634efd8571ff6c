// @ts-check

// biome-ignore-all lint/suspicious/noTemplateCurlyInString: sub() takes placeholders as CloudFormation spells them

const { ref, sub } = require('../../../deploy');
const { environment, tags } = require('./tags.js');

const administration = {
  Sid: 'Administration',
  Effect: 'Allow',
  Principal: { AWS: sub('arn:aws:iam::${AWS::AccountId}:root') },
  Action: 'kms:*',
  Resource: '*',
};

/** Two keys, so that who may read the logs cannot read the data. */
module.exports = {
  DataKey: {
    type: 'AWS::KMS::Key',
    properties: {
      Description: 'Zero-trust processing: the data, and what failed to be processed',
      EnableKeyRotation: true,
      RotationPeriodInDays: 180,
      KeySpec: 'SYMMETRIC_DEFAULT',
      KeyUsage: 'ENCRYPT_DECRYPT',
      KeyPolicy: {
        Version: '2012-10-17',
        Statement: [
          administration,
          {
            Sid: 'ProcessorThroughItsServices',
            Effect: 'Allow',
            Principal: { AWS: ref('DataProcessorRole.Arn') },
            Action: ['kms:Decrypt', 'kms:GenerateDataKey'],
            Resource: '*',
            Condition: {
              StringEquals: {
                'kms:ViaService': [sub('s3.${AWS::Region}.amazonaws.com'), sub('sqs.${AWS::Region}.amazonaws.com')],
              },
            },
          },
        ],
      },
      Tags: tags,
    },
  },
  DataKeyAlias: {
    type: 'AWS::KMS::Alias',
    properties: { AliasName: `alias/zero-trust-data-${environment}`, TargetKeyId: ref('DataKey') },
  },

  LogsKey: {
    type: 'AWS::KMS::Key',
    properties: {
      Description: 'Zero-trust processing: logs and alarms',
      EnableKeyRotation: true,
      RotationPeriodInDays: 365,
      KeySpec: 'SYMMETRIC_DEFAULT',
      KeyUsage: 'ENCRYPT_DECRYPT',
      KeyPolicy: {
        Version: '2012-10-17',
        Statement: [
          administration,
          {
            Sid: 'CloudWatchLogs',
            Effect: 'Allow',
            Principal: { Service: sub('logs.${AWS::Region}.amazonaws.com') },
            Action: ['kms:Encrypt*', 'kms:Decrypt*', 'kms:ReEncrypt*', 'kms:GenerateDataKey*', 'kms:Describe*'],
            Resource: '*',
            Condition: {
              ArnLike: {
                'kms:EncryptionContext:aws:logs:arn': [
                  sub(
                    `arn:aws:logs:\${AWS::Region}:\${AWS::AccountId}:log-group:/aws/lambda/data-processor-${environment}`,
                  ),
                  sub(
                    `arn:aws:logs:\${AWS::Region}:\${AWS::AccountId}:log-group:/zero-trust/vpc-flow-logs-${environment}`,
                  ),
                ],
              },
            },
          },
          {
            Sid: 'AlarmsToTheirTopic',
            Effect: 'Allow',
            Principal: { Service: 'cloudwatch.amazonaws.com' },
            Action: ['kms:Decrypt', 'kms:GenerateDataKey*'],
            Resource: '*',
            Condition: { StringEquals: { 'aws:SourceAccount': ref('AWS::AccountId') } },
          },
        ],
      },
      Tags: tags,
    },
  },
  LogsKeyAlias: {
    type: 'AWS::KMS::Alias',
    properties: { AliasName: `alias/zero-trust-logs-${environment}`, TargetKeyId: ref('LogsKey') },
  },
};
