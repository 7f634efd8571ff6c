// @ts-check

const { textAt } = require('../aws.js');
const { attributeTexts, noMore, tagMap } = require('../handler.js');

/** @type {import('../handler.js').ResourceHandler} */
module.exports = {
  type: 'AWS::SQS::Queue',
  create: async (properties, aws) => {
    const { QueueName = aws.generatedName, Tags, ...attributes } = properties;
    const {
      ContentBasedDeduplication,
      DeduplicationScope,
      DelaySeconds,
      FifoQueue,
      FifoThroughputLimit,
      KmsDataKeyReusePeriodSeconds,
      KmsMasterKeyId,
      MaximumMessageSize,
      MessageRetentionPeriod,
      ReceiveMessageWaitTimeSeconds,
      RedriveAllowPolicy,
      RedrivePolicy,
      SqsManagedSseEnabled,
      VisibilityTimeout,
      ...rest
    } = attributes;
    noMore(rest);
    const created = await aws.call('sqs', 'CreateQueue', {
      QueueName,
      Attributes: attributeTexts(attributes),
      tags: tagMap(Tags),
    });
    const QueueUrl = textAt(created, 'QueueUrl');
    const answer = await aws.call('sqs', 'GetQueueAttributes', { QueueUrl, AttributeNames: ['QueueArn'] });
    return {
      physicalId: QueueUrl,
      attributes: { Arn: textAt(answer, 'Attributes.QueueArn'), QueueName, QueueUrl },
    };
  },
};
