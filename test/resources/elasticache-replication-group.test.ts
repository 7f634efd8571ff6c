import {
  DescribeCacheClustersCommand,
  DescribeCacheEngineVersionsCommand,
  DescribeCacheSubnetGroupsCommand,
  DescribeReplicationGroupsCommand,
  ElastiCacheClient,
  ListTagsForResourceCommand,
} from '@aws-sdk/client-elasticache';
import { mockClient } from 'aws-sdk-client-mock';
import { elasticacheCacheCluster } from '../../src/resources/elasticache-cache-cluster';
import { elasticacheReplicationGroup } from '../../src/resources/elasticache-replication-group';
import { asking } from './answers';
import { refusal } from './refusal';

const cache = mockClient(ElastiCacheClient);
const { ask, exists } = asking('AWS::ElastiCache::ReplicationGroup', [
  elasticacheReplicationGroup,
  elasticacheCacheCluster,
]);

const arn = 'arn:aws:elasticache:eu-west-1:123456789012:replicationgroup:sessions';
const member = (id: string, zone: string, CurrentRole?: string) => ({
  CacheClusterId: id,
  PreferredAvailabilityZone: zone,
  CurrentRole,
});
const shard = (...NodeGroupMembers: object[]) => ({
  NodeGroupId: '0001',
  Status: 'available',
  PrimaryEndpoint: { Address: 'master.sessions.cache', Port: 6379 },
  ReaderEndpoint: { Address: 'replica.sessions.cache', Port: 6379 },
  NodeGroupMembers,
});
const typical = {
  ReplicationGroupId: 'sessions',
  ARN: arn,
  Status: 'available',
  MemberClusters: ['sessions-001', 'sessions-002'],
  NodeGroups: [shard(member('sessions-001', 'eu-west-1a', 'primary'), member('sessions-002', 'eu-west-1b', 'replica'))],
  AutomaticFailover: 'enabled',
  MultiAZ: 'enabled',
  SnapshotRetentionLimit: 7,
  SnapshotWindow: '03:00-04:00',
  CacheNodeType: 'cache.t4g.micro',
  AuthTokenEnabled: true,
  TransitEncryptionEnabled: true,
  TransitEncryptionMode: 'required',
  AtRestEncryptionEnabled: true,
  KmsKeyId: 'arn:aws:kms:eu-west-1:123456789012:key/k-1',
  LogDeliveryConfigurations: [
    { LogType: 'slow-log', DestinationType: 'cloudwatch-logs', Status: 'active' },
    { LogType: 'engine-log', DestinationType: 'cloudwatch-logs', Status: 'error' },
  ],
};
const bare = {
  ...typical,
  NodeGroups: [shard(member('sessions-001', 'eu-west-1a', 'primary'))],
  MemberClusters: ['sessions-001'],
  AutomaticFailover: 'disabled',
  MultiAZ: 'disabled',
  SnapshotRetentionLimit: 0,
  SnapshotWindow: undefined,
  AuthTokenEnabled: false,
  TransitEncryptionEnabled: false,
  TransitEncryptionMode: undefined,
  AtRestEncryptionEnabled: false,
  KmsKeyId: undefined,
  LogDeliveryConfigurations: [],
};

const answer = (fields: object) => cache.on(DescribeReplicationGroupsCommand).resolves({ ReplicationGroups: [fields] });

beforeEach(() => {
  cache.reset();
  answer(typical);
});

test('what it has of its first member, and its tags', async () => {
  const first = {
    CacheClusterId: 'sessions-001',
    Engine: 'redis',
    EngineVersion: '7.1.0',
    CacheSubnetGroupName: 'private',
    SecurityGroups: [{ SecurityGroupId: 'sg-1' }],
    PreferredMaintenanceWindow: 'sun:05:00-sun:06:00',
    AutoMinorVersionUpgrade: true,
  };
  cache.on(DescribeCacheClustersCommand).resolves({ CacheClusters: [first] });
  cache.on(DescribeCacheSubnetGroupsCommand).resolves({
    CacheSubnetGroups: [
      { CacheSubnetGroupName: 'private', VpcId: 'vpc-1', Subnets: [{ SubnetIdentifier: 'subnet-1' }] },
    ],
  });
  cache.on(DescribeCacheEngineVersionsCommand).resolves({ CacheEngineVersions: [{ EngineVersion: '7.1' }] });
  cache.on(ListTagsForResourceCommand, { ResourceName: arn }).resolves({ TagList: [{ Key: 'team', Value: 'shop' }] });
  expect(await ask(arn, 'tags')).toEqual({ team: 'shop' });
  expect(await ask(arn, 'maintenance')).toEqual({ window: 'sun:05:00-sun:06:00', autoMinorVersionUpgrade: true });
  expect(await ask(arn, 'engineOffer')).toMatchObject({ name: 'redis', offered: ['7.1'] });
  expect(await ask(arn, 'networkPlacement')).toEqual({
    vpcId: 'vpc-1',
    subnetIds: ['subnet-1'],
    securityGroupIds: ['sg-1'],
  });
});

test('a replicated group answers', async () => {
  expect(await ask(arn, 'identity')).toEqual({ arn, id: 'sessions' });
  expect(await ask(arn, 'lifecycle')).toEqual({ state: 'available', available: true });
  expect(await ask(arn, 'encryption')).toMatchObject({ kind: 'kms', mode: 'sse-kms' });
  expect(await ask(arn, 'transitEncryption')).toMatchObject({ enforced: true });
  expect(await ask(arn, 'clientAuthentication')).toEqual({ required: true, methods: ['auth token'] });
  expect(await ask(arn, 'nodes')).toEqual({ types: ['cache.t4g.micro'], count: 2 });
  expect(await ask(arn, 'shards')).toEqual({ count: 1, replicas: 1 });
  expect(await ask(arn, 'failover')).toEqual({ automatic: true, state: 'enabled' });
  expect(await ask(arn, 'availability')).toMatchObject({ multiAz: true });
  expect(await ask(arn, 'zones')).toEqual({ zones: ['eu-west-1a', 'eu-west-1b'] });
  expect(await ask(arn, 'backups')).toEqual({ retentionInDays: 7, window: '03:00-04:00' });
  expect(await ask(arn, 'serviceEndpoint')).toEqual({
    address: 'master.sessions.cache',
    port: 6379,
    reader: 'replica.sessions.cache',
  });
  expect(await ask(arn, 'clusterMembers')).toEqual({
    members: [
      { id: 'sessions-001', writer: true },
      { id: 'sessions-002', writer: false },
    ],
  });
  expect(await ask(arn, 'logExports')).toEqual({ exported: ['slow-log'], detail: 'cloudwatch-logs' });
});

test('a bare group has nothing of it', async () => {
  answer(bare);
  expect(await ask(arn, 'encryption')).toEqual({ kind: 'none', mode: 'none' });
  expect(await ask(arn, 'transitEncryption')).toMatchObject({ enforced: false, offered: false });
  expect(await ask(arn, 'clientAuthentication')).toEqual({ required: false, methods: [] });
  expect(await ask(arn, 'shards')).toEqual({ count: 1, replicas: 0 });
  expect(await ask(arn, 'availability')).toMatchObject({ multiAz: false });
  expect(await ask(arn, 'backups')).toEqual({ retentionInDays: 0 });
});

test.each([
  ['MultiAZ alone', { AutomaticFailover: 'disabled' }],
  ['failover alone', { MultiAZ: 'disabled' }],
  ['all nodes in one zone', { NodeGroups: [shard(member('a', 'eu-west-1a'), member('b', 'eu-west-1a'))] }],
  ['one shard of two', { NodeGroups: [...typical.NodeGroups, shard(member('c', 'eu-west-1c'))] }],
])('%s does not outlive a zone', async (_, fields) => {
  answer({ ...typical, ...fields });
  expect(await ask(arn, 'availability')).toMatchObject({ multiAz: false });
});

test('failover that is being switched is pending', async () => {
  answer({ ...typical, AutomaticFailover: 'enabling' });
  expect(await ask(arn, 'availability')).toMatchObject({ multiAz: false, pending: 'AutomaticFailover is enabling' });
});

test.each([
  [{ AtRestEncryptionEnabled: false, KmsKeyId: undefined, StorageEncryptionType: 'sse-elasticache' }, 'service-owned'],
  [{ AtRestEncryptionEnabled: true, KmsKeyId: undefined }, 'service-owned'],
  [{ AtRestEncryptionEnabled: false, KmsKeyId: undefined, StorageEncryptionType: 'none' }, 'none'],
])('encryption %j', async (fields, kind) => {
  answer({ ...typical, ...fields });
  expect(await ask(arn, 'encryption')).toMatchObject({ kind });
});

test('the mode preferred takes connections in the clear', async () => {
  answer({ ...typical, TransitEncryptionMode: 'preferred' });
  expect(await ask(arn, 'transitEncryption')).toEqual({
    enforced: false,
    offered: true,
    detail: 'TransitEncryptionMode preferred',
  });
});

test('in cluster mode roles are not told', async () => {
  answer({
    ...typical,
    ConfigurationEndpoint: { Address: 'clustercfg.sessions.cache', Port: 6379 },
    NodeGroups: [shard(member('a', 'eu-west-1a'))],
  });
  expect(await ask(arn, 'clusterMembers')).toEqual({ members: [{ id: 'a' }] });
  expect(await ask(arn, 'serviceEndpoint')).toMatchObject({ address: 'clustercfg.sessions.cache' });
});

test('the version stands on the members', async () => {
  cache
    .on(DescribeCacheClustersCommand, { CacheClusterId: 'sessions-001' })
    .resolves({ CacheClusters: [{ CacheClusterId: 'sessions-001', Engine: 'valkey', EngineVersion: '8.0.1' }] });
  expect(await ask(arn, 'engine')).toMatchObject({ name: 'valkey', version: '8.0.1' });
});

test.each([
  ['MultiAZ', 'availability'],
  ['TransitEncryptionEnabled', 'transitEncryption'],
  ['SnapshotRetentionLimit', 'backups'],
  ['AuthTokenEnabled', 'clientAuthentication'],
] as const)('an answer without %s is never read as off', async (field, facet) => {
  answer({ ...bare, [field]: undefined });
  await expect(ask(arn, facet)).rejects.toThrow(`AWS answered without the field ${field}`);
});

test('a group that is not there', async () => {
  cache.on(DescribeReplicationGroupsCommand).rejects(refusal('ReplicationGroupNotFoundFault', 404));
  expect(await exists('gone')).toBe(false);
});
