import type { DBInstance } from '@aws-sdk/client-rds';
import { rds } from '../aws/sdk';
import { defineResource } from '../engine/resource';
import { notApplicable, told } from '../engine/unjudged';
import type { Availability, Backups, Reference } from '../facets';
import { databaseEngine, databaseEngineFields, databaseEngineOffer } from './shared/database-engine';
import { databaseIamAuthentication, databaseIamAuthenticationFields } from './shared/database-iam-authentication';
import { addresses, type DatabaseKind, findDatabases } from './shared/database-lookup';
import { databaseStorage, enhancedMonitoring, performanceInsights } from './shared/database-storage';
import { enforcedTls, tlsParameterFields } from './shared/database-tls';
import { masterPassword } from './shared/master-password';
import { recoveryWindow } from './shared/recovery-window';
import { storageEncryption, storageEncryptionFields } from './shared/storage-encryption';
import { tagMap } from './shared/tags';

const kind: DatabaseKind<DBInstance> = {
  host: /^([a-z][a-z0-9-]*)\.[a-z0-9]+\.[a-z0-9-]+\.(?:rds|docdb|neptune)\.amazonaws\.com(?:\.cn)?(?::\d+)?$/,
  resourceId: /^db-[A-Z0-9]{20,}$/,
  filters: { identifier: 'db-instance-id', resourceId: 'dbi-resource-id' },
  identifierOf: (db) => db.DBInstanceIdentifier,
  resourceIdOf: (db) => db.DbiResourceId,
  addressesOf: ({ Endpoint }) => addresses([Endpoint?.Address], Endpoint?.Port),
};

/** States in which the instance serves; the last two are work in the background. */
const usable = ['available', 'backing-up', 'storage-optimization'];

export const rdsDbInstance = defineResource({
  type: 'AWS::RDS::DBInstance',
  label: 'RDS DB instance',
  sdk: rds,
  reads: ['rds:DescribeDBInstances'],
  notFound: ['DBInstanceNotFound', 'DBInstanceNotFoundFault'],
  factsOf: (aws, targets) =>
    findDatabases(
      targets.map(({ id }) => id),
      kind,
      (filters) => aws.list('DescribeDBInstances', filters, (page) => page.DBInstances),
    ),
  facets: {
    identity: {
      fields: 'DBInstanceArn, DBInstanceIdentifier',
      read: (db) => ({
        arn: told(db.DBInstanceArn, 'DBInstanceArn'),
        id: told(db.DBInstanceIdentifier, 'DBInstanceIdentifier'),
      }),
    },
    lifecycle: {
      fields: 'DBInstanceStatus, StatusInfos',
      read: (db) => {
        const state = told(db.DBInstanceStatus, 'DBInstanceStatus');
        const reasons = db.StatusInfos?.filter(({ Normal }) => Normal === false).map(({ Message }) => Message);
        return { state, available: usable.includes(state), reason: reasons?.join('; ') || undefined };
      },
    },
    tags: { fields: 'TagList', read: (db) => tagMap(told(db.TagList, 'TagList')) },
    encryption: {
      fields: storageEncryptionFields,
      reads: ['rds:DescribeDBClusters'],
      read: (db, aws) => {
        const cluster = clusterOf(db);
        return cluster ? aws.facet(cluster, 'encryption') : storageEncryption(db);
      },
    },
    availability: {
      fields: 'MultiAZ, PendingModifiedValues.MultiAZ, or the members of its cluster',
      reads: ['rds:DescribeDBClusters'],
      read: (db, aws) => {
        const cluster = clusterOf(db);
        return cluster ? aws.facet(cluster, 'availability') : standby(db);
      },
    },
    zones: {
      fields: 'AvailabilityZone, MultiAZ, SecondaryAvailabilityZone, or those of its cluster',
      reads: ['rds:DescribeDBClusters'],
      read: (db, aws) => {
        const cluster = clusterOf(db);
        if (cluster) return aws.facet(cluster, 'zones');
        const zone = told(db.AvailabilityZone, 'AvailabilityZone');
        if (!told(db.MultiAZ, 'MultiAZ')) return { zones: [zone] };
        return { zones: [zone, told(db.SecondaryAvailabilityZone, 'SecondaryAvailabilityZone')] };
      },
    },
    engine: { fields: databaseEngineFields, read: (db) => databaseEngine(db) },
    engineOffer: {
      fields: 'Engine, EngineVersion, DBEngineVersions[].EngineVersion',
      reads: ['rds:DescribeDBEngineVersions'],
      read: (db, aws) => databaseEngineOffer(db, aws),
    },
    backups: {
      fields: 'BackupRetentionPeriod, PreferredBackupWindow',
      reads: ['rds:DescribeDBClusters'],
      read: (db, aws) => {
        const cluster = clusterOf(db);
        return cluster ? aws.facet(cluster, 'backups') : backups(db);
      },
    },
    pointInTimeRecovery: {
      fields: 'BackupRetentionPeriod',
      reads: ['rds:DescribeDBClusters'],
      read: (db, aws) => {
        const cluster = clusterOf(db);
        return cluster ? aws.facet(cluster, 'pointInTimeRecovery') : recoveryWindow(backups(db));
      },
    },
    // The flag of the cluster does not keep its instances from being deleted, so the instance answers for itself.
    deletionProtection: {
      fields: 'DeletionProtection',
      read: (db) => ({ enabled: told(db.DeletionProtection, 'DeletionProtection') }),
    },
    publicAccess: {
      fields: 'PubliclyAccessible',
      read: (db) => {
        const reachable = told(db.PubliclyAccessible, 'PubliclyAccessible');
        return { public: reachable, because: `PubliclyAccessible is ${reachable}` };
      },
    },
    networkPlacement: {
      fields: 'DBSubnetGroup, VpcSecurityGroups',
      read: (db) => {
        const group = told(db.DBSubnetGroup, 'DBSubnetGroup');
        return {
          vpcId: told(group.VpcId, 'DBSubnetGroup.VpcId'),
          subnetIds: told(group.Subnets, 'DBSubnetGroup.Subnets').map((subnet) =>
            told(subnet.SubnetIdentifier, 'SubnetIdentifier'),
          ),
          securityGroupIds: told(db.VpcSecurityGroups, 'VpcSecurityGroups').map((member) =>
            told(member.VpcSecurityGroupId, 'VpcSecurityGroupId'),
          ),
        };
      },
    },
    instanceClass: {
      fields: 'DBInstanceClass, PendingModifiedValues.DBInstanceClass',
      read: (db) => ({
        name: told(db.DBInstanceClass, 'DBInstanceClass'),
        pending: db.PendingModifiedValues?.DBInstanceClass,
      }),
    },
    storage: {
      fields: 'AllocatedStorage, StorageType, Iops, MaxAllocatedStorage, PendingModifiedValues',
      read: (db) =>
        databaseStorage(db, clusterOf(db) !== undefined && /^(?:aurora|docdb|neptune)/.test(db.Engine ?? '')),
    },
    logExports: {
      fields: 'EnabledCloudwatchLogsExports',
      reads: ['rds:DescribeDBClusters'],
      read: (db, aws) => {
        const cluster = clusterOf(db);
        if (cluster) return aws.facet(cluster, 'logExports');
        told(db.DBInstanceStatus, 'DBInstanceStatus');
        // RDS leaves the list out where nothing is exported.
        return { exported: db.EnabledCloudwatchLogsExports ?? [], detail: 'CloudWatch Logs' };
      },
    },
    performanceInsights: {
      fields: 'PerformanceInsightsEnabled, PerformanceInsightsRetentionPeriod, PerformanceInsightsKMSKeyId',
      read: (db) => performanceInsights(db),
    },
    enhancedMonitoring: { fields: 'MonitoringInterval, MonitoringRoleArn', read: (db) => enhancedMonitoring(db) },
    maintenance: {
      fields: 'PreferredMaintenanceWindow, AutoMinorVersionUpgrade',
      read: (db) => ({
        window: told(db.PreferredMaintenanceWindow, 'PreferredMaintenanceWindow'),
        autoMinorVersionUpgrade: told(db.AutoMinorVersionUpgrade, 'AutoMinorVersionUpgrade'),
      }),
    },
    serviceEndpoint: {
      fields: 'Endpoint.{Address, Port}',
      read: (db) => {
        const endpoint = told(db.Endpoint, 'Endpoint');
        return { address: told(endpoint.Address, 'Endpoint.Address'), port: told(endpoint.Port, 'Endpoint.Port') };
      },
    },
    iamAuthentication: { fields: databaseIamAuthenticationFields, read: (db) => databaseIamAuthentication(db) },
    engineParameters: {
      fields: 'DBParameterGroups[0].DBParameterGroupName, Parameters[].ParameterValue',
      reads: ['rds:DescribeDBParameterGroups', 'rds:DescribeDBParameters'],
      read: (db, aws) => aws.facet(parameterGroupOf(db), 'engineParameters'),
    },
    transitEncryption: {
      fields: tlsParameterFields,
      reads: ['rds:DescribeDBClusters', 'rds:DescribeDBParameterGroups', 'rds:DescribeDBParameters'],
      read: async (db, aws) => {
        const cluster = clusterOf(db);
        if (cluster) return aws.facet(cluster, 'transitEncryption');
        return enforcedTls(told(db.Engine, 'Engine'), await aws.facet(parameterGroupOf(db), 'engineParameters'));
      },
    },
    masterPassword: {
      fields: 'MasterUserSecret.SecretArn',
      reads: ['rds:DescribeDBClusters'],
      read: (db, aws) => {
        const cluster = clusterOf(db);
        if (cluster) return aws.facet(cluster, 'masterPassword');
        told(db.DBInstanceStatus, 'DBInstanceStatus');
        return masterPassword(db);
      },
    },
  },
});

function clusterOf({ DBClusterIdentifier }: DBInstance): Reference | undefined {
  return DBClusterIdentifier ? { type: 'AWS::RDS::DBCluster', id: DBClusterIdentifier } : undefined;
}

function parameterGroupOf(db: DBInstance): Reference {
  const name = told(db.DBParameterGroups?.[0]?.DBParameterGroupName, 'DBParameterGroups[0].DBParameterGroupName');
  return { type: 'AWS::RDS::DBParameterGroup', id: name };
}

function backups(db: DBInstance): Backups {
  return {
    retentionInDays: told(db.BackupRetentionPeriod, 'BackupRetentionPeriod'),
    window: db.PreferredBackupWindow,
  };
}

function standby(db: DBInstance): Availability {
  if (db.Engine?.startsWith('custom-')) {
    throw notApplicable(`${db.DBInstanceIdentifier} runs ${db.Engine}, and MultiAZ does not apply to RDS Custom.`);
  }
  const multiAz = told(db.MultiAZ, 'MultiAZ');
  const pending = db.PendingModifiedValues?.MultiAZ;
  const primary = db.AvailabilityZone ?? 'a zone that AWS has not told yet';
  const secondary = db.SecondaryAvailabilityZone ?? 'a zone that AWS has not told yet';
  return {
    multiAz,
    detail: multiAz ? `primary in ${primary}, standby in ${secondary}` : `one instance in ${primary}, no standby`,
    pending: pending === undefined ? undefined : `MultiAZ ${pending}`,
  };
}
