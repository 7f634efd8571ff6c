// @ts-check

const { textAt } = require('../aws.js');
const { noMore, object, policyText } = require('../handler.js');

/** @type {import('../handler.js').ResourceHandler} */
module.exports = {
  type: 'AWS::ECR::Repository',
  create: async (properties, aws) => {
    const { RepositoryName, LifecyclePolicy, RepositoryPolicyText, ...create } = properties;
    const repositoryName = String(RepositoryName ?? aws.generatedName).toLowerCase();
    const answer = await aws.call('ecr', 'CreateRepository', { ...create, repositoryName });
    if (LifecyclePolicy !== undefined) {
      const { LifecyclePolicyText, ...rest } = object(LifecyclePolicy);
      noMore(rest, 'LifecyclePolicy');
      const lifecyclePolicyText = policyText(LifecyclePolicyText);
      await aws.call('ecr', 'PutLifecyclePolicy', { repositoryName, lifecyclePolicyText });
    }
    if (RepositoryPolicyText !== undefined) {
      await aws.call('ecr', 'SetRepositoryPolicy', { repositoryName, policyText: policyText(RepositoryPolicyText) });
    }
    return {
      physicalId: repositoryName,
      attributes: {
        Arn: textAt(answer, 'repository.repositoryArn'),
        RepositoryUri: textAt(answer, 'repository.repositoryUri'),
      },
    };
  },
};
