// @ts-check

const { textAt } = require('../aws.js');
const { policyText } = require('../handler.js');

/** @type {import('../handler.js').ResourceHandler} */
module.exports = {
  type: 'AWS::StepFunctions::StateMachine',
  create: async (properties, aws) => {
    const { StateMachineName, StateMachineType, Definition, DefinitionString, ...create } = properties;
    const Name = StateMachineName ?? aws.generatedName;
    const answer = await aws.call('sfn', 'CreateStateMachine', {
      ...create,
      Name,
      Type: StateMachineType,
      Definition: policyText(Definition ?? DefinitionString),
    });
    const Arn = textAt(answer, 'stateMachineArn');
    return { physicalId: Arn, attributes: { Arn, Name } };
  },
};
