// @ts-check

// biome-ignore-all lint/suspicious/noTemplateCurlyInString: sub() takes placeholders as CloudFormation spells them

const { ref, sub } = require('../../../deploy');
const { tags } = require('./tags.js');

const administration = {
  Sid: 'Administration',
  Effect: 'Allow',
  Principal: { AWS: sub('arn:aws:iam::${AWS::AccountId}:root') },
  Action: 'kms:*',
  Resource: '*',
};

/** One key for the data, and one for the logs that CloudWatch Logs alone may use. */
const keys = {
  DataKey: {
    type: 'AWS::KMS::Key',
    properties: {
      Description: 'Data of the monitoring platform (dev)',
      KeyUsage: 'ENCRYPT_DECRYPT',
      EnableKeyRotation: true,
      KeyPolicy: {
        Version: '2012-10-17',
        Statement: [
          administration,
          {
            Sid: 'AlarmsToEncryptedTopic',
            Effect: 'Allow',
            Principal: { Service: 'cloudwatch.amazonaws.com' },
            Action: ['kms:Decrypt', 'kms:GenerateDataKey*'],
            Resource: '*',
            Condition: { StringEquals: { 'aws:SourceAccount': sub('${AWS::AccountId}') } },
          },
        ],
      },
      Tags: tags,
    },
  },
  DataKeyAlias: {
    type: 'AWS::KMS::Alias',
    properties: { AliasName: 'alias/fedramp-monitoring-data-dev', TargetKeyId: ref('DataKey') },
  },
  LogsKey: {
    type: 'AWS::KMS::Key',
    properties: {
      Description: 'Log groups of the monitoring platform (dev)',
      KeyUsage: 'ENCRYPT_DECRYPT',
      EnableKeyRotation: true,
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
                'kms:EncryptionContext:aws:logs:arn': sub('arn:aws:logs:${AWS::Region}:${AWS::AccountId}:log-group:*'),
              },
            },
          },
        ],
      },
      Tags: tags,
    },
  },
  LogsKeyAlias: {
    type: 'AWS::KMS::Alias',
    properties: { AliasName: 'alias/fedramp-monitoring-logs-dev', TargetKeyId: ref('LogsKey') },
  },
};

module.exports = { keys };
