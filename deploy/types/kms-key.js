// @ts-check

const { textAt } = require('../aws.js');
const { noMore, objects, policyText } = require('../handler.js');

/** @type {import('../handler.js').ResourceHandler} */
module.exports = {
  type: 'AWS::KMS::Key',
  create: async (properties, aws) => {
    const { KeyPolicy, EnableKeyRotation, RotationPeriodInDays, Enabled, Tags, ...create } = properties;
    const answer = await aws.call('kms', 'CreateKey', {
      ...create,
      Policy: policyText(KeyPolicy),
      Tags: objects(Tags).map(({ Key, Value, ...rest }) => {
        noMore(rest, 'Tags');
        return { TagKey: Key, TagValue: Value };
      }),
    });
    const KeyId = textAt(answer, 'KeyMetadata.KeyId');
    if (EnableKeyRotation === true) await aws.call('kms', 'EnableKeyRotation', { KeyId, RotationPeriodInDays });
    if (Enabled === false) await aws.call('kms', 'DisableKey', { KeyId });
    return { physicalId: KeyId, attributes: { KeyId, Arn: textAt(answer, 'KeyMetadata.Arn') } };
  },
};
