import { DescribeSubnetsCommand, EC2Client } from '@aws-sdk/client-ec2';
import {
  DescribeClusterCommand,
  DescribeNodegroupCommand,
  EKSClient,
  ListClustersCommand,
  ListNodegroupsCommand,
} from '@aws-sdk/client-eks';
import { mockClient } from 'aws-sdk-client-mock';
import { ec2Subnet } from '../../src/resources/ec2-subnet';
import { eksNodegroup } from '../../src/resources/eks-nodegroup';
import { asking } from './answers';
import { refusal } from './refusal';

const eks = mockClient(EKSClient);
const ec2 = mockClient(EC2Client);
const { ask, exists } = asking('AWS::EKS::Nodegroup', [eksNodegroup, ec2Subnet]);

const arn = 'arn:aws:eks:eu-west-1:123456789012:nodegroup/platform/workers/1ac2-77';
const typical = {
  nodegroupName: 'workers',
  nodegroupArn: arn,
  clusterName: 'platform',
  version: '1.31',
  releaseVersion: '1.31.2-20241109',
  status: 'ACTIVE' as const,
  capacityType: 'SPOT' as const,
  scalingConfig: { minSize: 1, maxSize: 4, desiredSize: 2 },
  instanceTypes: ['t3.large', 't3a.large'],
  subnets: ['subnet-1'],
  diskSize: 20,
  tags: { team: 'platform' },
};
const answer = (fields: object = {}) =>
  eks
    .on(DescribeNodegroupCommand, { clusterName: 'platform', nodegroupName: 'workers' })
    .resolves({ nodegroup: { ...typical, ...fields } });

beforeEach(() => {
  eks.reset();
  ec2.reset();
  answer();
  ec2
    .on(DescribeSubnetsCommand)
    .resolves({ Subnets: [{ SubnetId: 'subnet-1', VpcId: 'vpc-1', AvailabilityZone: 'eu-west-1a' }] });
});

test.each([arn, 'platform/workers', 'platform:workers'])('%s is found', async (id) => {
  expect(await ask(id, 'identity')).toEqual({ arn, id: 'workers' });
});

test('a bare name is looked for in every cluster, and never guessed', async () => {
  eks.on(ListClustersCommand).resolves({ clusters: ['platform', 'test'] });
  eks.on(ListNodegroupsCommand).resolves({ nodegroups: [] });
  eks.on(ListNodegroupsCommand, { clusterName: 'platform' }).resolves({ nodegroups: ['workers'] });
  expect(await ask('workers', 'identity')).toMatchObject({ arn });
  expect(await exists('others')).toBe(false);
  eks.on(ListNodegroupsCommand, { clusterName: 'test' }).resolves({ nodegroups: ['workers'] });
  await expect(ask('workers', 'identity')).rejects.toThrow('is in 2 clusters: platform, test');
});

test('a node group answers', async () => {
  expect(await ask(arn, 'lifecycle')).toEqual({ state: 'ACTIVE', available: true });
  expect(await ask(arn, 'tags')).toEqual({ team: 'platform' });
  expect(await ask(arn, 'engine')).toMatchObject({ version: '1.31', alsoKnownAs: ['1.31.2-20241109'] });
  expect(await ask(arn, 'nodes')).toEqual({ types: ['t3.large', 't3a.large'], count: 2 });
  expect(await ask(arn, 'scalingBounds')).toEqual({ minimum: 1, maximum: 4, desired: 2, unit: 'nodes' });
  expect(await ask(arn, 'storage')).toEqual({ sizeInGibibytes: 20 });
  expect(await ask(arn, 'launchType')).toEqual({ types: ['SPOT'] });
  expect(await ask(arn, 'zones')).toEqual({ zones: ['eu-west-1a'] });
  eks.on(DescribeClusterCommand, { name: 'platform' }).resolves({
    cluster: { resourcesVpcConfig: { clusterSecurityGroupId: 'sg-1' } },
  });
  expect(await ask(arn, 'networkPlacement')).toEqual({
    vpcId: 'vpc-1',
    subnetIds: ['subnet-1'],
    securityGroupIds: ['sg-1'],
  });
});

test('one with a launch template leaves size and disk to it', async () => {
  answer({ instanceTypes: undefined, diskSize: undefined, launchTemplate: { id: 'lt-1' } });
  await expect(ask(arn, 'networkPlacement')).rejects.toThrow('The launch template of workers settles');
  await expect(ask(arn, 'nodes')).rejects.toThrow('nodegroup.instanceTypes');
  await expect(ask(arn, 'storage')).rejects.toThrow('nodegroup.diskSize');
});

test('one that is not there, and one that is degraded', async () => {
  answer({ status: 'DEGRADED', health: { issues: [{ code: 'AsgInstanceLaunchFailures', message: 'no capacity' }] } });
  expect(await ask(arn, 'lifecycle')).toMatchObject({ available: false, reason: expect.stringMatching('no capacity') });
  eks.on(DescribeNodegroupCommand).rejects(refusal('ResourceNotFoundException'));
  expect(await exists(arn)).toBe(false);
});
