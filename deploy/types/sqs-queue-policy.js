// @ts-check

const { noMore, policyText, texts } = require('../handler.js');

/** @type {import('../handler.js').ResourceHandler} */
module.exports = {
  type: 'AWS::SQS::QueuePolicy',
  create: async ({ Queues, PolicyDocument, ...rest }, aws) => {
    noMore(rest);
    for (const QueueUrl of texts(Queues)) {
      await aws.call('sqs', 'SetQueueAttributes', { QueueUrl, Attributes: { Policy: policyText(PolicyDocument) } });
    }
    return { physicalId: aws.generatedName };
  },
};
