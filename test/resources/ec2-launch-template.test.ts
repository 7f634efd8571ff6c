import {
  DescribeLaunchTemplatesCommand,
  DescribeLaunchTemplateVersionsCommand,
  EC2Client,
  type LaunchTemplate,
  type ResponseLaunchTemplateData,
} from '@aws-sdk/client-ec2';
import { mockClient } from 'aws-sdk-client-mock';
import { ec2LaunchTemplate } from '../../src/resources/ec2-launch-template';
import { asking } from './answers';
import { refusal } from './refusal';

const ec2 = mockClient(EC2Client);
const { ask, exists } = asking('AWS::EC2::LaunchTemplate', [ec2LaunchTemplate]);

const template: LaunchTemplate = {
  LaunchTemplateId: 'lt-1',
  LaunchTemplateName: 'web',
  DefaultVersionNumber: 1,
  LatestVersionNumber: 2,
  Tags: [{ Key: 'team', Value: 'orders' }],
};

const typical: ResponseLaunchTemplateData = {
  InstanceType: 't3.micro',
  ImageId: 'ami-1',
  Monitoring: { Enabled: true },
  IamInstanceProfile: { Name: 'web' },
  MetadataOptions: { HttpTokens: 'required' },
};

function answer(LaunchTemplateData: ResponseLaunchTemplateData): void {
  ec2.on(DescribeLaunchTemplatesCommand, { LaunchTemplateIds: ['lt-1'] }).resolves({ LaunchTemplates: [template] });
  ec2
    .on(DescribeLaunchTemplateVersionsCommand, { LaunchTemplateId: 'lt-1', Versions: ['$Latest'] })
    .resolves({ LaunchTemplateVersions: [{ VersionNumber: 2, LaunchTemplateData }] });
}

beforeEach(() => ec2.reset());

test('a launch template answers by its latest version', async () => {
  answer(typical);
  expect(await ask('lt-1', 'identity')).toEqual({
    arn: 'arn:aws:ec2:eu-west-1:123456789012:launch-template/lt-1',
    id: 'lt-1',
    name: 'web',
  });
  expect(await ask('lt-1', 'lifecycle')).toEqual({ available: true });
  expect(await ask('lt-1', 'tags')).toEqual({ team: 'orders' });
  expect(await ask('lt-1', 'machine')).toEqual({
    instanceTypes: ['t3.micro'],
    imageId: 'ami-1',
    detailedMonitoring: true,
    ebsOptimized: false,
  });
  expect(await ask('lt-1', 'metadataService')).toEqual({
    enabled: true,
    tokensRequired: true,
    detail: 'HttpTokens required',
  });
  expect(await ask('lt-1', 'instanceProfile')).toEqual({ profile: 'web' });
  expect(await ask('lt-1', 'config')).toMatchObject({ LaunchTemplateName: 'web', LaunchTemplateData: typical });
});

test('an empty template leaves everything open', async () => {
  answer({});
  expect(await ask('lt-1', 'machine')).toEqual({ instanceTypes: [], detailedMonitoring: false, ebsOptimized: false });
  expect(await ask('lt-1', 'metadataService')).toEqual({ enabled: true, detail: 'HttpTokens not set' });
  expect(await ask('lt-1', 'instanceProfile')).toEqual({});
});

test('a template is found by its name', async () => {
  answer(typical);
  ec2.on(DescribeLaunchTemplatesCommand, { LaunchTemplateNames: ['web'] }).resolves({ LaunchTemplates: [template] });
  expect(await ask('web', 'identity')).toMatchObject({ id: 'lt-1' });
});

test.each(['InvalidLaunchTemplateId.NotFound', 'InvalidLaunchTemplateName.NotFoundException'])(
  'a template that AWS refuses with %s does not exist',
  async (code) => {
    ec2.on(DescribeLaunchTemplatesCommand).rejects(refusal(code));
    expect(await exists('lt-9')).toBe(false);
  },
);
