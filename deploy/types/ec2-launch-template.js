// @ts-check

const { textAt, valueAt } = require('../aws.js');

/** @type {import('../handler.js').ResourceHandler} */
module.exports = {
  type: 'AWS::EC2::LaunchTemplate',
  create: async (properties, aws) => {
    const { LaunchTemplateName = aws.generatedName, ...create } = properties;
    const answer = await aws.call('ec2', 'CreateLaunchTemplate', { ...create, LaunchTemplateName });
    const LaunchTemplateId = textAt(answer, 'LaunchTemplate.LaunchTemplateId');
    return {
      physicalId: LaunchTemplateId,
      attributes: {
        LaunchTemplateId,
        LatestVersionNumber: String(valueAt(answer, 'LaunchTemplate.LatestVersionNumber')),
        DefaultVersionNumber: String(valueAt(answer, 'LaunchTemplate.DefaultVersionNumber')),
      },
    };
  },
};
