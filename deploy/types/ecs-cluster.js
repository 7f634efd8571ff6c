// @ts-check

const { textAt } = require('../aws.js');

/** @type {import('../handler.js').ResourceHandler} */
module.exports = {
  type: 'AWS::ECS::Cluster',
  create: async (properties, aws) => {
    const { ClusterName = aws.generatedName, ClusterSettings, ...create } = properties;
    const answer = await aws.call('ecs', 'CreateCluster', { ...create, ClusterName, settings: ClusterSettings });
    return { physicalId: String(ClusterName), attributes: { Arn: textAt(answer, 'cluster.clusterArn') } };
  },
};
