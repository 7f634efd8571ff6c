// @ts-check

const { textAt, valueAt } = require('../aws.js');
const { object, tagMap } = require('../handler.js');

/** @type {import('../handler.js').ResourceHandler} */
module.exports = {
  type: 'AWS::Kinesis::Stream',
  create: async ({ Name, RetentionPeriodHours, StreamEncryption, Tags, ...create }, aws) => {
    const StreamName = String(Name ?? aws.generatedName);
    /** @param {string} operation @param {Record<string, unknown>} input */
    const change = async (operation, input) => {
      await aws.call('kinesis', operation, { ...input, StreamName });
      return aws.until(
        () => aws.call('kinesis', 'DescribeStreamSummary', { StreamName }),
        (summary) => valueAt(summary, 'StreamDescriptionSummary.StreamStatus') === 'ACTIVE',
      );
    };
    const answer = await change('CreateStream', create);
    // Both servers lose the tags of CreateStream; AWS takes them either way.
    if (Tags !== undefined) await aws.call('kinesis', 'AddTagsToStream', { StreamName, Tags: tagMap(Tags) });
    // 24 hours is what a stream starts with, and what IncreaseStreamRetentionPeriod refuses.
    if (RetentionPeriodHours !== undefined && Number(RetentionPeriodHours) !== 24) {
      await change('IncreaseStreamRetentionPeriod', { RetentionPeriodHours });
    }
    if (StreamEncryption !== undefined) await change('StartStreamEncryption', object(StreamEncryption));
    return { physicalId: StreamName, attributes: { Arn: textAt(answer, 'StreamDescriptionSummary.StreamARN') } };
  },
};
