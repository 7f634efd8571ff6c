import { toHaveAction } from '../../matchers/pipeline/toHaveAction';
import { toHaveBuildEnvironment } from '../../matchers/pipeline/toHaveBuildEnvironment';
import { toHaveBuildSource } from '../../matchers/pipeline/toHaveBuildSource';
import { toHaveComputePlatform } from '../../matchers/pipeline/toHaveComputePlatform';
import { toHaveDeploymentGroup } from '../../matchers/pipeline/toHaveDeploymentGroup';
import { toHaveStages } from '../../matchers/pipeline/toHaveStages';
import { FakeSource, said, table, verdict } from './fake-source';

const refused = 'wrong argument wrong argument';
const action = (name: string, category: string, provider: string, configuration: Record<string, string> = {}) => ({
  name,
  category,
  provider,
  owner: 'AWS',
  configuration,
});
const pipeline = {
  pipelineStages: {
    stages: [
      { name: 'Source', actions: [action('Pull', 'Source', 'S3')] },
      {
        name: 'Build',
        actions: [action('Compile', 'Build', 'CodeBuild', { ProjectName: 'orders', Token: 'hunter2' })],
      },
    ],
  },
};

describe('toHaveStages', () => {
  table(toHaveStages, [
    ['all in their order', pipeline, [['Source', /^B/]], 'pass fail'],
    ['in another order', pipeline, [['Build', 'Source']], 'fail pass', /"received":\["Source","Build"\]/],
    ['only some', pipeline, [['Source']], 'fail pass'],
    ['too many', pipeline, [['Source', 'Build', 'Deploy']], 'fail pass'],
    ['none', pipeline, [[]], refused, /the names of all stages/],
    ['a text', pipeline, ['Source'], refused],
  ]);
});

describe('toHaveAction', () => {
  table(toHaveAction, [
    ['by category and provider', pipeline, [{ category: 'Build', provider: 'CodeBuild' }], 'pass fail'],
    ['by stage and name', pipeline, [{ stage: 'Source', name: 'Pull' }], 'pass fail'],
    ['by configuration', pipeline, [{ configuration: { ProjectName: /orders/ } }], 'pass fail'],
    ['in another stage', pipeline, [{ stage: 'Source', provider: 'CodeBuild' }], 'fail pass', /differs in/],
    ['another configuration', pipeline, [{ provider: 'CodeBuild', configuration: { ProjectName: 'x' } }], 'fail pass'],
    ['no configuration', pipeline, [{ configuration: {} }], refused],
    ['another option', pipeline, [{ type: 'Build' }], refused],
  ]);

  test('a handle, and no value of the configuration in the message', async () => {
    const source = new FakeSource({
      pipeline,
      project: { identity: { id: 'orders', arn: 'arn:aws:codebuild:eu-west-1:1:project/orders' } },
      other: { identity: { id: 'other' } },
    });
    const asked = (id: string) => [{ configuration: { ProjectName: source.one(id), Token: /./ } }];
    expect((await verdict(toHaveAction, source.one('pipeline'), asked('project'))).outcome).toBe('pass');
    const failed = await verdict(toHaveAction, source.one('pipeline'), asked('other'));
    expect(failed.outcome).toBe('fail');
    expect(said(failed)).not.toMatch(/hunter2/);
  });
});

describe('a build', () => {
  const machine = {
    buildEnvironment: {
      type: 'LINUX_CONTAINER',
      image: 'aws/codebuild/standard:7.0',
      computeType: 'BUILD_GENERAL1_SMALL',
      privileged: false,
    },
  };
  table(toHaveBuildEnvironment, [
    ['all of it', machine, [{ type: 'LINUX_CONTAINER', image: /standard/, privileged: false }], 'pass fail'],
    ['another image', machine, [{ image: 'x' }], 'fail pass', /standard:7.0/],
    ['some of it', machine, [{ type: 'LINUX_CONTAINER', privileged: true }], 'fail fail', /type yes, privileged no/],
    ['another option', machine, [{ os: 'linux' }], refused],
  ]);
  const source = { buildSource: { type: 'GITHUB', location: 'https://github.com/acme/orders.git' } };
  table(toHaveBuildSource, [
    ['all of it', source, [{ type: 'GITHUB', location: /orders/ }], 'pass fail'],
    ['a buildspec where there is none', source, [{ buildspec: 'ci.yml' }], 'fail pass', /none/],
  ]);
});

describe('a deployment', () => {
  const application = { deploymentTargets: { computePlatform: 'Lambda', groups: ['blue', 'green'] } };
  table(toHaveComputePlatform, [
    ['the platform', application, ['Lambda'], 'pass fail'],
    ['another', application, ['ECS'], 'fail pass', /Lambda/],
    ['no platform', application, ['lambda'], refused],
  ]);
  table(toHaveDeploymentGroup, [
    ['a group', application, ['green'], 'pass fail'],
    ['another', application, ['red'], 'fail pass', /blue, green/],
  ]);
});
