// @ts-check

const { textAt } = require('../aws.js');
const { objects } = require('../handler.js');

/** @type {import('../handler.js').ResourceHandler} */
module.exports = {
  type: 'AWS::ElasticLoadBalancingV2::TargetGroup',
  create: async (properties, aws) => {
    const { Name = aws.generatedName, TargetGroupAttributes, Targets, ...create } = properties;
    const answer = await aws.call('elastic-load-balancing-v2', 'CreateTargetGroup', { ...create, Name });
    const TargetGroupArn = textAt(answer, 'TargetGroups.0.TargetGroupArn');
    if (TargetGroupAttributes !== undefined) {
      const change = { TargetGroupArn, Attributes: TargetGroupAttributes };
      await aws.call('elastic-load-balancing-v2', 'ModifyTargetGroupAttributes', change);
    }
    if (objects(Targets).length > 0) {
      await aws.call('elastic-load-balancing-v2', 'RegisterTargets', { TargetGroupArn, Targets });
    }
    return {
      physicalId: TargetGroupArn,
      attributes: {
        TargetGroupArn,
        TargetGroupName: Name,
        TargetGroupFullName: TargetGroupArn.split(':').slice(5).join(':'),
      },
    };
  },
};
