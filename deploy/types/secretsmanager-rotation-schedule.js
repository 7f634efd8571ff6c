// @ts-check

/** @type {import('../handler.js').ResourceHandler} */
module.exports = {
  type: 'AWS::SecretsManager::RotationSchedule',
  create: async ({ RotateImmediatelyOnUpdate, ...rotate }, aws) => {
    await aws.call('secrets-manager', 'RotateSecret', { ...rotate, RotateImmediately: RotateImmediatelyOnUpdate });
    return { physicalId: String(rotate.SecretId) };
  },
};
