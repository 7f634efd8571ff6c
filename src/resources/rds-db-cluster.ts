import type { DBCluster, DBInstance } from '@aws-sdk/client-rds';
import { rds } from '../aws/sdk';
import { defineResource } from '../engine/resource';
import { notApplicable, told } from '../engine/unjudged';
import { clusterPublicAccess } from './shared/database-cluster';
import {
  type ClusterLists,
  clusterIdentifier,
  clusterParameters,
  databaseClusterFacets,
  membersOf,
  serverlessCapacity,
} from './shared/database-cluster-facets';
import { clustersBy } from './shared/database-cluster-lookup';
import { databaseEngineOffer } from './shared/database-engine';
import { databaseIamAuthentication, databaseIamAuthenticationFields } from './shared/database-iam-authentication';
import { databaseStorage, enhancedMonitoring, performanceInsights } from './shared/database-storage';
import { enforcedTls, tlsParameterFields } from './shared/database-tls';
import { masterPassword } from './shared/master-password';
import { tagMap } from './shared/tags';

type Package = Awaited<ReturnType<typeof rds.load>>;

const lists: ClusterLists<Package, DBInstance> = {
  instances: (aws, filter) => aws.list('DescribeDBInstances', filter, (page) => page.DBInstances),
  parameters: (aws, group) => aws.list('DescribeDBClusterParameters', group, (page) => page.Parameters),
};

export const rdsDbCluster = defineResource({
  type: 'AWS::RDS::DBCluster',
  label: 'RDS DB cluster',
  sdk: rds,
  reads: ['rds:DescribeDBClusters'],
  notFound: ['DBClusterNotFoundFault'],
  factsOf: clustersBy<Package, DBCluster>((aws, filters) =>
    aws.list('DescribeDBClusters', filters, (page) => page.DBClusters),
  ),
  facets: {
    ...databaseClusterFacets<Package, DBCluster>(lists),
    tags: { fields: 'TagList', read: (cluster) => tagMap(told(cluster.TagList, 'TagList')) },
    engineOffer: {
      fields: 'Engine, EngineVersion, DBEngineVersions[].EngineVersion',
      reads: ['rds:DescribeDBEngineVersions'],
      read: (cluster, aws) => databaseEngineOffer(cluster, aws),
    },
    publicAccess: {
      fields: 'PubliclyAccessible of the cluster and of its members',
      reads: ['rds:DescribeDBInstances'],
      read: async (cluster, aws) => clusterPublicAccess(cluster, await membersOf(lists, cluster, aws)),
    },
    instanceClass: {
      fields: 'DBClusterInstanceClass, or DBInstanceClass of the members',
      reads: ['rds:DescribeDBInstances'],
      read: async (cluster, aws) => {
        // Only a Multi-AZ DB cluster has a class of its own.
        if (cluster.DBClusterInstanceClass) return { name: cluster.DBClusterInstanceClass };
        const members = await membersOf(lists, cluster, aws);
        const classes = new Set(members.map((member) => told(member.DBInstanceClass, 'DBInstanceClass')));
        if (classes.size === 1) return { name: [...classes].join() };
        throw notApplicable(
          `The members of ${clusterIdentifier(cluster)} have ${classes.size === 0 ? 'no class' : `several classes: ${[...classes].join(', ')}`}.`,
          'Ask each DB instance.',
        );
      },
    },
    storage: {
      fields: 'AllocatedStorage, StorageType, Iops',
      read: (cluster) => databaseStorage(cluster, isAurora(cluster)),
    },
    performanceInsights: {
      fields: 'PerformanceInsightsEnabled of the cluster, or of its members',
      reads: ['rds:DescribeDBInstances'],
      read: async (cluster, aws) => {
        if (cluster.PerformanceInsightsEnabled !== undefined) return performanceInsights(cluster);
        const members = (await membersOf(lists, cluster, aws)).map(performanceInsights);
        return members.find(({ enabled }) => !enabled) ?? told(members[0], 'DBClusterMembers[0]');
      },
    },
    enhancedMonitoring: {
      fields: 'MonitoringInterval of the cluster, or of its members',
      reads: ['rds:DescribeDBInstances'],
      read: async (cluster, aws) => {
        if (cluster.MonitoringInterval !== undefined) return enhancedMonitoring(cluster);
        const members = (await membersOf(lists, cluster, aws)).map(enhancedMonitoring);
        return members.find(({ enabled }) => !enabled) ?? told(members[0], 'DBClusterMembers[0]');
      },
    },
    maintenance: {
      fields: 'PreferredMaintenanceWindow, AutoMinorVersionUpgrade',
      read: (cluster) => ({
        window: told(cluster.PreferredMaintenanceWindow, 'PreferredMaintenanceWindow'),
        // Aurora leaves it to the instances.
        autoMinorVersionUpgrade: isAurora(cluster) ? undefined : cluster.AutoMinorVersionUpgrade,
      }),
    },
    scalingBounds: {
      fields: 'ServerlessV2ScalingConfiguration.{MinCapacity, MaxCapacity}',
      read: (cluster) =>
        serverlessCapacity(
          cluster,
          'ACU',
          cluster.ServerlessV2ScalingConfiguration ?? cluster.ScalingConfigurationInfo,
        ),
    },
    iamAuthentication: {
      fields: databaseIamAuthenticationFields,
      read: (cluster) => databaseIamAuthentication(cluster),
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

function isAurora({ Engine }: DBCluster): boolean {
  return told(Engine, 'Engine').startsWith('aurora');
}
