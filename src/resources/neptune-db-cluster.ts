import type { DBCluster, DBInstance } from '@aws-sdk/client-neptune';
import { neptune } from '../aws/sdk';
import { defineResource } from '../engine/resource';
import { told } from '../engine/unjudged';
import { type ClusterLists, databaseClusterFacets, serverlessCapacity } from './shared/database-cluster-facets';
import { clustersBy } from './shared/database-cluster-lookup';
import { databaseIamAuthentication, databaseIamAuthenticationFields } from './shared/database-iam-authentication';
import { tagMap } from './shared/tags';

type Package = Awaited<ReturnType<typeof neptune.load>>;

const lists: ClusterLists<Package, DBInstance> = {
  instances: (aws, filter) => aws.list('DescribeDBInstances', filter, (page) => page.DBInstances),
  parameters: (aws, group) => aws.list('DescribeDBClusterParameters', group, (page) => page.Parameters),
};

export const neptuneDbCluster = defineResource({
  type: 'AWS::Neptune::DBCluster',
  label: 'Neptune cluster',
  sdk: neptune,
  reads: ['rds:DescribeDBClusters'],
  notFound: ['DBClusterNotFoundFault'],
  factsOf: clustersBy<Package, DBCluster>(
    (aws, filters) => aws.list('DescribeDBClusters', filters, (page) => page.DBClusters),
    'neptune',
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
      fields: databaseIamAuthenticationFields,
      read: (cluster) => databaseIamAuthentication(cluster),
    },
  },
});
