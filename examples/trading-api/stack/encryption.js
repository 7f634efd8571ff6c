// @ts-check

// biome-ignore-all lint/suspicious/noTemplateCurlyInString: sub() takes placeholders as CloudFormation spells them

const { ref, sub } = require('../../../deploy');
const { cardholderTags, environmentSuffix } = require('./names');

/** One customer key over everything that may hold card data. Logs hold none, so they have no key of their own. */
const encryption = {
  DataKey: {
    type: 'AWS::KMS::Key',
    properties: {
      Description: 'Encrypts what the trading API keeps',
      KeySpec: 'SYMMETRIC_DEFAULT',
      KeyUsage: 'ENCRYPT_DECRYPT',
      EnableKeyRotation: true,
      KeyPolicy: {
        Version: '2012-10-17',
        Statement: [
          {
            Sid: 'Administration',
            Effect: 'Allow',
            Principal: { AWS: sub('arn:aws:iam::${AWS::AccountId}:root') },
            Action: 'kms:*',
            Resource: '*',
          },
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
      Tags: cardholderTags,
    },
  },
  DataKeyAlias: {
    type: 'AWS::KMS::Alias',
    properties: { AliasName: `alias/trading-data-${environmentSuffix}`, TargetKeyId: ref('DataKey') },
  },
};

module.exports = { encryption };
