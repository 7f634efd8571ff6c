// @ts-check

const { textAt } = require('../aws.js');

/** @type {import('../handler.js').ResourceHandler} */
module.exports = {
  type: 'AWS::ECS::Service',
  create: async (properties, aws) => {
    const { ServiceName = aws.generatedName, ...create } = properties;
    const answer = await aws.call('ecs', 'CreateService', { ...create, ServiceName });
    const ServiceArn = textAt(answer, 'service.serviceArn');
    return { physicalId: ServiceArn, attributes: { ServiceArn, Name: ServiceName } };
  },
};
