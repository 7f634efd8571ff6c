import {
  DescribeDBClusterParametersCommand,
  DescribeDBClustersCommand,
  DescribeDBInstancesCommand,
  DocDBClient,
  ListTagsForResourceCommand,
} from '@aws-sdk/client-docdb';
import { DescribeDBSubnetGroupsCommand, RDSClient } from '@aws-sdk/client-rds';
import { mockClient } from 'aws-sdk-client-mock';
import { docdbDbCluster } from '../../src/resources/docdb-db-cluster';
import { rdsDbSubnetGroup } from '../../src/resources/rds-db-subnet-group';
import { asking } from './answers';
import { refusal } from './refusal';

const docdb = mockClient(DocDBClient);
const rds = mockClient(RDSClient);
const { ask, exists } = asking('AWS::DocDB::DBCluster', [docdbDbCluster, rdsDbSubnetGroup]);

const arn = 'arn:aws:rds:eu-west-1:123456789012:cluster:orders';
const host = 'orders.cluster-c9akciq32.eu-west-1.docdb.amazonaws.com';
const typical = {
  DBClusterIdentifier: 'orders',
  DBClusterArn: arn,
  DbClusterResourceId: 'cluster-ABCDEFGHIJKLMNOPQRSTUVWXYZ',
  Status: 'available',
  MultiAZ: true,
  Engine: 'docdb',
  EngineVersion: '5.0.0',
  Endpoint: host,
  ReaderEndpoint: 'orders.cluster-ro-c9akciq32.eu-west-1.docdb.amazonaws.com',
  Port: 27017,
  StorageEncrypted: true,
  KmsKeyId: 'k-1',
  BackupRetentionPeriod: 7,
  PreferredBackupWindow: '03:00-04:00',
  PreferredMaintenanceWindow: 'sun:05:00-sun:06:00',
  DeletionProtection: true,
  DBSubnetGroup: 'private',
  VpcSecurityGroups: [{ VpcSecurityGroupId: 'sg-1', Status: 'active' }],
  DBClusterParameterGroup: 'orders-params',
  DBClusterMembers: [
    { DBInstanceIdentifier: 'orders-1', IsClusterWriter: true },
    { DBInstanceIdentifier: 'orders-2', IsClusterWriter: false },
  ],
  EnabledCloudwatchLogsExports: ['audit'],
};
const instance = (id: string, AvailabilityZone: string) => ({
  DBInstanceIdentifier: id,
  DBClusterIdentifier: 'orders',
  DBInstanceStatus: 'available',
  AvailabilityZone,
});

const answer = (fields: object = {}) =>
  docdb.on(DescribeDBClustersCommand).resolves({ DBClusters: [{ ...typical, ...fields }] });

beforeEach(() => {
  docdb.reset();
  rds.reset();
  answer();
  docdb
    .on(DescribeDBInstancesCommand)
    .resolves({ DBInstances: [instance('orders-1', 'eu-west-1a'), instance('orders-2', 'eu-west-1b')] });
});

test.each(['orders', arn, host, 'cluster-ABCDEFGHIJKLMNOPQRSTUVWXYZ'])('%s is found', async (id) => {
  expect(await ask(id, 'identity')).toEqual({ arn, id: 'orders' });
});

test('a cluster answers', async () => {
  docdb.on(ListTagsForResourceCommand, { ResourceName: arn }).resolves({ TagList: [{ Key: 'team', Value: 'shop' }] });
  rds.on(DescribeDBSubnetGroupsCommand).resolves({
    DBSubnetGroups: [{ DBSubnetGroupName: 'private', VpcId: 'vpc-1', Subnets: [{ SubnetIdentifier: 'subnet-1' }] }],
  });
  expect(await ask('orders', 'lifecycle')).toEqual({ state: 'available', available: true });
  expect(await ask('orders', 'tags')).toEqual({ team: 'shop' });
  expect(await ask('orders', 'encryption')).toMatchObject({ kind: 'kms', key: { id: 'k-1' } });
  expect(await ask('orders', 'availability')).toMatchObject({ multiAz: true });
  expect(await ask('orders', 'zones')).toEqual({ zones: ['eu-west-1a', 'eu-west-1b'] });
  expect(await ask('orders', 'engine')).toMatchObject({ name: 'docdb', version: typical.EngineVersion });
  expect(await ask('orders', 'backups')).toEqual({ retentionInDays: 7, window: '03:00-04:00' });
  expect(await ask('orders', 'pointInTimeRecovery')).toEqual({ enabled: true, periodInDays: 7 });
  expect(await ask('orders', 'deletionProtection')).toEqual({ enabled: true });
  expect(await ask('orders', 'networkPlacement')).toEqual({
    vpcId: 'vpc-1',
    subnetIds: ['subnet-1'],
    securityGroupIds: ['sg-1'],
  });
  expect(await ask('orders', 'logExports')).toMatchObject({ exported: ['audit'] });
  expect(await ask('orders', 'maintenance')).toEqual({ window: 'sun:05:00-sun:06:00' });
  expect(await ask('orders', 'serviceEndpoint')).toEqual({
    address: host,
    port: typical.Port,
    reader: typical.ReaderEndpoint,
  });
  expect(await ask('orders', 'clusterMembers')).toMatchObject({ members: [{ writer: true }, { writer: false }] });
});

test('one instance does not outlive its zone, and nothing exported is told', async () => {
  docdb.on(DescribeDBInstancesCommand).resolves({ DBInstances: [instance('orders-1', 'eu-west-1a')] });
  answer({ EnabledCloudwatchLogsExports: undefined, StorageEncrypted: false, KmsKeyId: undefined });
  expect(await ask('orders', 'availability')).toMatchObject({ multiAz: false });
  expect(await ask('orders', 'logExports')).toMatchObject({ exported: [] });
  expect(await ask('orders', 'encryption')).toMatchObject({ kind: 'none' });
});

test('members in two zones do not help where the flag is off', async () => {
  answer({ MultiAZ: false });
  expect(await ask('orders', 'availability')).toMatchObject({ multiAz: false });
});

test('serverless capacity, where there is any', async () => {
  await expect(ask('orders', 'scalingBounds')).rejects.toThrow('has no serverless capacity');
  answer({ ServerlessV2ScalingConfiguration: { MinCapacity: 1, MaxCapacity: 8 } });
  expect(await ask('orders', 'scalingBounds')).toMatchObject({ minimum: 1, maximum: 8 });
});

test.each([
  ['enabled', true, true],
  ['tls1.2+', true, true],
  ['disabled', false, false],
])('tls %s', async (ParameterValue, enforced, offered) => {
  const Parameters = [{ ParameterName: 'tls', ParameterValue }, { ParameterName: 'audit_logs' }];
  docdb
    .on(DescribeDBClusterParametersCommand, { DBClusterParameterGroupName: 'orders-params' })
    .resolves({ Parameters });
  expect(await ask('orders', 'transitEncryption')).toMatchObject({ enforced, offered });
  expect(await ask('orders', 'engineParameters')).toEqual({ group: 'orders-params', values: { tls: ParameterValue } });
});

test('a main password that AWS keeps', async () => {
  expect(await ask('orders', 'masterPassword')).toEqual({});
  answer({ MasterUserSecret: { SecretArn: 'arn:secret' } });
  expect(await ask('orders', 'masterPassword')).toMatchObject({ secret: { id: 'arn:secret' } });
});

test('a cluster of another engine is none, and neither is a missing one', async () => {
  answer({ Engine: 'aurora-mysql' });
  expect(await exists('orders')).toBe(false);
  docdb.on(DescribeDBClustersCommand).rejects(refusal('DBClusterNotFoundFault', 404));
  expect(await exists('orders')).toBe(false);
});
