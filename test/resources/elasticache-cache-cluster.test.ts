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
const { ask, exists } = asking('AWS::ElastiCache::CacheCluster', [
  elasticacheCacheCluster,
  elasticacheReplicationGroup,
]);

const arn = 'arn:aws:elasticache:eu-west-1:123456789012:cluster:sessions';
const node = (zone: string) => ({
  CustomerAvailabilityZone: zone,
  Endpoint: { Address: 'sessions.0001.cache', Port: 11211 },
});
const memcached = {
  CacheClusterId: 'sessions',
  ARN: arn,
  CacheClusterStatus: 'available',
  CacheNodeType: 'cache.t4g.micro',
  Engine: 'memcached',
  EngineVersion: '1.6.22',
  NumCacheNodes: 2,
  CacheNodes: [node('eu-west-1b'), node('eu-west-1a')],
  ConfigurationEndpoint: { Address: 'sessions.cfg.cache', Port: 11211 },
  PreferredMaintenanceWindow: 'sun:05:00-sun:06:00',
  AutoMinorVersionUpgrade: true,
  TransitEncryptionEnabled: false,
  AtRestEncryptionEnabled: false,
  CacheSubnetGroupName: 'private',
  SecurityGroups: [{ SecurityGroupId: 'sg-1', Status: 'active' }],
  PendingModifiedValues: {},
};
const member = {
  ...memcached,
  Engine: 'redis',
  EngineVersion: '7.1.0',
  ReplicationGroupId: 'group',
  SnapshotRetentionLimit: 7,
  SnapshotWindow: '03:00-04:00',
};

const answer = (fields: object = memcached) =>
  cache.on(DescribeCacheClustersCommand).resolves({ CacheClusters: [fields] });

beforeEach(() => {
  cache.reset();
  answer();
});

test.each(['sessions', 'Sessions', arn])('%s is found', async (id) => {
  expect(await ask(id, 'identity')).toEqual({ arn, id: 'sessions' });
});

test('Memcached answers from its own description', async () => {
  cache.on(ListTagsForResourceCommand, { ResourceName: arn }).resolves({ TagList: [{ Key: 'team', Value: 'shop' }] });
  cache.on(DescribeCacheSubnetGroupsCommand, { CacheSubnetGroupName: 'private' }).resolves({
    CacheSubnetGroups: [
      { CacheSubnetGroupName: 'private', VpcId: 'vpc-1', Subnets: [{ SubnetIdentifier: 'subnet-1' }] },
    ],
  });
  expect(await ask('sessions', 'lifecycle')).toEqual({ state: 'available', available: true });
  expect(await ask('sessions', 'tags')).toEqual({ team: 'shop' });
  expect(await ask('sessions', 'encryption')).toMatchObject({ kind: 'none' });
  expect(await ask('sessions', 'transitEncryption')).toMatchObject({ enforced: false, offered: false });
  expect(await ask('sessions', 'engine')).toMatchObject({ name: 'memcached', version: '1.6.22' });
  expect(await ask('sessions', 'nodes')).toMatchObject({ types: ['cache.t4g.micro'], count: 2 });
  expect(await ask('sessions', 'zones')).toEqual({ zones: ['eu-west-1a', 'eu-west-1b'] });
  expect(await ask('sessions', 'availability')).toMatchObject({ multiAz: false });
  expect(await ask('sessions', 'backups')).toEqual({ retentionInDays: 0 });
  expect(await ask('sessions', 'maintenance')).toEqual({
    window: 'sun:05:00-sun:06:00',
    autoMinorVersionUpgrade: true,
  });
  expect(await ask('sessions', 'serviceEndpoint')).toEqual({ address: 'sessions.cfg.cache', port: 11211 });
  expect(await ask('sessions', 'networkPlacement')).toEqual({
    vpcId: 'vpc-1',
    subnetIds: ['subnet-1'],
    securityGroupIds: ['sg-1'],
  });
  expect(await ask('sessions', 'logExports')).toMatchObject({ exported: [] });
});

test('a member of a replication group lets the group speak of encryption and zones', async () => {
  answer(member);
  cache.on(DescribeReplicationGroupsCommand).resolves({
    ReplicationGroups: [
      {
        ReplicationGroupId: 'group',
        AtRestEncryptionEnabled: true,
        KmsKeyId: 'k-1',
        MultiAZ: 'enabled',
        AutomaticFailover: 'enabled',
        NodeGroups: [
          {
            NodeGroupMembers: [
              { PreferredAvailabilityZone: 'eu-west-1a' },
              { PreferredAvailabilityZone: 'eu-west-1b' },
            ],
          },
        ],
      },
    ],
  });
  expect(await ask('sessions', 'encryption')).toMatchObject({ kind: 'kms', key: { id: 'k-1' } });
  expect(await ask('sessions', 'availability')).toMatchObject({ multiAz: true });
  expect(await ask('sessions', 'backups')).toEqual({ retentionInDays: 7, window: '03:00-04:00' });
});

test('offered versions, and a change that waits', async () => {
  answer({ ...memcached, PendingModifiedValues: { EngineVersion: '1.6.30', CacheNodeType: 'cache.t4g.small' } });
  cache
    .on(DescribeCacheEngineVersionsCommand, { Engine: 'memcached' })
    .resolves({ CacheEngineVersions: [{ EngineVersion: '1.6.30' }, { EngineVersion: '1.6.6' }] });
  expect(await ask('sessions', 'engine')).toMatchObject({ version: '1.6.22', pendingVersion: '1.6.30' });
  expect(await ask('sessions', 'nodes')).toMatchObject({ pending: 'cache.t4g.small' });
  expect(await ask('sessions', 'engineOffer')).toMatchObject({ offered: ['1.6.6', '1.6.30'] });
});

test('a cluster that is not there, and one that does not tell', async () => {
  answer({ ...memcached, TransitEncryptionEnabled: undefined });
  await expect(ask('sessions', 'transitEncryption')).rejects.toThrow('TransitEncryptionEnabled');
  cache.on(DescribeCacheClustersCommand).rejects(refusal('CacheClusterNotFound', 404));
  expect(await exists('gone')).toBe(false);
});
