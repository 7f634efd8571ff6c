// @ts-check

/** @type {import('../handler.js').ResourceHandler} */
module.exports = {
  type: 'AWS::WAFv2::WebACLAssociation',
  create: async (properties, aws) => {
    await aws.call('wafv2', 'AssociateWebACL', properties);
    return { physicalId: `${properties.WebACLArn}|${properties.ResourceArn}` };
  },
};
