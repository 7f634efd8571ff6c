import type { NodeGroup, ReplicationGroup } from '@aws-sdk/client-elasticache';
import { elasticache } from '../aws/sdk';
import { defineResource } from '../engine/resource';
import { told } from '../engine/unjudged';
import type { Encryption, Reference } from '../facets';
import { resourceName } from './shared/arn';
import { cacheTags, logTypes } from './shared/cache';
import { cacheTransit } from './shared/cache-transit';
import { kmsReference } from './shared/kms-reference';

export const elasticacheReplicationGroup = defineResource({
  type: 'AWS::ElastiCache::ReplicationGroup',
  label: 'ElastiCache replication group',
  sdk: elasticache,
  reads: ['elasticache:DescribeReplicationGroups'],
  notFound: ['ReplicationGroupNotFoundFault', 'ReplicationGroupNotFound'],
  // The API takes one id and no filter.
  facts: async (aws, { id }) => {
    const ReplicationGroupId = resourceName(id).toLowerCase();
    const { ReplicationGroups } = await aws.call('DescribeReplicationGroups', { ReplicationGroupId });
    return told(ReplicationGroups, 'ReplicationGroups').find((each) => each.ReplicationGroupId === ReplicationGroupId);
  },
  facets: {
    identity: {
      fields: 'ARN, ReplicationGroupId',
      read: (group) => ({ arn: told(group.ARN, 'ARN'), id: told(group.ReplicationGroupId, 'ReplicationGroupId') }),
    },
    lifecycle: {
      fields: 'Status',
      read: (group) => {
        const state = told(group.Status, 'Status');
        return { state, available: state === 'available' || state === 'snapshotting' };
      },
    },
    tags: {
      fields: 'TagList',
      reads: ['elasticache:ListTagsForResource'],
      read: (group, aws) => cacheTags(told(group.ARN, 'ARN'), aws),
    },
    encryption: { fields: 'StorageEncryptionType, AtRestEncryptionEnabled, KmsKeyId', read: encryption },
    transitEncryption: {
      fields: 'TransitEncryptionEnabled, TransitEncryptionMode',
      read: (group) => cacheTransit(group),
    },
    clientAuthentication: {
      fields: 'AuthTokenEnabled, UserGroupIds',
      read: (group) => {
        const token = told(group.AuthTokenEnabled, 'AuthTokenEnabled');
        const methods = [
          ...(token ? ['auth token'] : []),
          ...(group.UserGroupIds ?? []).map((id) => `user group ${id}`),
        ];
        return { required: methods.length > 0, methods };
      },
    },
    engine: {
      fields: 'Engine and EngineVersion of MemberClusters[0]',
      reads: ['elasticache:DescribeCacheClusters'],
      read: (group, aws) => aws.facet(memberOf(group), 'engine'),
    },
    engineOffer: {
      fields: 'Engine and EngineVersion of MemberClusters[0], CacheEngineVersions[].EngineVersion',
      reads: ['elasticache:DescribeCacheClusters', 'elasticache:DescribeCacheEngineVersions'],
      read: (group, aws) => aws.facet(memberOf(group), 'engineOffer'),
    },
    nodes: {
      fields: 'CacheNodeType, MemberClusters',
      read: (group) => ({
        types: [told(group.CacheNodeType, 'CacheNodeType')],
        count: told(group.MemberClusters, 'MemberClusters').length,
      }),
    },
    shards: {
      fields: 'NodeGroups[].NodeGroupMembers',
      read: (group) => {
        const shards = shardsOf(group);
        const replicas = shards.map(({ NodeGroupMembers = [] }) => Math.max(0, NodeGroupMembers.length - 1));
        return { count: shards.length, replicas: Math.min(...replicas) };
      },
    },
    failover: {
      fields: 'AutomaticFailover',
      read: (group) => {
        const state = told(group.AutomaticFailover, 'AutomaticFailover');
        return { automatic: state === 'enabled', state };
      },
    },
    availability: {
      fields: 'MultiAZ, AutomaticFailover, NodeGroups[].NodeGroupMembers[].PreferredAvailabilityZone',
      read: (group) => {
        const [multi, failover] = [told(group.MultiAZ, 'MultiAZ'), told(group.AutomaticFailover, 'AutomaticFailover')];
        const shards = shardsOf(group).map(zonesIn);
        const spread = shards.every((zones) => zones.length > 1);
        const changing = /^(?:enabling|disabling)$/.test(failover) ? `AutomaticFailover is ${failover}` : undefined;
        return {
          multiAz: multi === 'enabled' && failover === 'enabled' && spread,
          detail: `MultiAZ ${multi}, AutomaticFailover ${failover}, nodes in ${zonesOf(group).join(', ') || 'no zone'}`,
          pending: changing,
        };
      },
    },
    zones: {
      fields: 'NodeGroups[].NodeGroupMembers[].PreferredAvailabilityZone',
      read: (group) => ({ zones: zonesOf(group) }),
    },
    backups: {
      fields: 'SnapshotRetentionLimit, SnapshotWindow',
      read: (group) => ({
        retentionInDays: told(group.SnapshotRetentionLimit, 'SnapshotRetentionLimit'),
        window: group.SnapshotWindow,
      }),
    },
    maintenance: {
      fields: 'AutoMinorVersionUpgrade, PreferredMaintenanceWindow of MemberClusters[0]',
      reads: ['elasticache:DescribeCacheClusters'],
      read: (group, aws) => aws.facet(memberOf(group), 'maintenance'),
    },
    serviceEndpoint: {
      fields: 'ConfigurationEndpoint, NodeGroups[0].{PrimaryEndpoint, ReaderEndpoint}',
      read: (group) => {
        const first = told(group.NodeGroups?.[0], 'NodeGroups[0]');
        const endpoint = told(group.ConfigurationEndpoint ?? first.PrimaryEndpoint, 'NodeGroups[0].PrimaryEndpoint');
        return {
          address: told(endpoint.Address, 'Endpoint.Address'),
          port: told(endpoint.Port, 'Endpoint.Port'),
          reader: first.ReaderEndpoint?.Address,
        };
      },
    },
    clusterMembers: {
      fields: 'NodeGroups[].NodeGroupMembers[].{CacheClusterId, CurrentRole}',
      read: (group) => ({
        members: shardsOf(group)
          .flatMap(({ NodeGroupMembers = [] }) => NodeGroupMembers)
          .map((member) => ({
            id: told(member.CacheClusterId, 'NodeGroupMembers[].CacheClusterId'),
            // In cluster mode AWS does not tell the role.
            ...(member.CurrentRole && { writer: member.CurrentRole === 'primary' }),
          })),
      }),
    },
    networkPlacement: {
      fields: 'CacheSubnetGroupName and SecurityGroups of MemberClusters[0]',
      reads: ['elasticache:DescribeCacheClusters', 'elasticache:DescribeCacheSubnetGroups'],
      read: (group, aws) => aws.facet(memberOf(group), 'networkPlacement'),
    },
    logExports: {
      fields: 'LogDeliveryConfigurations[].LogType',
      read: (group) => {
        told(group.Status, 'Status');
        return logTypes(group.LogDeliveryConfigurations);
      },
    },
  },
});

/** The version, the window and the network of a group stand on its members alone. */
function memberOf(group: ReplicationGroup): Reference {
  return { type: 'AWS::ElastiCache::CacheCluster', id: told(group.MemberClusters?.[0], 'MemberClusters[0]') };
}

function shardsOf(group: ReplicationGroup): NodeGroup[] {
  return told(group.NodeGroups, 'NodeGroups');
}

function zonesIn({ NodeGroupMembers = [] }: NodeGroup): string[] {
  const zones = NodeGroupMembers.map(({ PreferredAvailabilityZone: zone }) => zone);
  return [...new Set(zones.filter((zone) => zone !== undefined))];
}

function zonesOf(group: ReplicationGroup): string[] {
  return [...new Set(shardsOf(group).flatMap(zonesIn))].sort();
}

function encryption({ StorageEncryptionType, AtRestEncryptionEnabled, KmsKeyId }: ReplicationGroup): Encryption {
  if (KmsKeyId) return { kind: 'kms', mode: StorageEncryptionType ?? 'sse-kms', key: kmsReference(KmsKeyId) };
  // Data may be encrypted although the flag is false, so the type is asked first.
  const on = told(AtRestEncryptionEnabled, 'AtRestEncryptionEnabled');
  const mode = StorageEncryptionType ?? (on ? 'sse-elasticache' : 'none');
  return { kind: mode === 'none' ? 'none' : 'service-owned', mode };
}
