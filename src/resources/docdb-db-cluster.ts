import type { DBCluster, DBInstance } from '@aws-sdk/client-docdb';
import { docdb } from '../aws/sdk';
import { defineResource } from '../engine/resource';
import { told } from '../engine/unjudged';
import {
  type ClusterLists,
  clusterParameters,
  databaseClusterFacets,
  serverlessCapacity,
} from './shared/database-cluster-facets';
import { addresses, type DatabaseKind, findDatabases } from './shared/database-lookup';
import { enforcedTls, tlsParameterFields } from './shared/database-tls';
import { masterPassword } from './shared/master-password';
import { tagMap } from './shared/tags';

type Package = Awaited<ReturnType<typeof docdb.load>>;

const lists: ClusterLists<Package, DBInstance> = {
  instances: (aws, filter) => aws.list('DescribeDBInstances', filter, (page) => page.DBInstances),
  parameters: (aws, group) => aws.list('DescribeDBClusterParameters', group, (page) => page.Parameters),
};

const kind: DatabaseKind<DBCluster> = {
  host: /^([a-z][a-z0-9-]*)\.cluster-(?:ro-)?[a-z0-9]+\.[a-z0-9-]+\.docdb\.amazonaws\.com(?:\.cn)?(?::\d+)?$/,
  resourceId: /^cluster-[A-Z0-9]{20,}$/,
  filters: { identifier: 'db-cluster-id', resourceId: 'db-cluster-resource-id' },
  identifierOf: (cluster) => cluster.DBClusterIdentifier,
  resourceIdOf: (cluster) => cluster.DbClusterResourceId,
  addressesOf: (cluster) => addresses([cluster.Endpoint, cluster.ReaderEndpoint], cluster.Port),
};

export const docdbDbCluster = defineResource({
  type: 'AWS::DocDB::DBCluster',
  label: 'DocumentDB cluster',
  sdk: docdb,
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
    return found.map((cluster) => (cluster && told(cluster.Engine, 'Engine') === 'docdb' ? cluster : undefined));
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
      read: (cluster) => serverlessCapacity(cluster, 'DCU'),
    },
    transitEncryption: {
      fields: tlsParameterFields,
      reads: ['rds:DescribeDBClusterParameters'],
      read: async (cluster, aws) =>
        enforcedTls(told(cluster.Engine, 'Engine'), await clusterParameters(lists, cluster, aws)),
    },
    masterPassword: {
      fields: 'MasterUserSecret.SecretArn',
      read: (cluster) => {
        told(cluster.Status, 'Status');
        return masterPassword(cluster);
      },
    },
  },
});
