// @ts-check

const { textAt } = require('../aws.js');
const { tagSpecifications } = require('../ec2-tags.js');

/** @type {import('../handler.js').ResourceHandler} */
module.exports = {
  type: 'AWS::EC2::RouteTable',
  create: async ({ Tags, ...create }, aws) => {
    const TagSpecifications = tagSpecifications('route-table', Tags);
    const answer = await aws.call('ec2', 'CreateRouteTable', { ...create, TagSpecifications });
    const RouteTableId = textAt(answer, 'RouteTable.RouteTableId');
    return { physicalId: RouteTableId, attributes: { RouteTableId } };
  },
};
