// @ts-check

const { textAt } = require('../aws.js');

/** @type {import('../handler.js').ResourceHandler} */
module.exports = {
  type: 'AWS::ElasticLoadBalancingV2::Listener',
  create: async (properties, aws) => {
    const answer = await aws.call('elastic-load-balancing-v2', 'CreateListener', properties);
    const ListenerArn = textAt(answer, 'Listeners.0.ListenerArn');
    return { physicalId: ListenerArn, attributes: { ListenerArn } };
  },
};
