import type { DBCluster, DBInstance } from '@aws-sdk/client-neptune';
import { neptune } from '../aws/sdk';
import { defineResource } from '../engine/resource';
import { told } from '../engine/unjudged';
import { type ClusterLists, databaseClusterFacets, serverlessCapacity } from './shared/database-cluster-facets';
import { addresses, type DatabaseKind, findDatabases } from './shared/database-lookup';
import { tagMap } from './shared/tags';

type Package = Awaited<ReturnType<typeof neptune.load>>;

const lists: ClusterLists<Package, DBInstance> = {
  instances: (aws, filter) => aws.list('DescribeDBInstances', filter, (page) => page.DBInstances),
  parameters: (aws, group) => aws.list('DescribeDBClusterParameters', group, (page) => page.Parameters),
};

const kind: DatabaseKind<DBCluster> = {
  host: /^([a-z][a-z0-9-]*)\.cluster-(?:ro-)?[a-z0-9]+\.[a-z0-9-]+\.neptune\.amazonaws\.com(?:\.cn)?(?::\d+)?$/,
  resourceId: /^cluster-[A-Z0-9]{20,}$/,
  filters: { identifier: 'db-cluster-id', resourceId: 'db-cluster-resource-id' },
  identifierOf: (cluster) => cluster.DBClusterIdentifier,
  resourceIdOf: (cluster) => cluster.DbClusterResourceId,
  addressesOf: (cluster) => addresses([cluster.Endpoint, cluster.ReaderEndpoint], cluster.Port),
};

export const neptuneDbCluster = defineResource({
  type: 'AWS::Neptune::DBCluster',
  label: 'Neptune cluster',
  sdk: neptune,
  reads: ['rds:DescribeDBClusters'],
  notFound: ['DBClusterNotFoundFault'],
  // The API is that of RDS and shows the clusters of every engine.
  factsOf: async (aws, targets) => {
    const found = await findDatabases(
      targets.map(({ id }) => id),
      kind,
      (filters) =>
        aws.list('DescribeDBClusters', filters.length > 0 ? { Filters: filters } : {}, (page) => page.DBClusters),
    );
    return found.map((cluster) => (cluster && told(cluster.Engine, 'Engine') === 'neptune' ? cluster : undefined));
  },
  facets: {
    ...databaseClusterFacets<Package, DBCluster>(lists),
    tags: {
      fields: 'TagList',
      reads: ['rds:ListTagsForResource'],
      read: async (cluster, aws) => {
        const ResourceName = told(cluster.DBClusterArn, 'DBClusterArn');
        return tagMap(told((await aws.call('ListTagsForResource', { ResourceName })).TagList, 'TagList'));
      },
    },
    maintenance: {
      fields: 'PreferredMaintenanceWindow',
      read: (cluster) => ({ window: told(cluster.PreferredMaintenanceWindow, 'PreferredMaintenanceWindow') }),
    },
    scalingBounds: {
      fields: 'ServerlessV2ScalingConfiguration.{MinCapacity, MaxCapacity}',
      read: (cluster) => serverlessCapacity(cluster, 'NCU'),
    },
    transitEncryption: {
      fields: 'EngineVersion',
      // Neptune has taken nothing but TLS since engine 1.0.4.0, and the older ones are out of service.
      read: (cluster) => {
        const version = told(cluster.EngineVersion, 'EngineVersion');
        return { enforced: true, offered: true, detail: `Neptune ${version} takes nothing but TLS` };
      },
    },
    iamAuthentication: {
      fields: 'IAMDatabaseAuthenticationEnabled',
      read: (cluster) => {
        const enabled = told(cluster.IAMDatabaseAuthenticationEnabled, 'IAMDatabaseAuthenticationEnabled');
        return { enabled, detail: `IAMDatabaseAuthenticationEnabled is ${enabled}` };
      },
    },
  },
});
