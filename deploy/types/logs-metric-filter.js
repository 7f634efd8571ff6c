// @ts-check

/** @type {import('../handler.js').ResourceHandler} */
module.exports = {
  type: 'AWS::Logs::MetricFilter',
  create: async (properties, aws) => {
    const { FilterName = aws.generatedName, ...put } = properties;
    await aws.call('cloudwatch-logs', 'PutMetricFilter', { FilterName, ...put });
    return { physicalId: String(FilterName) };
  },
};
