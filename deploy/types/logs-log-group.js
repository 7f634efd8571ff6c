// @ts-check

const { policyText, tagMap } = require('../handler.js');

/** @type {import('../handler.js').ResourceHandler} */
module.exports = {
  type: 'AWS::Logs::LogGroup',
  create: async (properties, aws) => {
    const { LogGroupName, RetentionInDays, DataProtectionPolicy, Tags, ...create } = properties;
    const logGroupName = String(LogGroupName ?? aws.generatedName);
    await aws.call('cloudwatch-logs', 'CreateLogGroup', { ...create, logGroupName, tags: tagMap(Tags) });
    if (RetentionInDays !== undefined) {
      await aws.call('cloudwatch-logs', 'PutRetentionPolicy', { logGroupName, retentionInDays: RetentionInDays });
    }
    if (DataProtectionPolicy !== undefined) {
      const policyDocument = policyText(DataProtectionPolicy);
      await aws.call('cloudwatch-logs', 'PutDataProtectionPolicy', {
        logGroupIdentifier: logGroupName,
        policyDocument,
      });
    }
    const Arn = `arn:aws:logs:${aws.region}:${await aws.accountId()}:log-group:${logGroupName}:*`;
    return { physicalId: logGroupName, attributes: { Arn } };
  },
};
