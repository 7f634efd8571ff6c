import type { StageDeclaration } from '@aws-sdk/client-codepipeline';
import { codepipeline } from '../aws/sdk';
import { defineResource } from '../engine/resource';
import { told } from '../engine/unjudged';
import { resourcePart } from './shared/arn';
import { kmsReference } from './shared/kms-reference';
import { tagMap } from './shared/tags';

export const codepipelinePipeline = defineResource({
  type: 'AWS::CodePipeline::Pipeline',
  label: 'CodePipeline pipeline',
  sdk: codepipeline,
  reads: ['codepipeline:GetPipeline'],
  notFound: ['PipelineNotFoundException'],
  facts: async (aws, { id }) => {
    const { pipeline, metadata } = await aws.call('GetPipeline', { name: resourcePart(id) });
    return { ...told(pipeline, 'pipeline'), metadata };
  },
  facets: {
    identity: {
      fields: 'metadata.pipelineArn, pipeline.name',
      read: (pipeline) => ({
        arn: told(pipeline.metadata?.pipelineArn, 'metadata.pipelineArn'),
        id: told(pipeline.name, 'pipeline.name'),
      }),
    },
    lifecycle: { fields: 'pipeline', read: () => ({ available: true }) },
    tags: {
      fields: 'tags',
      reads: ['codepipeline:ListTagsForResource'],
      read: async (pipeline, aws) => {
        const resourceArn = told(pipeline.metadata?.pipelineArn, 'metadata.pipelineArn');
        return tagMap(await aws.list('ListTagsForResource', { resourceArn }, (page) => page.tags));
      },
    },
    encryption: {
      fields: 'pipeline.{artifactStore, artifactStores}.encryptionKey',
      // Without a key, artifacts are encrypted with the AWS-managed key of S3. With stores in several regions, the one
      // without a key of its own speaks for all.
      read: ({ artifactStore, artifactStores }) => {
        const stores = artifactStore ? [artifactStore] : Object.values(told(artifactStores, 'pipeline.artifactStore'));
        const keys = stores.map(({ encryptionKey }) => encryptionKey?.id);
        const key = keys.includes(undefined) ? 'alias/aws/s3' : (keys[0] ?? 'alias/aws/s3');
        return { kind: 'kms', mode: 'encryptionKey of the artifact store', key: kmsReference(key) };
      },
    },
    executionRole: {
      fields: 'pipeline.roleArn',
      read: (pipeline) => ({ arn: told(pipeline.roleArn, 'pipeline.roleArn') }),
    },
    pipelineStages: {
      fields: 'pipeline.stages[].{name, actions[].{name, actionTypeId, configuration}}',
      read: (pipeline) => ({ stages: told(pipeline.stages, 'pipeline.stages').map(stage) }),
    },
  },
});

function stage({ name, actions }: StageDeclaration) {
  return {
    name: told(name, 'stages[].name'),
    actions: told(actions, 'stages[].actions').map((action) => ({
      name: told(action.name, 'actions[].name'),
      category: told(action.actionTypeId?.category, 'actions[].actionTypeId.category'),
      provider: told(action.actionTypeId?.provider, 'actions[].actionTypeId.provider'),
      owner: told(action.actionTypeId?.owner, 'actions[].actionTypeId.owner'),
      configuration: action.configuration ?? {},
    })),
  };
}
