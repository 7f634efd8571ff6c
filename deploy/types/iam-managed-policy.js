// @ts-check

const { textAt } = require('../aws.js');
const { policyText, texts } = require('../handler.js');

/** @type {import('../handler.js').ResourceHandler} */
module.exports = {
  type: 'AWS::IAM::ManagedPolicy',
  create: async (properties, aws) => {
    const { ManagedPolicyName, PolicyDocument, Roles, Users, Groups, ...create } = properties;
    const answer = await aws.call('iam', 'CreatePolicy', {
      ...create,
      PolicyName: ManagedPolicyName ?? aws.generatedName,
      PolicyDocument: policyText(PolicyDocument),
    });
    const PolicyArn = textAt(answer, 'Policy.Arn');
    for (const RoleName of texts(Roles)) await aws.call('iam', 'AttachRolePolicy', { RoleName, PolicyArn });
    for (const UserName of texts(Users)) await aws.call('iam', 'AttachUserPolicy', { UserName, PolicyArn });
    for (const GroupName of texts(Groups)) await aws.call('iam', 'AttachGroupPolicy', { GroupName, PolicyArn });
    return { physicalId: PolicyArn, attributes: { PolicyArn } };
  },
};
