// @ts-check

const { noMore, policyText, texts } = require('../handler.js');

/** @type {import('../handler.js').ResourceHandler} */
module.exports = {
  type: 'AWS::IAM::Policy',
  create: async ({ PolicyName, PolicyDocument, Roles, ...rest }, aws) => {
    noMore(rest);
    for (const RoleName of texts(Roles)) {
      await aws.call('iam', 'PutRolePolicy', { RoleName, PolicyName, PolicyDocument: policyText(PolicyDocument) });
    }
    return { physicalId: String(PolicyName) };
  },
};
