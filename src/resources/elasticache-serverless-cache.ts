import { elasticache } from '../aws/sdk';
import { defineResource } from '../engine/resource';
import { notApplicable, told } from '../engine/unjudged';
import { resourceName } from './shared/arn';
import { cacheTags } from './shared/cache';
import { kmsReference } from './shared/kms-reference';
import { subnetPlacement, zonesOfSubnets } from './shared/subnet-placement';

export const elasticacheServerlessCache = defineResource({
  type: 'AWS::ElastiCache::ServerlessCache',
  label: 'ElastiCache serverless cache',
  sdk: elasticache,
  reads: ['elasticache:DescribeServerlessCaches'],
  notFound: ['ServerlessCacheNotFoundFault', 'ServerlessCacheNotFound'],
  facts: async (aws, { id }) => {
    const ServerlessCacheName = resourceName(id).toLowerCase();
    const { ServerlessCaches } = await aws.call('DescribeServerlessCaches', { ServerlessCacheName });
    return told(ServerlessCaches, 'ServerlessCaches').find((each) => each.ServerlessCacheName === ServerlessCacheName);
  },
  facets: {
    identity: {
      fields: 'ARN, ServerlessCacheName',
      read: (cache) => ({ arn: told(cache.ARN, 'ARN'), id: told(cache.ServerlessCacheName, 'ServerlessCacheName') }),
    },
    lifecycle: {
      fields: 'Status',
      read: (cache) => {
        const state = told(cache.Status, 'Status').toLowerCase();
        // A serverless cache serves while AWS changes it.
        return { state, available: state === 'available' || state === 'modifying' };
      },
    },
    tags: {
      fields: 'TagList',
      reads: ['elasticache:ListTagsForResource'],
      read: (cache, aws) => cacheTags(told(cache.ARN, 'ARN'), aws),
    },
    encryption: {
      fields: 'KmsKeyId, StorageEncryptionType',
      // A serverless cache is always encrypted; without a key of the account it is one of AWS.
      read: (cache) => {
        told(cache.Status, 'Status');
        const { KmsKeyId: key, StorageEncryptionType: mode } = cache;
        return key
          ? { kind: 'kms', mode: mode ?? 'sse-kms', key: kmsReference(key) }
          : { kind: 'service-owned', mode: mode ?? 'sse-elasticache' };
      },
    },
    transitEncryption: {
      fields: 'Status',
      read: (cache) => {
        told(cache.Status, 'Status');
        return { enforced: true, offered: true, detail: 'a serverless cache takes nothing but TLS' };
      },
    },
    clientAuthentication: {
      fields: 'UserGroupId',
      read: (cache) => {
        told(cache.Status, 'Status');
        return {
          required: Boolean(cache.UserGroupId),
          methods: cache.UserGroupId ? [`user group ${cache.UserGroupId}`] : [],
        };
      },
    },
    engine: {
      fields: 'Engine, FullEngineVersion, MajorEngineVersion',
      read: (cache) => ({
        name: told(cache.Engine, 'Engine'),
        version: told(cache.FullEngineVersion ?? cache.MajorEngineVersion, 'FullEngineVersion'),
        alsoKnownAs: [],
      }),
    },
    networkPlacement: {
      fields: 'SubnetIds, SecurityGroupIds',
      reads: ['ec2:DescribeSubnets'],
      read: (cache, aws) =>
        subnetPlacement(
          { subnetIds: told(cache.SubnetIds, 'SubnetIds'), securityGroupIds: cache.SecurityGroupIds ?? [] },
          aws,
        ),
    },
    zones: {
      fields: 'AvailabilityZone of SubnetIds',
      reads: ['ec2:DescribeSubnets'],
      read: async (cache, aws) => ({ zones: await zonesOfSubnets(told(cache.SubnetIds, 'SubnetIds'), aws) }),
    },
    availability: {
      fields: 'AvailabilityZone of SubnetIds',
      reads: ['ec2:DescribeSubnets'],
      read: async (cache, aws) => {
        const zones = await zonesOfSubnets(told(cache.SubnetIds, 'SubnetIds'), aws);
        return { multiAz: zones.length > 1, detail: `serverless, with subnets in ${zones.join(', ')}` };
      },
    },
    backups: {
      fields: 'SnapshotRetentionLimit, DailySnapshotTime',
      read: (cache) => ({
        retentionInDays: told(cache.SnapshotRetentionLimit, 'SnapshotRetentionLimit'),
        window: cache.DailySnapshotTime,
      }),
    },
    serviceEndpoint: {
      fields: 'Endpoint, ReaderEndpoint',
      read: (cache) => ({
        address: told(cache.Endpoint?.Address, 'Endpoint.Address'),
        port: told(cache.Endpoint?.Port, 'Endpoint.Port'),
        reader: cache.ReaderEndpoint?.Address,
      }),
    },
    scalingBounds: {
      fields: 'CacheUsageLimits.ECPUPerSecond',
      read: (cache) => {
        told(cache.Status, 'Status');
        const limits = cache.CacheUsageLimits?.ECPUPerSecond;
        if (!limits) throw notApplicable(`${cache.ServerlessCacheName} has no limits of its own on ECPUs.`);
        return { minimum: limits.Minimum, maximum: limits.Maximum, unit: 'ECPU per second' };
      },
    },
  },
});
