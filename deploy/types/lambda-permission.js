// @ts-check

/** @type {import('../handler.js').ResourceHandler} */
module.exports = {
  type: 'AWS::Lambda::Permission',
  create: async (properties, aws) => {
    await aws.call('lambda', 'AddPermission', { ...properties, StatementId: aws.logicalId });
    return { physicalId: aws.logicalId, attributes: { Id: aws.logicalId } };
  },
};
