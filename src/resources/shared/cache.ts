import type { CacheCluster, LogDeliveryConfiguration } from '@aws-sdk/client-elasticache';
import type { elasticache } from '../../aws/sdk';
import { told } from '../../engine/unjudged';
import type { EngineOffer, NetworkPlacement, Tags } from '../../facets';
import type { LogExports } from '../../facets/data';
import type { AwsOf } from './aws-of';
import { tagMap } from './tags';
import { ascending } from './version-order';

type ElastiCache = AwsOf<typeof elasticache>;

/** Tags of a cache by its ARN. */
export async function cacheTags(arn: string, aws: ElastiCache): Promise<Tags> {
  return tagMap(told((await aws.call('ListTagsForResource', { ResourceName: arn })).TagList, 'TagList'));
}

/** Versions of the engine that ElastiCache offers in the region. */
export async function cacheEngineOffer(name: string, version: string, aws: ElastiCache): Promise<EngineOffer> {
  const versions = await aws.list('DescribeCacheEngineVersions', { Engine: name }, (page) => page.CacheEngineVersions);
  const offered = new Set(versions.map((offer) => told(offer.EngineVersion, 'CacheEngineVersions[].EngineVersion')));
  return { name, version, region: aws.region, offered: [...offered].sort(ascending) };
}

/** Logs that are delivered; ElastiCache leaves the list out where none is. */
export function logTypes(configurations: readonly LogDeliveryConfiguration[] = []): LogExports {
  const active = configurations.filter(({ Status }) => Status !== 'disabling' && Status !== 'error');
  return {
    exported: active.map(({ LogType }) => told(LogType, 'LogDeliveryConfigurations[].LogType')),
    detail: [...new Set(active.map(({ DestinationType }) => DestinationType))].join(', ') || undefined,
  };
}

/** Placement by the subnet group of a cache cluster. */
export async function cachePlacement(cluster: CacheCluster, aws: ElastiCache): Promise<NetworkPlacement> {
  const name = told(cluster.CacheSubnetGroupName, 'CacheSubnetGroupName');
  const { CacheSubnetGroups } = await aws.call('DescribeCacheSubnetGroups', { CacheSubnetGroupName: name });
  const group = told(
    told(CacheSubnetGroups, 'CacheSubnetGroups').find((each) => each.CacheSubnetGroupName === name),
    'CacheSubnetGroups[0]',
  );
  return {
    vpcId: told(group.VpcId, 'CacheSubnetGroups[0].VpcId'),
    subnetIds: told(group.Subnets, 'CacheSubnetGroups[0].Subnets').map((subnet) =>
      told(subnet.SubnetIdentifier, 'Subnets[].SubnetIdentifier'),
    ),
    securityGroupIds: (cluster.SecurityGroups ?? []).map((group) =>
      told(group.SecurityGroupId, 'SecurityGroups[].SecurityGroupId'),
    ),
  };
}
