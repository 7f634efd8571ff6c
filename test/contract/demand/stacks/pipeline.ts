import {
  CodePipelineClient,
  GetPipelineCommand,
  type GetPipelineCommandOutput,
  type StageDeclaration,
} from '@aws-sdk/client-codepipeline';
import { mockClient } from 'aws-sdk-client-mock';
import type { Recording } from '../recording';

const action = (name: string, category: 'Source' | 'Build' | 'Approval', provider: string, more: object = {}) => ({
  name,
  actionTypeId: { category, owner: 'AWS' as const, provider, version: '1' },
  runOrder: 1,
  inputArtifacts: [],
  outputArtifacts: [],
  configuration: {},
  ...more,
});
const source: StageDeclaration = {
  name: 'Source',
  actions: [
    action('Pull', 'Source', 'S3', {
      configuration: { S3Bucket: 'shop-source', S3ObjectKey: 'app.zip', PollForSourceChanges: 'false' },
      outputArtifacts: [{ name: 'Source' }],
    }),
  ],
};
const build: StageDeclaration = {
  name: 'Build',
  actions: [
    action('Compile', 'Build', 'CodeBuild', {
      configuration: { ProjectName: 'shop-build' },
      inputArtifacts: [{ name: 'Source' }],
      outputArtifacts: [{ name: 'App' }],
    }),
  ],
};
const approval: StageDeclaration = { name: 'Approve', actions: [action('Release', 'Approval', 'Manual')] };
const brokenBuild: StageDeclaration = { name: 'Build', actions: [action('Compile', 'Build', 'Jenkins')] };

/** CodePipeline's description of a pipeline. */
function pipelineOf(stages: StageDeclaration[]): Recording {
  const answer: Omit<GetPipelineCommandOutput, '$metadata'> = {
    pipeline: {
      name: 'shop-release',
      roleArn: 'arn:aws:iam::123456789012:role/shop-release',
      artifactStore: { type: 'S3', location: 'shop-artifacts' },
      stages,
      version: 1,
      executionMode: 'SUPERSEDED',
      pipelineType: 'V2',
    },
    metadata: {
      pipelineArn: 'arn:aws:codepipeline:us-east-1:123456789012:shop-release',
      created: new Date('2025-11-03T09:30:00Z'),
      updated: new Date('2025-11-03T09:30:00Z'),
    },
  };
  return () => {
    const codepipeline = mockClient(CodePipelineClient);
    codepipeline.on(GetPipelineCommand, { name: 'shop-release' }).resolves(answer);
    return [codepipeline];
  };
}

/** Two pipelines of the same name, as CodePipeline describes them. */
export const pipeline = {
  outputs: { ReleasePipelineName: 'shop-release' },
  healthy: pipelineOf([source, build, approval]),
  broken: pipelineOf([source, brokenBuild]),
};
