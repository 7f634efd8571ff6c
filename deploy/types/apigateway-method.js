// @ts-check

const { object, objects } = require('../handler.js');

/** @type {import('../handler.js').ResourceHandler} */
module.exports = {
  type: 'AWS::ApiGateway::Method',
  create: async ({ Integration, MethodResponses, ...put }, aws) => {
    const { RestApiId, ResourceId, HttpMethod } = put;
    const method = { RestApiId, ResourceId, HttpMethod };
    await aws.call('api-gateway', 'PutMethod', put);
    for (const response of objects(MethodResponses)) {
      await aws.call('api-gateway', 'PutMethodResponse', { ...method, ...response });
    }
    if (Integration !== undefined) {
      const { IntegrationResponses, ...integration } = object(Integration);
      await aws.call('api-gateway', 'PutIntegration', { ...method, ...integration });
      for (const response of objects(IntegrationResponses)) {
        await aws.call('api-gateway', 'PutIntegrationResponse', { ...method, ...response });
      }
    }
    return { physicalId: `${RestApiId}|${ResourceId}|${HttpMethod}` };
  },
};
