import { ecr } from '../aws/sdk';
import { isRecord } from '../engine/argument';
import { defineResource } from '../engine/resource';
import { told } from '../engine/unjudged';
import type { ImageExpiry } from '../facets/data';
import { resourceName } from './shared/arn';
import { kmsReference } from './shared/kms-reference';
import { attachedPolicy, policyDocument } from './shared/policy';
import { tagMap } from './shared/tags';

export const ecrRepository = defineResource({
  type: 'AWS::ECR::Repository',
  label: 'ECR repository',
  sdk: ecr,
  reads: ['ecr:DescribeRepositories'],
  notFound: ['RepositoryNotFoundException'],
  // A list of names fails as a whole when one is missing, so each is asked for alone.
  facts: async (aws, { id }) => {
    const name = repositoryName(id);
    const { repositories } = await aws.call('DescribeRepositories', { repositoryNames: [name] });
    return told(repositories, 'repositories').find((repository) => repository.repositoryName === name);
  },
  facets: {
    identity: {
      fields: 'repositoryArn, repositoryName',
      read: (repository) => ({
        arn: told(repository.repositoryArn, 'repositoryArn'),
        id: told(repository.repositoryName, 'repositoryName'),
      }),
    },
    lifecycle: { fields: 'repositoryName', read: () => ({ available: true }) },
    tags: {
      fields: 'tags',
      reads: ['ecr:ListTagsForResource'],
      read: async (repository, aws) => {
        const resourceArn = told(repository.repositoryArn, 'repositoryArn');
        return tagMap(told((await aws.call('ListTagsForResource', { resourceArn })).tags, 'tags'));
      },
    },
    encryption: {
      fields: 'encryptionConfiguration.{encryptionType, kmsKey}',
      read: (repository) => {
        const configuration = told(repository.encryptionConfiguration, 'encryptionConfiguration');
        const mode = told(configuration.encryptionType, 'encryptionConfiguration.encryptionType');
        if (mode === 'AES256') return { kind: 'service-owned', mode };
        // KMS without a named key is the AWS-managed key of ECR.
        return { kind: 'kms', mode, key: kmsReference(configuration.kmsKey ?? 'alias/aws/ecr') };
      },
    },
    resourcePolicy: {
      fields: 'policyText',
      reads: ['ecr:GetRepositoryPolicy'],
      read: async (repository, aws) => {
        const absent = ['RepositoryPolicyNotFoundException'];
        const repositoryName = told(repository.repositoryName, 'repositoryName');
        const answer = await aws.callOrAbsent(absent, 'GetRepositoryPolicy', { repositoryName });
        const arn = told(repository.repositoryArn, 'repositoryArn');
        return attachedPolicy(arn, answer && told(answer.policyText, 'policyText'));
      },
    },
    imageScanning: {
      fields: 'imageScanningConfiguration.scanOnPush',
      read: (repository) => ({
        onPush: told(repository.imageScanningConfiguration?.scanOnPush, 'imageScanningConfiguration.scanOnPush'),
      }),
    },
    tagMutability: {
      fields: 'imageTagMutability, imageTagMutabilityExclusionFilters',
      read: (repository) => ({
        mode: told(repository.imageTagMutability, 'imageTagMutability'),
        exclusions: (repository.imageTagMutabilityExclusionFilters ?? []).map(({ filter }) =>
          told(filter, 'imageTagMutabilityExclusionFilters[].filter'),
        ),
      }),
    },
    imageExpiry: {
      fields: 'lifecyclePolicyText',
      reads: ['ecr:GetLifecyclePolicy'],
      read: async (repository, aws) => {
        const absent = ['LifecyclePolicyNotFoundException'];
        const repositoryName = told(repository.repositoryName, 'repositoryName');
        const answer = await aws.callOrAbsent(absent, 'GetLifecyclePolicy', { repositoryName });
        return answer ? imageExpiry(told(answer.lifecyclePolicyText, 'lifecyclePolicyText')) : { rules: [] };
      },
    },
  },
});

/** The name in an ARN, or in a URI such as `123456789012.dkr.ecr.eu-west-1.amazonaws.com/team/app:latest`. */
function repositoryName(id: string): string {
  const name = resourceName(id).replace(/^(?:https?:\/\/)?[^/]+\.dkr[.-]ecr[^/]*\//, '');
  return name.replace(/[@:].*$/, '');
}

function imageExpiry(text: string): ImageExpiry {
  const { rules } = policyDocument(text);
  return {
    rules: (Array.isArray(rules) ? rules : []).filter(isRecord).map(({ description, selection }) => {
      const chosen = isRecord(selection) ? selection : {};
      return {
        description: typeof description === 'string' ? description : '',
        tagStatus: String(told(chosen.tagStatus, 'rules[].selection.tagStatus')),
        countType: String(told(chosen.countType, 'rules[].selection.countType')),
        count: Number(told(chosen.countNumber, 'rules[].selection.countNumber')),
      };
    }),
  };
}
