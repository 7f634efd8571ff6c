// @ts-check

const { textAt, valueAt } = require('../aws.js');

/** @type {import('../handler.js').ResourceHandler} */
module.exports = {
  type: 'AWS::ElasticLoadBalancingV2::LoadBalancer',
  create: async (properties, aws) => {
    const { Name = aws.generatedName, LoadBalancerAttributes, ...create } = properties;
    const answer = await aws.call('elastic-load-balancing-v2', 'CreateLoadBalancer', { ...create, Name });
    const LoadBalancerArn = textAt(answer, 'LoadBalancers.0.LoadBalancerArn');
    if (LoadBalancerAttributes !== undefined) {
      const change = { LoadBalancerArn, Attributes: LoadBalancerAttributes };
      await aws.call('elastic-load-balancing-v2', 'ModifyLoadBalancerAttributes', change);
    }
    return {
      physicalId: LoadBalancerArn,
      attributes: {
        LoadBalancerArn,
        LoadBalancerName: Name,
        LoadBalancerFullName: LoadBalancerArn.split(':loadbalancer/')[1],
        DNSName: textAt(answer, 'LoadBalancers.0.DNSName'),
        CanonicalHostedZoneID: valueAt(answer, 'LoadBalancers.0.CanonicalHostedZoneId'),
      },
    };
  },
};
