// @ts-check

const { textAt } = require('../aws.js');

/** @type {import('../handler.js').ResourceHandler} */
module.exports = {
  type: 'AWS::Events::EventBus',
  create: async (properties, aws) => {
    const { Name = aws.generatedName, ...create } = properties;
    const answer = await aws.call('eventbridge', 'CreateEventBus', { ...create, Name });
    return { physicalId: String(Name), attributes: { Name, Arn: textAt(answer, 'EventBusArn') } };
  },
};
