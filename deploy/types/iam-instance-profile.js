// @ts-check

const { textAt } = require('../aws.js');
const { texts } = require('../handler.js');

/** @type {import('../handler.js').ResourceHandler} */
module.exports = {
  type: 'AWS::IAM::InstanceProfile',
  create: async (properties, aws) => {
    const { InstanceProfileName = aws.generatedName, Roles, ...create } = properties;
    const answer = await aws.call('iam', 'CreateInstanceProfile', { ...create, InstanceProfileName });
    for (const RoleName of texts(Roles)) {
      await aws.call('iam', 'AddRoleToInstanceProfile', { InstanceProfileName, RoleName });
    }
    return { physicalId: String(InstanceProfileName), attributes: { Arn: textAt(answer, 'InstanceProfile.Arn') } };
  },
};
