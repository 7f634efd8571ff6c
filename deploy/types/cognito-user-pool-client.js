// @ts-check

const { textAt } = require('../aws.js');

/** @type {import('../handler.js').ResourceHandler} */
module.exports = {
  type: 'AWS::Cognito::UserPoolClient',
  create: async (properties, aws) => {
    const { ClientName = aws.generatedName, ...create } = properties;
    const answer = await aws.call('cognito-identity-provider', 'CreateUserPoolClient', { ...create, ClientName });
    const ClientId = textAt(answer, 'UserPoolClient.ClientId');
    return { physicalId: ClientId, attributes: { ClientId } };
  },
};
