import { DescribeSubnetsCommand, EC2Client } from '@aws-sdk/client-ec2';
import {
  DescribeClusterCommand,
  DescribeClusterVersionsCommand,
  EKSClient,
  ListClustersCommand,
} from '@aws-sdk/client-eks';
import { mockClient } from 'aws-sdk-client-mock';
import { ec2Subnet } from '../../src/resources/ec2-subnet';
import { eksCluster } from '../../src/resources/eks-cluster';
import { asking } from './answers';
import { refusal } from './refusal';

const eks = mockClient(EKSClient);
const ec2 = mockClient(EC2Client);
const { ask, exists } = asking('AWS::EKS::Cluster', [eksCluster, ec2Subnet]);

const arn = 'arn:aws:eks:eu-west-1:123456789012:cluster/platform';
const endpoint = 'https://0A1B2C3D.gr7.eu-west-1.eks.amazonaws.com';
const vpc = {
  vpcId: 'vpc-1',
  subnetIds: ['subnet-1'],
  securityGroupIds: ['sg-1'],
  clusterSecurityGroupId: 'sg-2',
  endpointPublicAccess: true,
  endpointPrivateAccess: true,
  publicAccessCidrs: ['0.0.0.0/0'],
};
const typical = {
  name: 'platform',
  arn,
  version: '1.31',
  platformVersion: 'eks.7',
  status: 'ACTIVE' as const,
  endpoint,
  resourcesVpcConfig: vpc,
  encryptionConfig: [{ resources: ['secrets'], provider: { keyArn: 'arn:aws:kms:eu-west-1:123456789012:key/k-1' } }],
  logging: {
    clusterLogging: [
      { types: ['api' as const, 'audit' as const], enabled: true },
      { types: ['scheduler' as const], enabled: false },
    ],
  },
  tags: { team: 'platform' },
  deletionProtection: true,
};
const answer = (fields: object = {}) =>
  eks.on(DescribeClusterCommand, { name: 'platform' }).resolves({ cluster: { ...typical, ...fields } });

beforeEach(() => {
  eks.reset();
  ec2.reset();
  answer();
});

test('a cluster answers', async () => {
  ec2.on(DescribeSubnetsCommand).resolves({ Subnets: [{ SubnetId: 'subnet-1', AvailabilityZone: 'eu-west-1a' }] });
  expect(await ask(arn, 'identity')).toEqual({ arn, id: 'platform' });
  expect(await ask(arn, 'lifecycle')).toEqual({ state: 'ACTIVE', available: true });
  expect(await ask(arn, 'tags')).toEqual({ team: 'platform' });
  expect(await ask(arn, 'encryption')).toMatchObject({ kind: 'kms' });
  expect(await ask(arn, 'engine')).toEqual({ name: 'kubernetes', version: '1.31', alsoKnownAs: [] });
  expect(await ask(arn, 'logExports')).toMatchObject({ exported: ['api', 'audit'] });
  expect(await ask(arn, 'networkPlacement')).toEqual({
    vpcId: 'vpc-1',
    subnetIds: ['subnet-1'],
    securityGroupIds: ['sg-1', 'sg-2'],
  });
  expect(await ask(arn, 'zones')).toEqual({ zones: ['eu-west-1a'] });
  expect(await ask(arn, 'serviceEndpoint')).toEqual({ address: endpoint, port: 443 });
  expect(await ask(arn, 'deletionProtection')).toEqual({ enabled: true });
});

test('without a key of the account its secrets are encrypted by AWS', async () => {
  answer({ encryptionConfig: undefined, tags: undefined });
  expect(await ask(arn, 'encryption')).toMatchObject({ kind: 'service-owned' });
  expect(await ask(arn, 'tags')).toEqual({});
});

test.each([
  [{ endpointPublicAccess: false }, false],
  [{ publicAccessCidrs: ['203.0.113.0/24'] }, false],
  [{ publicAccessCidrs: ['203.0.113.0/24', '::/0'] }, true],
])('public access %j', async (fields, open) => {
  answer({ resourcesVpcConfig: { ...vpc, ...fields } });
  expect(await ask(arn, 'publicAccess')).toMatchObject({ public: open });
});

test('support and offers of versions', async () => {
  const versions = [
    {
      clusterVersion: '1.31',
      versionStatus: 'EXTENDED_SUPPORT' as const,
      endOfStandardSupportDate: new Date('2025-11-26'),
    },
    { clusterVersion: '1.9' },
  ];
  eks.on(DescribeClusterVersionsCommand).resolves({ clusterVersions: versions });
  expect(await ask(arn, 'versionSupport')).toEqual({
    version: '1.31',
    status: 'EXTENDED_SUPPORT',
    endOfStandardSupport: '2025-11-26',
  });
  expect(await ask(arn, 'engineOffer')).toMatchObject({ offered: ['1.9', '1.31'] });
});

test('health issues are told', async () => {
  answer({ health: { issues: [{ code: 'Ec2SubnetNotFound', message: 'subnet-1 is gone' }] } });
  expect(await ask(arn, 'lifecycle')).toMatchObject({ reason: 'Ec2SubnetNotFound: subnet-1 is gone' });
});

test('the address of the API server is looked for', async () => {
  eks.on(ListClustersCommand).resolves({ clusters: ['platform'] });
  expect(await ask(endpoint, 'identity')).toMatchObject({ id: 'platform' });
  expect(await exists('https://other.gr7.eu-west-1.eks.amazonaws.com')).toBe(false);
});

test('a cluster that is not there', async () => {
  eks.on(DescribeClusterCommand).rejects(refusal('ResourceNotFoundException'));
  expect(await exists('gone')).toBe(false);
});
