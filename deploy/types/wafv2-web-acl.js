// @ts-check

const { textAt } = require('../aws.js');

/** @type {import('../handler.js').ResourceHandler} */
module.exports = {
  type: 'AWS::WAFv2::WebACL',
  create: async (properties, aws) => {
    const { Name = aws.generatedName, Scope, ...create } = properties;
    const answer = await aws.call('wafv2', 'CreateWebACL', { ...create, Name, Scope });
    const Id = textAt(answer, 'Summary.Id');
    return { physicalId: `${Name}|${Id}|${Scope}`, attributes: { Id, Arn: textAt(answer, 'Summary.ARN') } };
  },
};
