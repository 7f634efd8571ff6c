import { BatchGetProjectsCommand, CodeBuildClient, type Project } from '@aws-sdk/client-codebuild';
import { mockClient } from 'aws-sdk-client-mock';
import { codebuildProject } from '../../src/resources/codebuild-project';
import { asking } from './answers';

const codebuild = mockClient(CodeBuildClient);
const { ask, exists } = asking('AWS::CodeBuild::Project', [codebuildProject]);
const arn = 'arn:aws:codebuild:eu-west-1:123456789012:project/tests';
const minimal: Project = {
  name: 'tests',
  arn,
  serviceRole: 'arn:aws:iam::123456789012:role/build',
  source: { type: 'NO_SOURCE' },
  environment: { type: 'LINUX_CONTAINER', image: 'aws/codebuild/standard:7.0', computeType: 'BUILD_GENERAL1_SMALL' },
};
const typical: Project = {
  ...minimal,
  name: 'image',
  description: 'builds the image',
  encryptionKey: 'arn:aws:kms:eu-west-1:1:key/1',
  source: { type: 'GITHUB', location: 'https://github.com/acme/orders.git', buildspec: 'ci.yml' },
  environment: {
    type: 'LINUX_CONTAINER',
    image: 'image',
    computeType: 'BUILD_GENERAL1_LARGE',
    privilegedMode: true,
    environmentVariables: [{ name: 'STAGE', value: 'prod', type: 'PLAINTEXT' }],
  },
  vpcConfig: { vpcId: 'vpc-1', subnets: ['subnet-1'], securityGroupIds: ['sg-1'] },
  logsConfig: {
    cloudWatchLogs: { status: 'DISABLED' },
    s3Logs: { status: 'ENABLED', location: 'logs/build/image' },
  },
  tags: [{ key: 'team', value: 'orders' }],
};

beforeEach(() => {
  codebuild.reset();
  codebuild.on(BatchGetProjectsCommand).resolves({ projects: [typical, minimal], projectsNotFound: ['other'] });
});

test.each(['tests', arn])('%s', async (id) => {
  expect(await ask(id, 'identity')).toEqual({ arn, id: 'tests' });
  expect(await ask(id, 'lifecycle')).toEqual({ available: true });
  expect(await ask(id, 'tags')).toEqual({});
  expect(await ask(id, 'description')).toEqual({});
  expect(await ask(id, 'executionRole')).toEqual({ arn: minimal.serviceRole });
  expect(await ask(id, 'encryption')).toMatchObject({ kind: 'kms', key: { id: 'alias/aws/s3' } });
  expect(await ask(id, 'networkPlacement')).toEqual({ subnetIds: [], securityGroupIds: [] });
  expect(await ask(id, 'environment')).toEqual({ variables: {} });
  expect(await ask(id, 'buildSource')).toEqual({ type: 'NO_SOURCE' });
  expect(await ask(id, 'logDelivery')).toEqual({
    destinations: [{ kind: 'log group', target: '/aws/codebuild/tests' }],
  });
});

test('not found', async () => {
  expect(await exists('other')).toBe(false);
});

test('a project with everything', async () => {
  expect(await ask('image', 'tags')).toEqual({ team: 'orders' });
  expect(await ask('image', 'encryption')).toMatchObject({ key: { id: typical.encryptionKey } });
  expect(await ask('image', 'networkPlacement')).toEqual({
    vpcId: 'vpc-1',
    subnetIds: ['subnet-1'],
    securityGroupIds: ['sg-1'],
  });
  expect(await ask('image', 'environment')).toEqual({ variables: { STAGE: 'prod' } });
  expect(await ask('image', 'environmentNames')).toEqual({ parts: [{ of: 'image', names: ['STAGE'] }] });
  expect(await ask('image', 'buildEnvironment')).toEqual({
    type: 'LINUX_CONTAINER',
    image: 'image',
    computeType: 'BUILD_GENERAL1_LARGE',
    privileged: true,
  });
  expect(await ask('image', 'buildSource')).toMatchObject({ type: 'GITHUB', buildspec: 'ci.yml' });
  expect(await ask('image', 'logDelivery')).toEqual({
    destinations: [{ kind: 'bucket', target: 'logs', prefix: 'build/image' }],
  });
});
