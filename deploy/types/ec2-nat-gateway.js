// @ts-check

const { textAt, valueAt } = require('../aws.js');
const { tagSpecifications } = require('../ec2-tags.js');

/** @type {import('../handler.js').ResourceHandler} */
module.exports = {
  type: 'AWS::EC2::NatGateway',
  create: async ({ Tags, ...create }, aws) => {
    const TagSpecifications = tagSpecifications('natgateway', Tags);
    const answer = await aws.call('ec2', 'CreateNatGateway', { ...create, TagSpecifications });
    const NatGatewayId = textAt(answer, 'NatGateway.NatGatewayId');
    await aws.until(
      () => aws.call('ec2', 'DescribeNatGateways', { NatGatewayIds: [NatGatewayId] }),
      (described) => valueAt(described, 'NatGateways.0.State') === 'available',
    );
    return { physicalId: NatGatewayId, attributes: { NatGatewayId } };
  },
};
