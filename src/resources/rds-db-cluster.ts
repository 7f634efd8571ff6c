import type { DBCluster, DBInstance } from '@aws-sdk/client-rds';
import { rds } from '../aws/sdk';
import { defineResource } from '../engine/resource';
import { notApplicable, told } from '../engine/unjudged';
import type { Backups } from '../facets';
import type { EngineParameters } from '../facets/data';
import type { AwsOf } from './shared/aws-of';
import {
  clusterAvailability,
  clusterEndpoint,
  clusterMembers,
  clusterPublicAccess,
  zonesOfMembers,
} from './shared/database-cluster';
import { databaseEngine, databaseEngineFields, databaseEngineOffer } from './shared/database-engine';
import { addresses, type DatabaseKind, findDatabases } from './shared/database-lookup';
import { databaseStorage, enhancedMonitoring, performanceInsights, serverlessBounds } from './shared/database-storage';
import { enforcedTls, tlsParameterFields } from './shared/database-tls';
import { setValues } from './shared/engine-parameter';
import { masterPassword } from './shared/master-password';
import { recoveryWindow } from './shared/recovery-window';
import { storageEncryption, storageEncryptionFields } from './shared/storage-encryption';
import { tagMap } from './shared/tags';

const kind: DatabaseKind<DBCluster> = {
  // A custom endpoint (`cluster-custom-`) begins with its own name, so it is looked up as an address.
  host: /^([a-z][a-z0-9-]*)\.cluster-(?:ro-)?[a-z0-9]+\.[a-z0-9-]+\.(?:rds|docdb|neptune)\.amazonaws\.com(?:\.cn)?(?::\d+)?$/,
  resourceId: /^cluster-[A-Z0-9]{20,}$/,
  filters: { identifier: 'db-cluster-id', resourceId: 'db-cluster-resource-id' },
  identifierOf: (cluster) => cluster.DBClusterIdentifier,
  resourceIdOf: (cluster) => cluster.DbClusterResourceId,
  addressesOf: (cluster) =>
    addresses([cluster.Endpoint, cluster.ReaderEndpoint, ...(cluster.CustomEndpoints ?? [])], cluster.Port),
};

export const rdsDbCluster = defineResource({
  type: 'AWS::RDS::DBCluster',
  label: 'RDS DB cluster',
  sdk: rds,
  reads: ['rds:DescribeDBClusters'],
  notFound: ['DBClusterNotFoundFault'],
  factsOf: (aws, targets) =>
    findDatabases(
      targets.map(({ id }) => id),
      kind,
      (filters) =>
        aws.list('DescribeDBClusters', filters.length > 0 ? { Filters: filters } : {}, (page) => page.DBClusters),
    ),
  facets: {
    identity: {
      fields: 'DBClusterArn, DBClusterIdentifier',
      read: (cluster) => ({ arn: told(cluster.DBClusterArn, 'DBClusterArn'), id: identifier(cluster) }),
    },
    lifecycle: {
      fields: 'Status',
      read: (cluster) => {
        const state = told(cluster.Status, 'Status');
        return { state, available: state === 'available' || state === 'backing-up' };
      },
    },
    tags: { fields: 'TagList', read: (cluster) => tagMap(told(cluster.TagList, 'TagList')) },
    encryption: { fields: storageEncryptionFields, read: (cluster) => storageEncryption(cluster) },
    availability: {
      fields: 'DBClusterMembers, MultiAZ, DBInstances[].AvailabilityZone',
      reads: ['rds:DescribeDBInstances'],
      read: async (cluster, aws) => clusterAvailability(cluster, await membersOf(cluster, aws)),
    },
    zones: {
      fields: 'DBInstances[].AvailabilityZone of its members',
      reads: ['rds:DescribeDBInstances'],
      read: async (cluster, aws) => ({ zones: zonesOfMembers(await membersOf(cluster, aws)) }),
    },
    engine: { fields: databaseEngineFields, read: (cluster) => databaseEngine(cluster) },
    engineOffer: {
      fields: 'Engine, EngineVersion, DBEngineVersions[].EngineVersion',
      reads: ['rds:DescribeDBEngineVersions'],
      read: (cluster, aws) => databaseEngineOffer(cluster, aws),
    },
    backups: { fields: 'BackupRetentionPeriod, PreferredBackupWindow', read: (cluster) => backups(cluster) },
    pointInTimeRecovery: { fields: 'BackupRetentionPeriod', read: (cluster) => recoveryWindow(backups(cluster)) },
    deletionProtection: {
      fields: 'DeletionProtection',
      read: (cluster) => ({ enabled: told(cluster.DeletionProtection, 'DeletionProtection') }),
    },
    publicAccess: {
      fields: 'PubliclyAccessible of the cluster and of its members',
      reads: ['rds:DescribeDBInstances'],
      read: async (cluster, aws) => clusterPublicAccess(cluster, await membersOf(cluster, aws)),
    },
    networkPlacement: {
      fields: 'DBSubnetGroup, VpcSecurityGroups',
      reads: ['rds:DescribeDBSubnetGroups'],
      read: async (cluster, aws) => ({
        ...(await aws.facet(
          { type: 'AWS::RDS::DBSubnetGroup', id: told(cluster.DBSubnetGroup, 'DBSubnetGroup') },
          'networkPlacement',
        )),
        securityGroupIds: told(cluster.VpcSecurityGroups, 'VpcSecurityGroups').map((group) =>
          told(group.VpcSecurityGroupId, 'VpcSecurityGroupId'),
        ),
      }),
    },
    instanceClass: {
      fields: 'DBClusterInstanceClass, or DBInstanceClass of the members',
      reads: ['rds:DescribeDBInstances'],
      read: async (cluster, aws) => {
        // Only a Multi-AZ DB cluster has a class of its own.
        if (cluster.DBClusterInstanceClass) return { name: cluster.DBClusterInstanceClass };
        const members = await membersOf(cluster, aws);
        const classes = new Set(members.map((member) => told(member.DBInstanceClass, 'DBInstanceClass')));
        if (classes.size === 1) return { name: [...classes].join() };
        throw notApplicable(
          `The members of ${identifier(cluster)} have ${classes.size === 0 ? 'no class' : `several classes: ${[...classes].join(', ')}`}.`,
          'Ask each DB instance.',
        );
      },
    },
    storage: {
      fields: 'AllocatedStorage, StorageType, Iops',
      read: (cluster) => databaseStorage(cluster, isAurora(cluster)),
    },
    logExports: {
      fields: 'EnabledCloudwatchLogsExports',
      read: (cluster) => {
        told(cluster.Status, 'Status');
        // RDS leaves the list out where nothing is exported.
        return { exported: cluster.EnabledCloudwatchLogsExports ?? [], detail: 'CloudWatch Logs' };
      },
    },
    performanceInsights: {
      fields: 'PerformanceInsightsEnabled of the cluster, or of its members',
      reads: ['rds:DescribeDBInstances'],
      read: async (cluster, aws) => {
        if (cluster.PerformanceInsightsEnabled !== undefined) return performanceInsights(cluster);
        const members = (await membersOf(cluster, aws)).map(performanceInsights);
        return members.find(({ enabled }) => !enabled) ?? told(members[0], 'DBClusterMembers[0]');
      },
    },
    enhancedMonitoring: {
      fields: 'MonitoringInterval of the cluster, or of its members',
      reads: ['rds:DescribeDBInstances'],
      read: async (cluster, aws) => {
        if (cluster.MonitoringInterval !== undefined) return enhancedMonitoring(cluster);
        const members = (await membersOf(cluster, aws)).map(enhancedMonitoring);
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
    serviceEndpoint: { fields: 'Endpoint, ReaderEndpoint, Port', read: (cluster) => clusterEndpoint(cluster) },
    clusterMembers: { fields: 'DBClusterMembers', read: (cluster) => clusterMembers(cluster) },
    scalingBounds: {
      fields: 'ServerlessV2ScalingConfiguration.{MinCapacity, MaxCapacity}',
      read: (cluster) => {
        const limits = cluster.ServerlessV2ScalingConfiguration ?? cluster.ScalingConfigurationInfo;
        if (limits) return serverlessBounds(limits, 'ACU');
        throw notApplicable(`${identifier(cluster)} has no serverless capacity.`);
      },
    },
    iamAuthentication: {
      fields: 'IAMDatabaseAuthenticationEnabled',
      read: (cluster) => {
        const enabled = told(cluster.IAMDatabaseAuthenticationEnabled, 'IAMDatabaseAuthenticationEnabled');
        return { enabled, detail: `IAMDatabaseAuthenticationEnabled is ${enabled}` };
      },
    },
    engineParameters: {
      fields: 'DBClusterParameterGroup, Parameters[].ParameterValue',
      reads: ['rds:DescribeDBClusterParameters'],
      read: (cluster, aws) => clusterParameters(cluster, aws),
    },
    transitEncryption: {
      fields: tlsParameterFields,
      reads: ['rds:DescribeDBClusterParameters'],
      read: async (cluster, aws) => enforcedTls(told(cluster.Engine, 'Engine'), await clusterParameters(cluster, aws)),
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

function identifier(cluster: DBCluster): string {
  return told(cluster.DBClusterIdentifier, 'DBClusterIdentifier');
}

function backups(cluster: DBCluster): Backups {
  return {
    retentionInDays: told(cluster.BackupRetentionPeriod, 'BackupRetentionPeriod'),
    window: cluster.PreferredBackupWindow,
  };
}

/** The cluster's own AvailabilityZones are where instances may be created, not where they are. */
async function membersOf(cluster: DBCluster, aws: AwsOf<typeof rds>): Promise<DBInstance[]> {
  const Filters = [{ Name: 'db-cluster-id', Values: [identifier(cluster)] }];
  const instances = await aws.list('DescribeDBInstances', { Filters }, (page) => page.DBInstances);
  return instances.filter((instance) => instance.DBClusterIdentifier === cluster.DBClusterIdentifier);
}

function isAurora({ Engine }: DBCluster): boolean {
  return told(Engine, 'Engine').startsWith('aurora');
}

async function clusterParameters(cluster: DBCluster, aws: AwsOf<typeof rds>): Promise<EngineParameters> {
  const group = told(cluster.DBClusterParameterGroup, 'DBClusterParameterGroup');
  const read = { DBClusterParameterGroupName: group };
  return { group, values: setValues(await aws.list('DescribeDBClusterParameters', read, (page) => page.Parameters)) };
}
