// @ts-check

const { textAt } = require('../aws.js');
const { attributeTexts, noMore, objects } = require('../handler.js');

/** @type {import('../handler.js').ResourceHandler} */
module.exports = {
  type: 'AWS::SNS::Topic',
  create: async (properties, aws) => {
    const { TopicName = aws.generatedName, Subscription, TracingConfig, Tags, ...attributes } = properties;
    const { ContentBasedDeduplication, DisplayName, FifoTopic, KmsMasterKeyId, SignatureVersion, ...rest } = attributes;
    noMore(rest);
    const answer = await aws.call('sns', 'CreateTopic', {
      Name: TopicName,
      Attributes: attributeTexts({ ...attributes, TracingConfig }),
      Tags,
    });
    const TopicArn = textAt(answer, 'TopicArn');
    for (const { Endpoint, Protocol, ...unknown } of objects(Subscription)) {
      noMore(unknown, 'Subscription');
      await aws.call('sns', 'Subscribe', { TopicArn, Endpoint, Protocol });
    }
    return { physicalId: TopicArn, attributes: { TopicArn, TopicName } };
  },
};
