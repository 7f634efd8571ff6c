// @ts-check

const { textAt } = require('../aws.js');
const { tagSpecifications } = require('../ec2-tags.js');

/** @type {import('../handler.js').ResourceHandler} */
module.exports = {
  type: 'AWS::EC2::FlowLog',
  create: async ({ ResourceId, Tags, ...create }, aws) => {
    const answer = await aws.call('ec2', 'CreateFlowLogs', {
      ...create,
      ResourceIds: [ResourceId],
      TagSpecifications: tagSpecifications('vpc-flow-log', Tags),
    });
    const Id = textAt(answer, 'FlowLogIds.0');
    return { physicalId: Id, attributes: { Id } };
  },
};
