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
import { clustersBy } from './shared/database-cluster-lookup';
import { enforcedTls, tlsParameterFields } from './shared/database-tls';
import { masterPassword } from './shared/master-password';
import { tagMap } from './shared/tags';

type Package = Awaited<ReturnType<typeof docdb.load>>;

const lists: ClusterLists<Package, DBInstance> = {
  instances: (aws, filter) => aws.list('DescribeDBInstances', filter, (page) => page.DBInstances),
  parameters: (aws, group) => aws.list('DescribeDBClusterParameters', group, (page) => page.Parameters),
};

export const docdbDbCluster = defineResource({
  type: 'AWS::DocDB::DBCluster',
  label: 'DocumentDB cluster',
  sdk: docdb,
  reads: ['rds:DescribeDBClusters'],
  notFound: ['DBClusterNotFoundFault'],
  factsOf: clustersBy<Package, DBCluster>(
    (aws, filters) => aws.list('DescribeDBClusters', filters, (page) => page.DBClusters),
    'docdb',
  ),
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
