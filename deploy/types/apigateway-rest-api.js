// @ts-check

const { textAt } = require('../aws.js');
const { policyText, tagMap } = require('../handler.js');

/** @type {import('../handler.js').ResourceHandler} */
module.exports = {
  type: 'AWS::ApiGateway::RestApi',
  create: async ({ ApiKeySourceType, Policy, Tags, ...create }, aws) => {
    const answer = await aws.call('api-gateway', 'CreateRestApi', {
      ...create,
      apiKeySource: ApiKeySourceType,
      policy: policyText(Policy),
      tags: tagMap(Tags),
    });
    const RestApiId = textAt(answer, 'id');
    const resources = await aws.call('api-gateway', 'GetResources', { restApiId: RestApiId });
    return { physicalId: RestApiId, attributes: { RestApiId, RootResourceId: textAt(resources, 'items.0.id') } };
  },
};
