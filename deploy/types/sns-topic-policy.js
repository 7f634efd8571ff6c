// @ts-check

const { noMore, policyText, texts } = require('../handler.js');

/** @type {import('../handler.js').ResourceHandler} */
module.exports = {
  type: 'AWS::SNS::TopicPolicy',
  create: async ({ Topics, PolicyDocument, ...rest }, aws) => {
    noMore(rest);
    for (const TopicArn of texts(Topics)) {
      await aws.call('sns', 'SetTopicAttributes', {
        TopicArn,
        AttributeName: 'Policy',
        AttributeValue: policyText(PolicyDocument),
      });
    }
    return { physicalId: aws.generatedName };
  },
};
