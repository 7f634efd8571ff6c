// @ts-check

const { textAt } = require('../aws.js');
const { attributeTexts, noMore } = require('../handler.js');

/** @type {import('../handler.js').ResourceHandler} */
module.exports = {
  type: 'AWS::SNS::Subscription',
  create: async ({ TopicArn, Protocol, Endpoint, ...attributes }, aws) => {
    const {
      DeliveryPolicy,
      FilterPolicy,
      FilterPolicyScope,
      RawMessageDelivery,
      RedrivePolicy,
      SubscriptionRoleArn,
      ...rest
    } = attributes;
    noMore(rest);
    const answer = await aws.call('sns', 'Subscribe', {
      TopicArn,
      Protocol,
      Endpoint,
      Attributes: attributeTexts(attributes),
      ReturnSubscriptionArn: true,
    });
    const Arn = textAt(answer, 'SubscriptionArn');
    return { physicalId: Arn, attributes: { Arn } };
  },
};
