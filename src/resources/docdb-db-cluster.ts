import type { DBCluster, DBInstance } from '@aws-sdk/client-docdb';
import { docdb } from '../aws/sdk';
import { defineResource } from '../engine/resource';
import { notApplicable, told } from '../engine/unjudged';
import type { Backups } from '../facets';
import type { EngineParameters } from '../facets/data';
import type { AwsOf } from './shared/aws-of';
import { clusterAvailability, clusterEndpoint, clusterMembers, zonesOfMembers } from './shared/database-cluster';
import { databaseEngine, databaseEngineFields } from './shared/database-engine';
import { addresses, type DatabaseKind, findDatabases } from './shared/database-lookup';
import { serverlessBounds } from './shared/database-storage';
import { enforcedTls, tlsParameterFields } from './shared/database-tls';
import { setValues } from './shared/engine-parameter';
import { masterPassword } from './shared/master-password';
import { recoveryWindow } from './shared/recovery-window';
import { storageEncryption } from './shared/storage-encryption';
import { subnetGroupPlacement } from './shared/subnet-group-placement';
import { tagMap } from './shared/tags';

type Service = AwsOf<typeof docdb>;

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
    tags: {
      fields: 'TagList',
      reads: ['rds:ListTagsForResource'],
      read: async (cluster, aws) => {
        const ResourceName = told(cluster.DBClusterArn, 'DBClusterArn');
        return tagMap(told((await aws.call('ListTagsForResource', { ResourceName })).TagList, 'TagList'));
      },
    },
    encryption: { fields: 'StorageEncrypted, KmsKeyId', read: (cluster) => storageEncryption(cluster) },
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
    backups: { fields: 'BackupRetentionPeriod, PreferredBackupWindow', read: (cluster) => backups(cluster) },
    pointInTimeRecovery: { fields: 'BackupRetentionPeriod', read: (cluster) => recoveryWindow(backups(cluster)) },
    deletionProtection: {
      fields: 'DeletionProtection',
      read: (cluster) => ({ enabled: told(cluster.DeletionProtection, 'DeletionProtection') }),
    },
    networkPlacement: {
      fields: 'DBSubnetGroup, VpcSecurityGroups',
      reads: ['rds:DescribeDBSubnetGroups'],
      read: (cluster, aws) => subnetGroupPlacement(cluster, aws),
    },
    logExports: {
      fields: 'EnabledCloudwatchLogsExports',
      read: (cluster) => {
        told(cluster.Status, 'Status');
        // AWS leaves the list out where nothing is exported.
        return { exported: cluster.EnabledCloudwatchLogsExports ?? [], detail: 'CloudWatch Logs' };
      },
    },
    maintenance: {
      fields: 'PreferredMaintenanceWindow',
      read: (cluster) => ({ window: told(cluster.PreferredMaintenanceWindow, 'PreferredMaintenanceWindow') }),
    },
    serviceEndpoint: { fields: 'Endpoint, ReaderEndpoint, Port', read: (cluster) => clusterEndpoint(cluster) },
    clusterMembers: { fields: 'DBClusterMembers', read: (cluster) => clusterMembers(cluster) },
    scalingBounds: {
      fields: 'ServerlessV2ScalingConfiguration.{MinCapacity, MaxCapacity}',
      read: (cluster) => {
        const limits = cluster.ServerlessV2ScalingConfiguration;
        if (limits) return serverlessBounds(limits, 'DCU');
        throw notApplicable(`${identifier(cluster)} has no serverless capacity.`);
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

async function membersOf(cluster: DBCluster, aws: Service): Promise<DBInstance[]> {
  const Filters = [{ Name: 'db-cluster-id', Values: [identifier(cluster)] }];
  const instances = await aws.list('DescribeDBInstances', { Filters }, (page) => page.DBInstances);
  return instances.filter((instance) => instance.DBClusterIdentifier === cluster.DBClusterIdentifier);
}

async function clusterParameters(cluster: DBCluster, aws: Service): Promise<EngineParameters> {
  const group = told(cluster.DBClusterParameterGroup, 'DBClusterParameterGroup');
  const read = { DBClusterParameterGroupName: group };
  return { group, values: setValues(await aws.list('DescribeDBClusterParameters', read, (page) => page.Parameters)) };
}
