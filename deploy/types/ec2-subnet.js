// @ts-check

const { textAt, valueAt } = require('../aws.js');
const { tagSpecifications } = require('../ec2-tags.js');

/** @type {import('../handler.js').ResourceHandler} */
module.exports = {
  type: 'AWS::EC2::Subnet',
  create: async ({ MapPublicIpOnLaunch, Tags, ...create }, aws) => {
    const answer = await aws.call('ec2', 'CreateSubnet', {
      ...create,
      TagSpecifications: tagSpecifications('subnet', Tags),
    });
    const SubnetId = textAt(answer, 'Subnet.SubnetId');
    if (MapPublicIpOnLaunch !== undefined) {
      await aws.call('ec2', 'ModifySubnetAttribute', { SubnetId, MapPublicIpOnLaunch: { Value: MapPublicIpOnLaunch } });
    }
    return {
      physicalId: SubnetId,
      attributes: {
        SubnetId,
        AvailabilityZone: valueAt(answer, 'Subnet.AvailabilityZone'),
        CidrBlock: valueAt(answer, 'Subnet.CidrBlock'),
        VpcId: valueAt(answer, 'Subnet.VpcId'),
      },
    };
  },
};
