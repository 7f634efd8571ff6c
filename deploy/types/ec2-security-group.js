// @ts-check

const { textAt } = require('../aws.js');
const { tagSpecifications } = require('../ec2-tags.js');
const { objects } = require('../handler.js');
const { ipPermissions } = require('../security-group-rule.js');

/** @type {import('../handler.js').ResourceHandler} */
module.exports = {
  type: 'AWS::EC2::SecurityGroup',
  create: async (properties, aws) => {
    const {
      GroupName = aws.generatedName,
      GroupDescription,
      SecurityGroupIngress,
      SecurityGroupEgress,
      Tags,
      ...create
    } = properties;
    const answer = await aws.call('ec2', 'CreateSecurityGroup', {
      ...create,
      GroupName,
      Description: GroupDescription,
      TagSpecifications: tagSpecifications('security-group', Tags),
    });
    const GroupId = textAt(answer, 'GroupId');
    for (const rule of objects(SecurityGroupIngress)) {
      await aws.call('ec2', 'AuthorizeSecurityGroupIngress', { GroupId, IpPermissions: ipPermissions(rule) });
    }
    if (SecurityGroupEgress !== undefined) {
      // As CloudFormation: own egress rules replace the one that every group starts with.
      const everything = ipPermissions({ IpProtocol: '-1', CidrIp: '0.0.0.0/0' });
      await aws.call('ec2', 'RevokeSecurityGroupEgress', { GroupId, IpPermissions: everything });
    }
    for (const rule of objects(SecurityGroupEgress)) {
      await aws.call('ec2', 'AuthorizeSecurityGroupEgress', { GroupId, IpPermissions: ipPermissions(rule) });
    }
    return { physicalId: GroupId, attributes: { GroupId, VpcId: create.VpcId } };
  },
};
