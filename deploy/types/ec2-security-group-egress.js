// @ts-check

const { valueAt } = require('../aws.js');
const { ipPermissions } = require('../security-group-rule.js');

/** @type {import('../handler.js').ResourceHandler} */
module.exports = {
  type: 'AWS::EC2::SecurityGroupEgress',
  create: async ({ GroupId, ...rule }, aws) => {
    const answer = await aws.call('ec2', 'AuthorizeSecurityGroupEgress', {
      GroupId,
      IpPermissions: ipPermissions(rule),
    });
    const id = valueAt(answer, 'SecurityGroupRules.0.SecurityGroupRuleId');
    return { physicalId: String(id ?? aws.generatedName) };
  },
};
