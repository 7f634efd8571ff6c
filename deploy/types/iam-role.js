// @ts-check

const { textAt } = require('../aws.js');
const { noMore, objects, policyText, texts } = require('../handler.js');

/** @type {import('../handler.js').ResourceHandler} */
module.exports = {
  type: 'AWS::IAM::Role',
  create: async (properties, aws) => {
    const {
      RoleName = aws.generatedName,
      AssumeRolePolicyDocument,
      ManagedPolicyArns,
      Policies,
      ...create
    } = properties;
    const answer = await aws.call('iam', 'CreateRole', {
      ...create,
      RoleName,
      AssumeRolePolicyDocument: policyText(AssumeRolePolicyDocument),
    });
    for (const PolicyArn of texts(ManagedPolicyArns)) {
      await aws.call('iam', 'AttachRolePolicy', { RoleName, PolicyArn });
    }
    for (const { PolicyName, PolicyDocument, ...rest } of objects(Policies)) {
      noMore(rest, 'Policies');
      await aws.call('iam', 'PutRolePolicy', { RoleName, PolicyName, PolicyDocument: policyText(PolicyDocument) });
    }
    return {
      physicalId: String(RoleName),
      attributes: { Arn: textAt(answer, 'Role.Arn'), RoleId: textAt(answer, 'Role.RoleId') },
    };
  },
};
