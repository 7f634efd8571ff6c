// @ts-check

const { policyText } = require('../handler.js');

/** @type {import('../handler.js').ResourceHandler} */
module.exports = {
  type: 'AWS::SecretsManager::ResourcePolicy',
  create: async ({ ResourcePolicy, ...put }, aws) => {
    await aws.call('secrets-manager', 'PutResourcePolicy', { ...put, ResourcePolicy: policyText(ResourcePolicy) });
    return { physicalId: String(put.SecretId) };
  },
};
