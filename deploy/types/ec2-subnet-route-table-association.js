// @ts-check

const { textAt } = require('../aws.js');

/** @type {import('../handler.js').ResourceHandler} */
module.exports = {
  type: 'AWS::EC2::SubnetRouteTableAssociation',
  create: async (properties, aws) => {
    const answer = await aws.call('ec2', 'AssociateRouteTable', properties);
    const Id = textAt(answer, 'AssociationId');
    return { physicalId: Id, attributes: { Id } };
  },
};
