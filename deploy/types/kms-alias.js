// @ts-check

/** @type {import('../handler.js').ResourceHandler} */
module.exports = {
  type: 'AWS::KMS::Alias',
  create: async (properties, aws) => {
    await aws.call('kms', 'CreateAlias', properties);
    return { physicalId: String(properties.AliasName) };
  },
};
