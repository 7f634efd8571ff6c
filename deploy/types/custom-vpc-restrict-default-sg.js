// @ts-check

const { noMore } = require('../handler.js');
const { ipPermissions } = require('../security-group-rule.js');

/**
 * What the CDK writes for `restrictDefaultSecurityGroup`: the security group that every VPC comes with loses its rules.
 *
 * @type {import('../handler.js').ResourceHandler}
 */
module.exports = {
  type: 'Custom::VpcRestrictDefaultSG',
  create: async ({ DefaultSecurityGroupId, Account, ...rest }, aws) => {
    noMore(rest);
    const GroupId = DefaultSecurityGroupId;
    const { SecurityGroups } = await aws.call('ec2', 'DescribeSecurityGroups', { GroupIds: [GroupId] });
    const [group] = /** @type {{ IpPermissions?: unknown[], IpPermissionsEgress?: unknown[] }[]} */ (SecurityGroups);
    // Servers differ in whether the group starts with the rule that lets its own members in.
    if (group?.IpPermissions?.length) {
      const own = ipPermissions({ IpProtocol: '-1', SourceSecurityGroupId: GroupId });
      await aws.call('ec2', 'RevokeSecurityGroupIngress', { GroupId, IpPermissions: own });
    }
    if (group?.IpPermissionsEgress?.length) {
      const everything = ipPermissions({ IpProtocol: '-1', CidrIp: '0.0.0.0/0' });
      await aws.call('ec2', 'RevokeSecurityGroupEgress', { GroupId, IpPermissions: everything });
    }
    return { physicalId: aws.generatedName };
  },
};
