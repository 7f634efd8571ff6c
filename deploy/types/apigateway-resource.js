// @ts-check

const { textAt } = require('../aws.js');

/** @type {import('../handler.js').ResourceHandler} */
module.exports = {
  type: 'AWS::ApiGateway::Resource',
  create: async (properties, aws) => {
    const ResourceId = textAt(await aws.call('api-gateway', 'CreateResource', properties), 'id');
    return { physicalId: ResourceId, attributes: { ResourceId } };
  },
};
