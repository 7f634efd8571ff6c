// @ts-check

const { textAt } = require('../aws.js');

/** @type {import('../handler.js').ResourceHandler} */
module.exports = {
  type: 'AWS::CloudWatch::Alarm',
  create: async (properties, aws) => {
    const { AlarmName = aws.generatedName, ...put } = properties;
    await aws.call('cloudwatch', 'PutMetricAlarm', { ...put, AlarmName });
    const answer = await aws.call('cloudwatch', 'DescribeAlarms', { AlarmNames: [AlarmName] });
    return { physicalId: String(AlarmName), attributes: { Arn: textAt(answer, 'MetricAlarms.0.AlarmArn') } };
  },
};
