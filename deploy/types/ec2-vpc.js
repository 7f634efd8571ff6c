// @ts-check

const { textAt, valueAt } = require('../aws.js');
const { tagSpecifications } = require('../ec2-tags.js');

/** @type {import('../handler.js').ResourceHandler} */
module.exports = {
  type: 'AWS::EC2::VPC',
  create: async ({ EnableDnsSupport, EnableDnsHostnames, Tags, ...create }, aws) => {
    const answer = await aws.call('ec2', 'CreateVpc', { ...create, TagSpecifications: tagSpecifications('vpc', Tags) });
    const VpcId = textAt(answer, 'Vpc.VpcId');
    // One attribute per call: EC2 refuses two.
    for (const [name, Value] of Object.entries({ EnableDnsSupport, EnableDnsHostnames })) {
      if (Value !== undefined) await aws.call('ec2', 'ModifyVpcAttribute', { VpcId, [name]: { Value } });
    }
    const groups = await aws.call('ec2', 'DescribeSecurityGroups', {
      Filters: [
        { Name: 'vpc-id', Values: [VpcId] },
        { Name: 'group-name', Values: ['default'] },
      ],
    });
    const acls = await aws.call('ec2', 'DescribeNetworkAcls', {
      Filters: [
        { Name: 'vpc-id', Values: [VpcId] },
        { Name: 'default', Values: ['true'] },
      ],
    });
    return {
      physicalId: VpcId,
      attributes: {
        VpcId,
        CidrBlock: valueAt(answer, 'Vpc.CidrBlock'),
        DefaultSecurityGroup: valueAt(groups, 'SecurityGroups.0.GroupId'),
        DefaultNetworkAcl: valueAt(acls, 'NetworkAcls.0.NetworkAclId'),
      },
    };
  },
};
