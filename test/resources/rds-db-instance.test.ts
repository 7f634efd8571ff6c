import {
  DescribeDBClustersCommand,
  DescribeDBEngineVersionsCommand,
  DescribeDBInstancesCommand,
  DescribeDBParameterGroupsCommand,
  DescribeDBParametersCommand,
  RDSClient,
} from '@aws-sdk/client-rds';
import { mockClient } from 'aws-sdk-client-mock';
import { rdsDbCluster } from '../../src/resources/rds-db-cluster';
import { rdsDbInstance } from '../../src/resources/rds-db-instance';
import { rdsDbParameterGroup } from '../../src/resources/rds-db-parameter-group';
import { asking } from './answers';

const rds = mockClient(RDSClient);
const { ask, exists } = asking('AWS::RDS::DBInstance', [rdsDbInstance, rdsDbCluster, rdsDbParameterGroup]);

const keyArn = 'arn:aws:kms:eu-west-1:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab';

const typical = {
  DBInstanceIdentifier: 'orders',
  DBInstanceArn: 'arn:aws:rds:eu-west-1:123456789012:db:orders',
  DbiResourceId: 'db-ABCDEFGHIJKLMNOPQRSTUVWXYZ',
  DBInstanceStatus: 'available',
  Engine: 'postgres',
  EngineVersion: '15.8',
  Endpoint: { Address: 'orders.c9akciq32.eu-west-1.rds.amazonaws.com', Port: 5432 },
  AvailabilityZone: 'eu-west-1a',
  SecondaryAvailabilityZone: 'eu-west-1b',
  MultiAZ: true,
  StorageEncrypted: true,
  StorageEncryptionType: 'sse-kms' as const,
  KmsKeyId: keyArn,
  BackupRetentionPeriod: 7,
  PreferredBackupWindow: '03:00-04:00',
  DeletionProtection: true,
  PubliclyAccessible: false,
  DBSubnetGroup: { VpcId: 'vpc-1', Subnets: [{ SubnetIdentifier: 'subnet-1' }, { SubnetIdentifier: 'subnet-2' }] },
  VpcSecurityGroups: [{ VpcSecurityGroupId: 'sg-1', Status: 'active' }],
  PendingModifiedValues: {},
  TagList: [{ Key: 'team', Value: 'orders' }],
};

const minimal = {
  ...typical,
  MultiAZ: false,
  SecondaryAvailabilityZone: undefined,
  StorageEncrypted: false,
  StorageEncryptionType: undefined,
  KmsKeyId: undefined,
  BackupRetentionPeriod: 0,
  PreferredBackupWindow: undefined,
  DeletionProtection: false,
  PubliclyAccessible: true,
  TagList: [],
};

const member = { ...minimal, DBInstanceIdentifier: 'shop-1', DBClusterIdentifier: 'shop', Engine: 'aurora-mysql' };

function answer(...DBInstances: object[]) {
  rds.on(DescribeDBInstancesCommand).resolves({ DBInstances });
}

beforeEach(() => rds.reset());

test('a Multi-AZ instance answers from its own description', async () => {
  answer(typical);
  expect(await ask('orders', 'identity')).toEqual({ arn: typical.DBInstanceArn, id: 'orders' });
  expect(await ask('orders', 'lifecycle')).toEqual({ state: 'available', available: true });
  expect(await ask('orders', 'tags')).toEqual({ team: 'orders' });
  expect(await ask('orders', 'encryption')).toMatchObject({ kind: 'kms', mode: 'sse-kms', key: { id: keyArn } });
  expect(await ask('orders', 'availability')).toEqual({
    multiAz: true,
    detail: 'primary in eu-west-1a, standby in eu-west-1b',
  });
  expect(await ask('orders', 'zones')).toEqual({ zones: ['eu-west-1a', 'eu-west-1b'] });
  expect(await ask('orders', 'engine')).toEqual({ name: 'postgres', version: '15.8', alsoKnownAs: [] });
  expect(await ask('orders', 'backups')).toEqual({ retentionInDays: 7, window: '03:00-04:00' });
  expect(await ask('orders', 'pointInTimeRecovery')).toEqual({ enabled: true, periodInDays: 7 });
  expect(await ask('orders', 'deletionProtection')).toEqual({ enabled: true });
  expect(await ask('orders', 'publicAccess')).toEqual({ public: false, because: 'PubliclyAccessible is false' });
  expect(await ask('orders', 'networkPlacement')).toEqual({
    vpcId: 'vpc-1',
    subnetIds: ['subnet-1', 'subnet-2'],
    securityGroupIds: ['sg-1'],
  });
});

test('a bare instance has nothing of it', async () => {
  answer(minimal);
  expect(await ask('orders', 'encryption')).toEqual({ kind: 'none', mode: 'none' });
  expect(await ask('orders', 'availability')).toMatchObject({
    multiAz: false,
    detail: 'one instance in eu-west-1a, no standby',
  });
  expect(await ask('orders', 'zones')).toEqual({ zones: ['eu-west-1a'] });
  expect(await ask('orders', 'backups')).toEqual({ retentionInDays: 0 });
  expect(await ask('orders', 'pointInTimeRecovery')).toEqual({ enabled: false });
  expect(await ask('orders', 'publicAccess')).toMatchObject({ public: true });
});

test.each([
  ['an AWS-owned key', { StorageEncrypted: false, StorageEncryptionType: 'sse-rds' }, 'service-owned', 'sse-rds'],
  ['the older answer without a type', { StorageEncrypted: true, KmsKeyId: keyArn }, 'kms', 'sse-kms'],
  ['no encryption', { StorageEncrypted: false, StorageEncryptionType: 'none' }, 'none', 'none'],
])('encryption with %s', async (_, fields, kind, mode) => {
  answer({ ...minimal, ...fields });
  expect(await ask('orders', 'encryption')).toMatchObject({ kind, mode });
});

test.each([
  ['MultiAZ', 'availability'],
  ['StorageEncrypted', 'encryption'],
  ['DeletionProtection', 'deletionProtection'],
  ['PubliclyAccessible', 'publicAccess'],
  ['BackupRetentionPeriod', 'backups'],
  ['DBInstanceStatus', 'lifecycle'],
  ['TagList', 'tags'],
  ['DBSubnetGroup', 'networkPlacement'],
  ['VpcSecurityGroups', 'networkPlacement'],
] as const)('an answer without %s is never read as off', async (field, facet) => {
  answer({ ...minimal, [field]: undefined });
  await expect(ask('orders', facet)).rejects.toThrow(`AWS answered without the field ${field}`);
});

test('a standby in an unknown zone is not counted away', async () => {
  answer({ ...typical, SecondaryAvailabilityZone: undefined });
  expect(await ask('orders', 'availability')).toMatchObject({ multiAz: true });
  await expect(ask('orders', 'zones')).rejects.toThrow('AWS answered without the field SecondaryAvailabilityZone');
});

test('KMS encryption without a key is not judged', async () => {
  answer({ ...typical, KmsKeyId: '' });
  await expect(ask('orders', 'encryption')).rejects.toThrow('AWS answered without the field KmsKeyId');
});

test('changes that wait are told', async () => {
  answer({ ...minimal, PendingModifiedValues: { MultiAZ: true, EngineVersion: '15.10' } });
  expect(await ask('orders', 'availability')).toMatchObject({ multiAz: false, pending: 'MultiAZ true' });
  expect(await ask('orders', 'engine')).toMatchObject({ version: '15.8', pendingVersion: '15.10' });
});

test.each([
  ['backing-up', true],
  ['storage-optimization', true],
  ['modifying', false],
  ['stopped', false],
])('state %s', async (state, available) => {
  answer({ ...typical, DBInstanceStatus: state });
  expect(await ask('orders', 'lifecycle')).toMatchObject({ state, available });
});

test('a broken read replica says why', async () => {
  const StatusInfos = [{ StatusType: 'read replication', Status: 'error', Normal: false, Message: 'lag' }];
  answer({ ...typical, DBInstanceStatus: 'available', StatusInfos });
  expect(await ask('orders', 'lifecycle')).toMatchObject({ reason: 'lag' });
});

test('MultiAZ does not apply to RDS Custom', async () => {
  answer({ ...minimal, Engine: 'custom-sqlserver-ee' });
  await expect(ask('orders', 'availability')).rejects.toThrow('MultiAZ does not apply to RDS Custom');
});

test('a member of a cluster answers through its cluster', async () => {
  const other = { ...member, DBInstanceIdentifier: 'shop-2', AvailabilityZone: 'eu-west-1c' };
  answer(member, other);
  rds.on(DescribeDBClustersCommand).resolves({
    DBClusters: [
      {
        DBClusterIdentifier: 'shop',
        Engine: 'aurora-mysql',
        StorageEncrypted: true,
        KmsKeyId: keyArn,
        BackupRetentionPeriod: 14,
        DBClusterMembers: [
          { DBInstanceIdentifier: 'shop-1', IsClusterWriter: true },
          { DBInstanceIdentifier: 'shop-2' },
        ],
      },
    ],
  });
  expect(await ask('shop-1', 'encryption')).toMatchObject({ kind: 'kms' });
  expect(await ask('shop-1', 'availability')).toMatchObject({ multiAz: true });
  expect(await ask('shop-1', 'zones')).toEqual({ zones: ['eu-west-1a', 'eu-west-1c'] });
  expect(await ask('shop-1', 'backups')).toEqual({ retentionInDays: 14 });
  expect(await ask('shop-1', 'pointInTimeRecovery')).toEqual({ enabled: true, periodInDays: 14 });
  expect(await ask('shop-1', 'deletionProtection')).toEqual({ enabled: false });
});

test('Aurora MySQL goes by two numbers', async () => {
  answer({ ...typical, Engine: 'aurora-mysql', EngineVersion: '8.0.mysql_aurora.3.04.0' });
  expect(await ask('orders', 'engine')).toMatchObject({ alsoKnownAs: ['8.0', '3.04.0'] });
});

test('offered versions come once each, ascending by number', async () => {
  answer(typical);
  rds
    .on(DescribeDBEngineVersionsCommand, { Engine: 'postgres' })
    .resolves({ DBEngineVersions: [{ EngineVersion: '15.10' }, { EngineVersion: '9.6' }], Marker: 'next' })
    .on(DescribeDBEngineVersionsCommand, { Engine: 'postgres', Marker: 'next' })
    .resolves({ DBEngineVersions: [{ EngineVersion: '15.8' }, { EngineVersion: '15.10' }] });
  expect(await ask('orders', 'engineOffer')).toEqual({
    name: 'postgres',
    version: '15.8',
    region: 'eu-west-1',
    offered: ['9.6', '15.8', '15.10'],
  });
});

test.each([
  ['orders'],
  ['Orders'],
  ['arn:aws:rds:eu-west-1:123456789012:db:orders'],
  ['db-ABCDEFGHIJKLMNOPQRSTUVWXYZ'],
  ['orders.c9akciq32.eu-west-1.rds.amazonaws.com'],
  ['orders.c9akciq32.eu-west-1.rds.amazonaws.com:5432'],
])('%s is found', async (id) => {
  answer({ ...typical, DBInstanceIdentifier: 'orders-2', DbiResourceId: 'db-OTHER', Endpoint: undefined }, typical);
  expect(await ask(id, 'identity')).toMatchObject({ id: 'orders' });
});

test('a host name of a local server is matched with its port, and never guessed', async () => {
  const Address = 'localhost';
  answer(
    { ...typical, Endpoint: { Address, Port: 15432 } },
    { ...typical, DBInstanceIdentifier: 'billing', Endpoint: { Address, Port: 15433 } },
  );
  expect(await ask('localhost:15433', 'identity')).toMatchObject({ id: 'billing' });
  rds.on(DescribeDBInstancesCommand).resolves({
    DBInstances: [
      { ...typical, Endpoint: { Address: 'db.local', Port: 1 } },
      { ...typical, DBInstanceIdentifier: 'billing', Endpoint: { Address: 'db.local', Port: 2 } },
    ],
  });
  await expect(ask('db.local', 'identity')).rejects.toThrow('The host name db.local is shared by orders, billing.');
});

test('a host name that several share does not spoil the read of an instance by its identifier', async () => {
  rds.on(DescribeDBInstancesCommand).resolves({
    DBInstances: [
      { ...typical, Endpoint: { Address: 'localhost', Port: 1 } },
      { ...typical, DBInstanceIdentifier: 'billing', Endpoint: { Address: 'localhost', Port: 2 } },
    ],
  });
  const [shared, own] = await Promise.allSettled([ask('localhost', 'identity'), ask('orders', 'identity')]);
  expect(shared).toMatchObject({ status: 'rejected' });
  expect(own).toMatchObject({ status: 'fulfilled', value: { id: 'orders' } });
});

test('a sibling is not taken for the instance', async () => {
  answer({ ...typical, DBInstanceIdentifier: 'orders-replica' });
  expect(await exists('orders')).toBe(false);
});

const operated = {
  ...typical,
  DBInstanceClass: 'db.t4g.micro',
  AllocatedStorage: 20,
  StorageType: 'gp3',
  MaxAllocatedStorage: 100,
  PerformanceInsightsEnabled: true,
  PerformanceInsightsRetentionPeriod: 7,
  PerformanceInsightsKMSKeyId: keyArn,
  MonitoringInterval: 60,
  MonitoringRoleArn: 'arn:role',
  PreferredMaintenanceWindow: 'sun:05:00-sun:06:00',
  AutoMinorVersionUpgrade: true,
  IAMDatabaseAuthenticationEnabled: true,
  EnabledCloudwatchLogsExports: ['postgresql'],
  DBParameterGroups: [{ DBParameterGroupName: 'orders-pg15', ParameterApplyStatus: 'in-sync' }],
  MasterUserSecret: { SecretArn: 'arn:secret' },
};

test('how it is run', async () => {
  answer(operated);
  expect(await ask('orders', 'instanceClass')).toEqual({ name: 'db.t4g.micro' });
  expect(await ask('orders', 'storage')).toEqual({ sizeInGibibytes: 20, type: 'gp3', maximumInGibibytes: 100 });
  expect(await ask('orders', 'performanceInsights')).toMatchObject({ enabled: true, retentionInDays: 7 });
  expect(await ask('orders', 'enhancedMonitoring')).toEqual({
    enabled: true,
    intervalInSeconds: 60,
    roleArn: 'arn:role',
  });
  expect(await ask('orders', 'maintenance')).toEqual({ window: 'sun:05:00-sun:06:00', autoMinorVersionUpgrade: true });
  expect(await ask('orders', 'serviceEndpoint')).toEqual({ address: typical.Endpoint.Address, port: 5432 });
  expect(await ask('orders', 'iamAuthentication')).toMatchObject({ enabled: true });
  expect(await ask('orders', 'logExports')).toMatchObject({ exported: ['postgresql'] });
  expect(await ask('orders', 'masterPassword')).toMatchObject({ secret: { id: 'arn:secret' } });
});

test('what is off or waits is told', async () => {
  const PendingModifiedValues = { DBInstanceClass: 'db.t4g.small', AllocatedStorage: 50 };
  answer({
    ...operated,
    PerformanceInsightsEnabled: false,
    MonitoringInterval: 0,
    EnabledCloudwatchLogsExports: undefined,
    MasterUserSecret: undefined,
    PendingModifiedValues,
  });
  expect(await ask('orders', 'performanceInsights')).toEqual({ enabled: false });
  expect(await ask('orders', 'enhancedMonitoring')).toMatchObject({ enabled: false });
  expect(await ask('orders', 'logExports')).toMatchObject({ exported: [] });
  expect(await ask('orders', 'masterPassword')).toEqual({});
  expect(await ask('orders', 'instanceClass')).toMatchObject({ pending: 'db.t4g.small' });
  expect(await ask('orders', 'storage')).toMatchObject({ pending: 'AllocatedStorage 50' });
});

test.each([
  ['PerformanceInsightsEnabled', 'performanceInsights'],
  ['MonitoringInterval', 'enhancedMonitoring'],
  ['IAMDatabaseAuthenticationEnabled', 'iamAuthentication'],
  ['AllocatedStorage', 'storage'],
] as const)('without %s nothing is assumed', async (field, facet) => {
  answer({ ...operated, [field]: undefined });
  await expect(ask('orders', facet)).rejects.toThrow(`AWS answered without the field ${field}`);
});

test.each([
  ['postgres', 'rds.force_ssl', '1', true],
  ['postgres', 'rds.force_ssl', '0', false],
  ['postgres', 'rds.force_ssl', undefined, false],
  ['mysql', 'require_secure_transport', 'ON', true],
  ['mariadb', 'require_secure_transport', '0', false],
])('%s with %s %s', async (Engine, ParameterName, ParameterValue, enforced) => {
  answer({ ...operated, Engine });
  rds
    .on(DescribeDBParameterGroupsCommand)
    .resolves({ DBParameterGroups: [{ DBParameterGroupName: 'orders-pg15', DBParameterGroupFamily: 'postgres15' }] });
  rds.on(DescribeDBParametersCommand).resolves({ Parameters: [{ ParameterName, ParameterValue }] });
  expect(await ask('orders', 'transitEncryption')).toMatchObject({ enforced });
});

test('Oracle settles encryption in transit elsewhere', async () => {
  answer({ ...operated, Engine: 'oracle-ee' });
  rds
    .on(DescribeDBParameterGroupsCommand)
    .resolves({ DBParameterGroups: [{ DBParameterGroupName: 'orders-pg15', DBParameterGroupFamily: 'oracle-ee-19' }] });
  rds.on(DescribeDBParametersCommand).resolves({ Parameters: [] });
  await expect(ask('orders', 'transitEncryption')).rejects.toThrow('No parameter of oracle-ee says');
});
