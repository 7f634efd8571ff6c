import {
  DescribeClusterParametersCommand,
  DescribeClusterSubnetGroupsCommand,
  DescribeClustersCommand,
  DescribeLoggingStatusCommand,
  RedshiftClient,
} from '@aws-sdk/client-redshift';
import { mockClient } from 'aws-sdk-client-mock';
import { redshiftCluster } from '../../src/resources/redshift-cluster';
import { asking } from './answers';
import { refusal } from './refusal';

const redshift = mockClient(RedshiftClient);
const { ask, exists } = asking('AWS::Redshift::Cluster', [redshiftCluster]);

const arn = 'arn:aws:redshift:eu-west-1:123456789012:cluster:warehouse';
const typical = {
  ClusterIdentifier: 'warehouse',
  ClusterStatus: 'available',
  ClusterAvailabilityStatus: 'Available',
  NodeType: 'ra3.large',
  NumberOfNodes: 2,
  Encrypted: true,
  KmsKeyId: 'k-1',
  MultiAZ: 'Enabled',
  AvailabilityZone: 'eu-west-1a',
  MultiAZSecondary: { AvailabilityZone: 'eu-west-1b' },
  AutomatedSnapshotRetentionPeriod: 7,
  PreferredMaintenanceWindow: 'sun:05:00-sun:06:00',
  AllowVersionUpgrade: true,
  PubliclyAccessible: false,
  Endpoint: { Address: 'warehouse.c9.eu-west-1.redshift.amazonaws.com', Port: 5439 },
  VpcId: 'vpc-1',
  VpcSecurityGroups: [{ VpcSecurityGroupId: 'sg-1', Status: 'active' }],
  ClusterSubnetGroupName: 'private',
  ClusterParameterGroups: [{ ParameterGroupName: 'orders', ParameterApplyStatus: 'in-sync' }],
  ClusterVersion: '1.0',
  ClusterRevisionNumber: '75388',
  Tags: [{ Key: 'team', Value: 'data' }],
  MasterPasswordSecretArn: 'arn:secret',
};
const answer = (fields: object = {}) =>
  redshift.on(DescribeClustersCommand).resolves({ Clusters: [{ ...typical, ...fields }] });

beforeEach(() => {
  redshift.reset();
  answer();
});

test.each(['warehouse', arn, 'warehouse.c9.eu-west-1.redshift.amazonaws.com'])('%s is found', async (id) => {
  expect(await ask(id, 'identity')).toEqual({ arn, id: 'warehouse' });
});

test('a cluster answers', async () => {
  redshift
    .on(DescribeClusterSubnetGroupsCommand)
    .resolves({ ClusterSubnetGroups: [{ Subnets: [{ SubnetIdentifier: 'subnet-1' }] }] });
  expect(await ask(arn, 'lifecycle')).toMatchObject({ state: 'available', available: true });
  expect(await ask(arn, 'tags')).toEqual({ team: 'data' });
  expect(await ask(arn, 'encryption')).toMatchObject({ kind: 'kms' });
  expect(await ask(arn, 'engine')).toMatchObject({ version: '1.0', alsoKnownAs: ['75388'] });
  expect(await ask(arn, 'nodes')).toMatchObject({ types: ['ra3.large'], count: 2 });
  expect(await ask(arn, 'availability')).toMatchObject({
    multiAz: true,
    detail: 'MultiAZ Enabled, in eu-west-1a and eu-west-1b',
  });
  expect(await ask(arn, 'zones')).toEqual({ zones: ['eu-west-1a', 'eu-west-1b'] });
  expect(await ask(arn, 'backups')).toEqual({ retentionInDays: 7 });
  expect(await ask(arn, 'maintenance')).toMatchObject({ autoMinorVersionUpgrade: true });
  expect(await ask(arn, 'publicAccess')).toMatchObject({ public: false });
  expect(await ask(arn, 'serviceEndpoint')).toMatchObject({ port: 5439 });
  expect(await ask(arn, 'networkPlacement')).toEqual({
    vpcId: 'vpc-1',
    subnetIds: ['subnet-1'],
    securityGroupIds: ['sg-1'],
  });
  expect(await ask(arn, 'masterPassword')).toMatchObject({ secret: { id: 'arn:secret' } });
});

test.each([
  ['Disabled', false],
  ['true', true],
  [undefined, false],
])('MultiAZ %s', async (MultiAZ, multiAz) => {
  answer({ MultiAZ });
  expect(await ask(arn, 'availability')).toMatchObject({ multiAz });
});

test('queries are answered while work goes on', async () => {
  answer({ ClusterStatus: 'modifying' });
  expect(await ask(arn, 'lifecycle')).toMatchObject({ state: 'modifying', available: true });
  answer({ ClusterStatus: 'paused', ClusterAvailabilityStatus: 'Unavailable' });
  expect(await ask(arn, 'lifecycle')).toMatchObject({ available: false });
});

test('encryption without a key of the account', async () => {
  answer({ KmsKeyId: undefined });
  expect(await ask(arn, 'encryption')).toMatchObject({ kind: 'service-owned' });
  answer({ Encrypted: false });
  expect(await ask(arn, 'encryption')).toMatchObject({ kind: 'none' });
});

test.each([
  ['true', true],
  ['false', false],
])('require_ssl %s', async (ParameterValue, enforced) => {
  redshift
    .on(DescribeClusterParametersCommand)
    .resolves({ Parameters: [{ ParameterName: 'require_ssl', ParameterValue }] });
  expect(await ask(arn, 'transitEncryption')).toMatchObject({
    enforced,
    detail: `require_ssl is ${ParameterValue} in orders`,
  });
});

test.each([
  [{ LoggingEnabled: false }, []],
  [
    { LoggingEnabled: true, LogDestinationType: 'cloudwatch' as const, LogExports: ['useractivitylog'] },
    ['useractivitylog'],
  ],
  [{ LoggingEnabled: true, BucketName: 'logs' }, ['connectionlog', 'userlog']],
])('logging %j', async (status, exported) => {
  redshift.on(DescribeLoggingStatusCommand).resolves(status);
  expect(await ask(arn, 'logExports')).toMatchObject({ exported });
});

test('a cluster that is not there', async () => {
  redshift.on(DescribeClustersCommand).rejects(refusal('ClusterNotFound', 404));
  expect(await exists('gone')).toBe(false);
});
