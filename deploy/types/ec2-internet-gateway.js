// @ts-check

const { textAt } = require('../aws.js');
const { tagSpecifications } = require('../ec2-tags.js');

/** @type {import('../handler.js').ResourceHandler} */
module.exports = {
  type: 'AWS::EC2::InternetGateway',
  create: async ({ Tags, ...create }, aws) => {
    const TagSpecifications = tagSpecifications('internet-gateway', Tags);
    const answer = await aws.call('ec2', 'CreateInternetGateway', { ...create, TagSpecifications });
    const InternetGatewayId = textAt(answer, 'InternetGateway.InternetGatewayId');
    return { physicalId: InternetGatewayId, attributes: { InternetGatewayId } };
  },
};
