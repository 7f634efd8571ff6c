// @ts-check

const { textAt } = require('../aws.js');

/** @type {import('../handler.js').ResourceHandler} */
module.exports = {
  type: 'AWS::EC2::FlowLog',
  create: async ({ ResourceId, Tags, ...create }, aws) => {
    const answer = await aws.call('ec2', 'CreateFlowLogs', { ...create, ResourceIds: [ResourceId] });
    const Id = textAt(answer, 'FlowLogIds.0');
    // ministack loses the tags of CreateFlowLogs; AWS takes them either way.
    if (Tags !== undefined) await aws.call('ec2', 'CreateTags', { Resources: [Id], Tags });
    return { physicalId: Id, attributes: { Id } };
  },
};
