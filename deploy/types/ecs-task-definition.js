// @ts-check

const { textAt } = require('../aws.js');

/** @type {import('../handler.js').ResourceHandler} */
module.exports = {
  type: 'AWS::ECS::TaskDefinition',
  create: async (properties, aws) => {
    const { Family = aws.generatedName, ...register } = properties;
    const answer = await aws.call('ecs', 'RegisterTaskDefinition', { ...register, Family });
    const TaskDefinitionArn = textAt(answer, 'taskDefinition.taskDefinitionArn');
    return { physicalId: TaskDefinitionArn, attributes: { TaskDefinitionArn } };
  },
};
