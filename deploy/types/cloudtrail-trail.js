// @ts-check

const { textAt } = require('../aws.js');

/** @type {import('../handler.js').ResourceHandler} */
module.exports = {
  type: 'AWS::CloudTrail::Trail',
  create: async (properties, aws) => {
    const { TrailName, EventSelectors, IsLogging, KMSKeyId, Tags, ...create } = properties;
    const Name = TrailName ?? aws.generatedName;
    const answer = await aws.call('cloudtrail', 'CreateTrail', { ...create, Name, KmsKeyId: KMSKeyId, TagsList: Tags });
    if (EventSelectors !== undefined)
      await aws.call('cloudtrail', 'PutEventSelectors', { TrailName: Name, EventSelectors });
    if (IsLogging === true) await aws.call('cloudtrail', 'StartLogging', { Name });
    return { physicalId: String(Name), attributes: { Arn: textAt(answer, 'TrailARN') } };
  },
};
