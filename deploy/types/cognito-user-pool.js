// @ts-check

const { textAt } = require('../aws.js');
const { texts } = require('../handler.js');

/** @type {import('../handler.js').ResourceHandler} */
module.exports = {
  type: 'AWS::Cognito::UserPool',
  create: async ({ UserPoolName, EnabledMfas, MfaConfiguration, ...create }, aws) => {
    const answer = await aws.call('cognito-identity-provider', 'CreateUserPool', {
      ...create,
      PoolName: UserPoolName ?? aws.generatedName,
    });
    const UserPoolId = textAt(answer, 'UserPool.Id');
    if (MfaConfiguration !== undefined) {
      const Enabled = texts(EnabledMfas).includes('SOFTWARE_TOKEN_MFA');
      await aws.call('cognito-identity-provider', 'SetUserPoolMfaConfig', {
        UserPoolId,
        MfaConfiguration,
        SoftwareTokenMfaConfiguration: { Enabled },
      });
    }
    return {
      physicalId: UserPoolId,
      attributes: {
        UserPoolId,
        Arn: textAt(answer, 'UserPool.Arn'),
        ProviderName: `cognito-idp.${aws.region}.amazonaws.com/${UserPoolId}`,
      },
    };
  },
};
