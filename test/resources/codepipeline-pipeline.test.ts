import { CodePipelineClient, GetPipelineCommand, ListTagsForResourceCommand } from '@aws-sdk/client-codepipeline';
import { mockClient } from 'aws-sdk-client-mock';
import { codepipelinePipeline } from '../../src/resources/codepipeline-pipeline';
import { asking } from './answers';
import { refusal } from './refusal';

const codepipeline = mockClient(CodePipelineClient);
const { ask, exists } = asking('AWS::CodePipeline::Pipeline', [codepipelinePipeline]);
const arn = 'arn:aws:codepipeline:eu-west-1:123456789012:release';
const action = (name: string, category: 'Source' | 'Build', provider: string) => ({
  name,
  actionTypeId: { category, provider, owner: 'AWS' as const, version: '1' },
});
const store = { type: 'S3' as const, location: 'artifacts' };
const typical = {
  name: 'release',
  roleArn: 'arn:aws:iam::123456789012:role/pipeline',
  artifactStore: store,
  stages: [
    { name: 'Source', actions: [{ ...action('Pull', 'Source', 'S3'), configuration: { S3Bucket: 'code' } }] },
    { name: 'Build', actions: [action('Compile', 'Build', 'CodeBuild')] },
  ],
};

beforeEach(() => {
  codepipeline.reset();
  codepipeline
    .on(GetPipelineCommand, { name: 'release' })
    .resolves({ pipeline: typical, metadata: { pipelineArn: arn } });
});

test.each(['release', arn])('%s', async (id) => {
  expect(await ask(id, 'identity')).toEqual({ arn, id: 'release' });
  expect(await ask(id, 'lifecycle')).toEqual({ available: true });
  expect(await ask(id, 'executionRole')).toEqual({ arn: typical.roleArn });
});

test('not found', async () => {
  codepipeline.on(GetPipelineCommand).rejects(refusal('PipelineNotFoundException'));
  expect(await exists('release')).toBe(false);
});

test('stages and actions', async () => {
  expect(await ask('release', 'pipelineStages')).toEqual({
    stages: [
      {
        name: 'Source',
        actions: [
          { name: 'Pull', category: 'Source', provider: 'S3', owner: 'AWS', configuration: { S3Bucket: 'code' } },
        ],
      },
      {
        name: 'Build',
        actions: [{ name: 'Compile', category: 'Build', provider: 'CodeBuild', owner: 'AWS', configuration: {} }],
      },
    ],
  });
});

test('encryption: the key of the store, of all stores, or that of S3', async () => {
  expect(await ask('release', 'encryption')).toMatchObject({ kind: 'kms', key: { id: 'alias/aws/s3' } });
  const encryptionKey = { id: 'arn:aws:kms:eu-west-1:1:key/1', type: 'KMS' as const };
  const stored = (artifactStores: Record<string, typeof store & { encryptionKey?: typeof encryptionKey }>) =>
    codepipeline.on(GetPipelineCommand).resolves({
      pipeline: { ...typical, artifactStore: undefined, artifactStores },
      metadata: { pipelineArn: arn },
    });
  stored({ 'eu-west-1': { ...store, encryptionKey } });
  expect(await ask('release', 'encryption')).toMatchObject({ key: { id: encryptionKey.id } });
  stored({ 'eu-west-1': { ...store, encryptionKey }, 'us-east-1': store });
  expect(await ask('release', 'encryption')).toMatchObject({ key: { id: 'alias/aws/s3' } });
});

test('tags', async () => {
  codepipeline
    .on(ListTagsForResourceCommand, { resourceArn: arn })
    .resolves({ tags: [{ key: 'team', value: 'orders' }] });
  expect(await ask('release', 'tags')).toEqual({ team: 'orders' });
});
