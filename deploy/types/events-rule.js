// @ts-check

const { textAt } = require('../aws.js');
const { objects, policyText } = require('../handler.js');

/** @type {import('../handler.js').ResourceHandler} */
module.exports = {
  type: 'AWS::Events::Rule',
  create: async (properties, aws) => {
    const { Name = aws.generatedName, EventPattern, EventBusName, Targets, ...put } = properties;
    const rule = { ...put, Name, EventBusName, EventPattern: policyText(EventPattern) };
    const answer = await aws.call('eventbridge', 'PutRule', rule);
    if (objects(Targets).length > 0) {
      const { FailedEntries } = await aws.call('eventbridge', 'PutTargets', { Rule: Name, EventBusName, Targets });
      if (objects(FailedEntries).length > 0) throw new Error(`targets refused: ${JSON.stringify(FailedEntries)}.`);
    }
    return { physicalId: String(Name), attributes: { Arn: textAt(answer, 'RuleArn') } };
  },
};
