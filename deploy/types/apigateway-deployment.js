// @ts-check

const { textAt } = require('../aws.js');

/** @type {import('../handler.js').ResourceHandler} */
module.exports = {
  type: 'AWS::ApiGateway::Deployment',
  create: async (properties, aws) => {
    const DeploymentId = textAt(await aws.call('api-gateway', 'CreateDeployment', properties), 'id');
    return { physicalId: DeploymentId, attributes: { DeploymentId } };
  },
};
