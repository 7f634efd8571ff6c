// @ts-check

const { textAt } = require('../aws.js');
const { tagSpecifications } = require('../ec2-tags.js');

/** @type {import('../handler.js').ResourceHandler} */
module.exports = {
  type: 'AWS::EC2::EIP',
  create: async ({ Tags, ...create }, aws) => {
    const TagSpecifications = tagSpecifications('elastic-ip', Tags);
    const answer = await aws.call('ec2', 'AllocateAddress', { Domain: 'vpc', ...create, TagSpecifications });
    const PublicIp = textAt(answer, 'PublicIp');
    return { physicalId: PublicIp, attributes: { PublicIp, AllocationId: textAt(answer, 'AllocationId') } };
  },
};
