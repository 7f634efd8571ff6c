import {
  DescribeDBClusterParametersCommand,
  DescribeDBClustersCommand,
  DescribeDBEngineVersionsCommand,
  DescribeDBInstancesCommand,
  DescribeDBSubnetGroupsCommand,
  RDSClient,
} from '@aws-sdk/client-rds';
import { mockClient } from 'aws-sdk-client-mock';
import { rdsDbCluster } from '../../src/resources/rds-db-cluster';
import { rdsDbSubnetGroup } from '../../src/resources/rds-db-subnet-group';
import { asking } from './answers';

const rds = mockClient(RDSClient);
const { ask, exists } = asking('AWS::RDS::DBCluster', [rdsDbCluster, rdsDbSubnetGroup]);

const aurora = {
  DBClusterIdentifier: 'shop',
  DBClusterArn: 'arn:aws:rds:eu-west-1:123456789012:cluster:shop',
  DbClusterResourceId: 'cluster-ABCDEFGHIJKLMNOPQRSTUVWXYZ',
  Status: 'available',
  Engine: 'aurora-postgresql',
  EngineVersion: '15.4',
  Endpoint: 'shop.cluster-c9akciq32.eu-west-1.rds.amazonaws.com',
  ReaderEndpoint: 'shop.cluster-ro-c9akciq32.eu-west-1.rds.amazonaws.com',
  CustomEndpoints: ['reports.cluster-custom-c9akciq32.eu-west-1.rds.amazonaws.com'],
  Port: 5432,
  // Where instances may be created, which says nothing about where they are.
  AvailabilityZones: ['eu-west-1a', 'eu-west-1b', 'eu-west-1c'],
  MultiAZ: false,
  StorageEncrypted: true,
  StorageEncryptionType: 'sse-kms' as const,
  KmsKeyId: 'arn:aws:kms:eu-west-1:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab',
  BackupRetentionPeriod: 35,
  PreferredBackupWindow: '01:00-02:00',
  DeletionProtection: true,
  DBSubnetGroup: 'shop-subnets',
  VpcSecurityGroups: [{ VpcSecurityGroupId: 'sg-1', Status: 'active' }],
  DBClusterMembers: [
    { DBInstanceIdentifier: 'shop-1', IsClusterWriter: true },
    { DBInstanceIdentifier: 'shop-2', IsClusterWriter: false },
    { DBInstanceIdentifier: 'shop-3', IsClusterWriter: false },
  ],
  TagList: [{ Key: 'team', Value: 'shop' }],
};

function member(number: number, zone: string | undefined, more: object = {}) {
  return {
    DBInstanceIdentifier: `shop-${number}`,
    DBClusterIdentifier: 'shop',
    DBInstanceStatus: 'available',
    AvailabilityZone: zone,
    PubliclyAccessible: false,
    ...more,
  };
}

function answer(cluster: object, members: object[] = []) {
  rds.on(DescribeDBClustersCommand).resolves({ DBClusters: [cluster] });
  rds.on(DescribeDBInstancesCommand).resolves({ DBInstances: members });
}

beforeEach(() => rds.reset());

test('a cluster answers from its own description', async () => {
  answer(aurora);
  expect(await ask('shop', 'identity')).toEqual({ arn: aurora.DBClusterArn, id: 'shop' });
  expect(await ask('shop', 'lifecycle')).toEqual({ state: 'available', available: true });
  expect(await ask('shop', 'tags')).toEqual({ team: 'shop' });
  expect(await ask('shop', 'encryption')).toMatchObject({ kind: 'kms', key: { id: aurora.KmsKeyId } });
  expect(await ask('shop', 'engine')).toEqual({ name: 'aurora-postgresql', version: '15.4', alsoKnownAs: [] });
  expect(await ask('shop', 'backups')).toEqual({ retentionInDays: 35, window: '01:00-02:00' });
  expect(await ask('shop', 'deletionProtection')).toEqual({ enabled: true });
  rds.on(DescribeDBEngineVersionsCommand, { Engine: 'aurora-postgresql' }).resolves({
    DBEngineVersions: [{ EngineVersion: '15.4' }],
  });
  expect(await ask('shop', 'engineOffer')).toMatchObject({ name: 'aurora-postgresql', offered: ['15.4'] });
});

test.each([
  [
    'members in two zones',
    {},
    [member(1, 'eu-west-1a'), member(2, 'eu-west-1b')],
    true,
    'one writer and one reader in eu-west-1a, eu-west-1b',
  ],
  [
    'three members',
    {},
    [member(1, 'eu-west-1c'), member(2, 'eu-west-1a'), member(3, 'eu-west-1b')],
    true,
    'one writer and 2 readers in eu-west-1a, eu-west-1b, eu-west-1c',
  ],
  [
    'both members in one zone',
    {},
    [member(1, 'eu-west-1a'), member(2, 'eu-west-1a')],
    false,
    'one writer and one reader in eu-west-1a',
  ],
  ['a writer alone', { MultiAZ: true }, [member(1, 'eu-west-1a')], false, 'one writer and no reader in eu-west-1a'],
  ['no member', { MultiAZ: true, DBClusterMembers: [] }, [], false, 'no DB instance'],
  [
    'instances of another cluster',
    {},
    [member(1, 'eu-west-1a'), member(2, 'eu-west-1b', { DBClusterIdentifier: 'other' })],
    false,
    'one writer and no reader in eu-west-1a',
  ],
  [
    'a Multi-AZ DB cluster',
    { Engine: 'postgres', MultiAZ: true },
    [member(1, 'eu-west-1a'), member(2, 'eu-west-1b')],
    true,
    'one writer and one reader in eu-west-1a, eu-west-1b',
  ],
  [
    'a Neptune cluster with the flag off',
    { Engine: 'neptune', MultiAZ: false },
    [member(1, 'eu-west-1a'), member(2, 'eu-west-1b')],
    false,
    'one writer and one reader in eu-west-1a, eu-west-1b, MultiAZ false',
  ],
])('availability of %s', async (_, cluster, members, multiAz, detail) => {
  answer({ ...aurora, ...cluster }, members);
  expect(await ask('shop', 'availability')).toMatchObject({ multiAz, detail });
});

test('a member that is still being created does not count yet', async () => {
  answer(aurora, [member(1, 'eu-west-1a'), member(2, 'eu-west-1b', { DBInstanceStatus: 'creating' })]);
  expect(await ask('shop', 'availability')).toEqual({
    multiAz: false,
    detail: 'one writer and no reader in eu-west-1a',
    pending: 'shop-2 is creating',
  });
});

test('a cluster without the list of its members is not judged', async () => {
  answer({ ...aurora, DBClusterMembers: undefined });
  await expect(ask('shop', 'availability')).rejects.toThrow('without the field DBClusterMembers');
});

test('zones are those of the members', async () => {
  answer(aurora, [member(1, 'eu-west-1b'), member(2, 'eu-west-1a'), member(3, undefined)]);
  expect(await ask('shop', 'zones')).toEqual({ zones: ['eu-west-1a', 'eu-west-1b'] });
});

test.each([
  ['no public member', {}, [member(1, 'eu-west-1a')], false],
  ['one public member', {}, [member(1, 'eu-west-1a'), member(2, 'eu-west-1b', { PubliclyAccessible: true })], true],
  ['a flag of its own', { PubliclyAccessible: true }, [], true],
])('public access with %s', async (_, cluster, members, expected) => {
  answer({ ...aurora, ...cluster }, members);
  expect(await ask('shop', 'publicAccess')).toMatchObject({ public: expected });
});

test('the public member is named', async () => {
  answer(aurora, [member(1, 'eu-west-1a'), member(2, 'eu-west-1b', { PubliclyAccessible: true })]);
  expect(await ask('shop', 'publicAccess')).toMatchObject({ because: 'PubliclyAccessible is true on shop-2' });
});

test('placement comes from the subnet group and the security groups', async () => {
  answer(aurora);
  rds.on(DescribeDBSubnetGroupsCommand, { DBSubnetGroupName: 'shop-subnets' }).resolves({
    DBSubnetGroups: [
      { DBSubnetGroupName: 'shop-subnets', VpcId: 'vpc-1', Subnets: [{ SubnetIdentifier: 'subnet-1' }] },
    ],
  });
  expect(await ask('shop', 'networkPlacement')).toEqual({
    vpcId: 'vpc-1',
    subnetIds: ['subnet-1'],
    securityGroupIds: ['sg-1'],
  });
});

test.each([
  ['shop'],
  [aurora.DBClusterArn],
  [aurora.DbClusterResourceId],
  [aurora.Endpoint],
  [`${aurora.ReaderEndpoint}:5432`],
  [aurora.CustomEndpoints[0]],
])('%s is found', async (id = '') => {
  rds.on(DescribeDBClustersCommand).resolves({
    DBClusters: [
      {
        ...aurora,
        DBClusterIdentifier: 'reports',
        CustomEndpoints: [],
        DbClusterResourceId: 'cluster-OTHER',
        ReaderEndpoint: undefined,
        Endpoint: undefined,
      },
      aurora,
    ],
  });
  expect(await ask(id, 'identity')).toMatchObject({ id: 'shop' });
});

test('a sibling is not taken for the cluster', async () => {
  answer({ ...aurora, DBClusterIdentifier: 'shop-2' });
  expect(await exists('shop')).toBe(false);
});

const operated = {
  ...aurora,
  PreferredMaintenanceWindow: 'sun:05:00-sun:06:00',
  StorageType: 'aurora-iopt1',
  AllocatedStorage: 1,
  IAMDatabaseAuthenticationEnabled: false,
  DBClusterParameterGroup: 'shop-params',
  EnabledCloudwatchLogsExports: ['postgresql'],
};
const observed = { DBInstanceClass: 'db.r7g.large', PerformanceInsightsEnabled: true, MonitoringInterval: 60 };

test('how Aurora is run, by itself and by its members', async () => {
  answer(operated, [member(1, 'eu-west-1a', observed), member(2, 'eu-west-1b', observed)]);
  expect(await ask('shop', 'instanceClass')).toEqual({ name: 'db.r7g.large' });
  expect(await ask('shop', 'storage')).toEqual({ type: 'aurora-iopt1' });
  expect(await ask('shop', 'logExports')).toMatchObject({ exported: ['postgresql'] });
  expect(await ask('shop', 'performanceInsights')).toMatchObject({ enabled: true });
  expect(await ask('shop', 'enhancedMonitoring')).toMatchObject({ intervalInSeconds: 60 });
  expect(await ask('shop', 'maintenance')).toEqual({ window: 'sun:05:00-sun:06:00' });
  expect(await ask('shop', 'serviceEndpoint')).toEqual({
    address: aurora.Endpoint,
    port: 5432,
    reader: aurora.ReaderEndpoint,
  });
  expect((await ask('shop', 'clusterMembers')).members).toHaveLength(3);
  expect(await ask('shop', 'iamAuthentication')).toMatchObject({ enabled: false });
  expect(await ask('shop', 'masterPassword')).toEqual({});
});

test('one member that differs decides', async () => {
  const dark = { DBInstanceClass: 'db.t4g.medium', PerformanceInsightsEnabled: false, MonitoringInterval: 0 };
  answer(operated, [member(1, 'eu-west-1a', observed), member(2, 'eu-west-1b', dark)]);
  expect(await ask('shop', 'performanceInsights')).toEqual({ enabled: false });
  expect(await ask('shop', 'enhancedMonitoring')).toMatchObject({ enabled: false });
  await expect(ask('shop', 'instanceClass')).rejects.toThrow('several classes: db.r7g.large, db.t4g.medium');
});

test('serverless capacity, where there is any', async () => {
  answer({ ...operated, ServerlessV2ScalingConfiguration: { MinCapacity: 0.5, MaxCapacity: 8 } });
  expect(await ask('shop', 'scalingBounds')).toEqual({ minimum: 0.5, maximum: 8, unit: 'ACU' });
  answer(operated);
  await expect(ask('shop', 'scalingBounds')).rejects.toThrow('has no serverless capacity');
});

test('encryption in transit is a parameter of the cluster', async () => {
  answer(operated);
  const Parameters = [{ ParameterName: 'rds.force_ssl', ParameterValue: '1' }];
  rds.on(DescribeDBClusterParametersCommand, { DBClusterParameterGroupName: 'shop-params' }).resolves({ Parameters });
  expect(await ask('shop', 'transitEncryption')).toMatchObject({ enforced: true });
  expect(await ask('shop', 'engineParameters')).toEqual({ group: 'shop-params', values: { 'rds.force_ssl': '1' } });
});

test('a Multi-AZ DB cluster has settings of its own', async () => {
  const own = {
    Engine: 'postgres',
    DBClusterInstanceClass: 'db.m6gd.large',
    PerformanceInsightsEnabled: true,
    MonitoringInterval: 30,
    AllocatedStorage: 100,
    AutoMinorVersionUpgrade: true,
  };
  answer({ ...operated, ...own });
  expect(await ask('shop', 'instanceClass')).toEqual({ name: 'db.m6gd.large' });
  expect(await ask('shop', 'storage')).toMatchObject({ sizeInGibibytes: 100 });
  expect(await ask('shop', 'enhancedMonitoring')).toMatchObject({ intervalInSeconds: 30 });
  expect(await ask('shop', 'maintenance')).toMatchObject({ autoMinorVersionUpgrade: true });
});
