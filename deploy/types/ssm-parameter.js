// @ts-check

const { object } = require('../handler.js');

/** @type {import('../handler.js').ResourceHandler} */
module.exports = {
  type: 'AWS::SSM::Parameter',
  create: async (properties, aws) => {
    const { Name = aws.generatedName, Tags, ...put } = properties;
    const tags = Object.entries(object(Tags)).map(([Key, Value]) => ({ Key, Value }));
    await aws.call('ssm', 'PutParameter', { ...put, Name, Tags: tags });
    return { physicalId: String(Name), attributes: { Type: put.Type, Value: put.Value } };
  },
};
