import type { CacheCluster } from '@aws-sdk/client-elasticache';
import { elasticache } from '../aws/sdk';
import { defineResource } from '../engine/resource';
import { told } from '../engine/unjudged';
import type { Reference } from '../facets';
import { resourceName } from './shared/arn';
import { cacheEngineOffer, cachePlacement, cacheTags, logTypes } from './shared/cache';
import { cacheTransit } from './shared/cache-transit';

export const elasticacheCacheCluster = defineResource({
  type: 'AWS::ElastiCache::CacheCluster',
  label: 'ElastiCache cluster',
  sdk: elasticache,
  reads: ['elasticache:DescribeCacheClusters'],
  notFound: ['CacheClusterNotFound', 'CacheClusterNotFoundFault'],
  // The API takes one id and no filter.
  facts: async (aws, { id }) => {
    const CacheClusterId = resourceName(id).toLowerCase().split('.')[0];
    const input = { CacheClusterId, ShowCacheNodeInfo: true };
    const { CacheClusters } = await aws.call('DescribeCacheClusters', input);
    return told(CacheClusters, 'CacheClusters').find((cluster) => cluster.CacheClusterId === CacheClusterId);
  },
  facets: {
    identity: {
      fields: 'ARN, CacheClusterId',
      read: (cluster) => ({ arn: told(cluster.ARN, 'ARN'), id: told(cluster.CacheClusterId, 'CacheClusterId') }),
    },
    lifecycle: {
      fields: 'CacheClusterStatus',
      read: (cluster) => {
        const state = told(cluster.CacheClusterStatus, 'CacheClusterStatus');
        return { state, available: state === 'available' || state === 'snapshotting' };
      },
    },
    tags: {
      fields: 'TagList',
      reads: ['elasticache:ListTagsForResource'],
      read: (cluster, aws) => cacheTags(told(cluster.ARN, 'ARN'), aws),
    },
    encryption: {
      fields: 'AtRestEncryptionEnabled, or the replication group',
      reads: ['elasticache:DescribeReplicationGroups'],
      read: (cluster, aws) => {
        const group = groupOf(cluster);
        if (group) return aws.facet(group, 'encryption');
        const on = told(cluster.AtRestEncryptionEnabled, 'AtRestEncryptionEnabled');
        return on
          ? { kind: 'service-owned', mode: 'AtRestEncryptionEnabled true' }
          : { kind: 'none', mode: 'AtRestEncryptionEnabled false' };
      },
    },
    transitEncryption: {
      fields: 'TransitEncryptionEnabled, TransitEncryptionMode',
      read: (cluster) => cacheTransit(cluster),
    },
    engine: {
      fields: 'Engine, EngineVersion, PendingModifiedValues.EngineVersion',
      read: (cluster) => ({
        name: told(cluster.Engine, 'Engine'),
        version: told(cluster.EngineVersion, 'EngineVersion'),
        alsoKnownAs: [],
        pendingVersion: cluster.PendingModifiedValues?.EngineVersion,
      }),
    },
    engineOffer: {
      fields: 'Engine, EngineVersion, CacheEngineVersions[].EngineVersion',
      reads: ['elasticache:DescribeCacheEngineVersions'],
      read: (cluster, aws) =>
        cacheEngineOffer(told(cluster.Engine, 'Engine'), told(cluster.EngineVersion, 'EngineVersion'), aws),
    },
    nodes: {
      fields: 'CacheNodeType, NumCacheNodes, PendingModifiedValues',
      read: (cluster) => ({
        types: [told(cluster.CacheNodeType, 'CacheNodeType')],
        count: told(cluster.NumCacheNodes, 'NumCacheNodes'),
        pending: cluster.PendingModifiedValues?.CacheNodeType,
      }),
    },
    zones: {
      fields: 'CacheNodes[].CustomerAvailabilityZone',
      read: (cluster) => {
        const zones = told(cluster.CacheNodes, 'CacheNodes').map((node) =>
          told(node.CustomerAvailabilityZone, 'CacheNodes[].CustomerAvailabilityZone'),
        );
        return { zones: [...new Set(zones)].sort() };
      },
    },
    availability: {
      fields: 'the replication group, or CacheNodes[].CustomerAvailabilityZone',
      reads: ['elasticache:DescribeReplicationGroups'],
      read: (cluster, aws) => {
        const group = groupOf(cluster);
        if (group) return aws.facet(group, 'availability');
        // Nodes of Memcached hold different data, so a zone that is lost takes its part with it.
        return { multiAz: false, detail: `${told(cluster.NumCacheNodes, 'NumCacheNodes')} node(s) without a replica` };
      },
    },
    backups: {
      fields: 'SnapshotRetentionLimit, SnapshotWindow',
      read: (cluster) => {
        told(cluster.CacheClusterStatus, 'CacheClusterStatus');
        // Memcached cannot be backed up, and AWS leaves both out.
        return { retentionInDays: cluster.SnapshotRetentionLimit ?? 0, window: cluster.SnapshotWindow };
      },
    },
    maintenance: {
      fields: 'PreferredMaintenanceWindow, AutoMinorVersionUpgrade',
      read: (cluster) => ({
        window: told(cluster.PreferredMaintenanceWindow, 'PreferredMaintenanceWindow'),
        autoMinorVersionUpgrade: told(cluster.AutoMinorVersionUpgrade, 'AutoMinorVersionUpgrade'),
      }),
    },
    serviceEndpoint: {
      fields: 'ConfigurationEndpoint, CacheNodes[0].Endpoint',
      read: (cluster) => {
        const endpoint = told(
          cluster.ConfigurationEndpoint ?? cluster.CacheNodes?.[0]?.Endpoint,
          'CacheNodes[0].Endpoint',
        );
        return { address: told(endpoint.Address, 'Endpoint.Address'), port: told(endpoint.Port, 'Endpoint.Port') };
      },
    },
    networkPlacement: {
      fields: 'CacheSubnetGroupName, SecurityGroups',
      reads: ['elasticache:DescribeCacheSubnetGroups'],
      read: (cluster, aws) => cachePlacement(cluster, aws),
    },
    logExports: {
      fields: 'LogDeliveryConfigurations[].LogType',
      read: (cluster) => {
        told(cluster.CacheClusterStatus, 'CacheClusterStatus');
        return logTypes(cluster.LogDeliveryConfigurations);
      },
    },
  },
});

function groupOf({ ReplicationGroupId }: CacheCluster): Reference | undefined {
  return ReplicationGroupId ? { type: 'AWS::ElastiCache::ReplicationGroup', id: ReplicationGroupId } : undefined;
}
