import type { DBCluster, DBInstance } from '@aws-sdk/client-rds';
import { rds } from '../aws/sdk';
import { defineResource } from '../engine/resource';
import { told } from '../engine/unjudged';
import type { Availability, Backups } from '../facets';
import type { AwsOf } from './shared/aws-of';
import { databaseEngine, databaseEngineFields, databaseEngineOffer } from './shared/database-engine';
import { addresses, type DatabaseKind, findDatabases } from './shared/database-lookup';
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

/** Instances in these states serve nobody, now or soon. */
const unusable = ['creating', 'deleting', 'failed'];

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
      read: async (cluster, aws) => survival(cluster, await membersOf(cluster, aws)),
    },
    zones: {
      fields: 'DBInstances[].AvailabilityZone of its members',
      reads: ['rds:DescribeDBInstances'],
      read: async (cluster, aws) => ({ zones: zonesOf(await membersOf(cluster, aws)) }),
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
      read: async (cluster, aws) => {
        const open = (await membersOf(cluster, aws)).filter((member) =>
          told(member.PubliclyAccessible, 'PubliclyAccessible'),
        );
        const names = [
          // Only Multi-AZ DB clusters have a flag of their own; Aurora leaves it to the instances.
          ...(cluster.PubliclyAccessible ? [identifier(cluster)] : []),
          ...open.map((member) => told(member.DBInstanceIdentifier, 'DBInstanceIdentifier')),
        ];
        return names.length > 0
          ? { public: true, because: `PubliclyAccessible is true on ${names.join(', ')}` }
          : { public: false, because: 'PubliclyAccessible is true neither on the cluster nor on a member' };
      },
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

function zonesOf(members: DBInstance[]): string[] {
  return [...new Set(members.map((member) => member.AvailabilityZone).filter((zone) => zone !== undefined))].sort();
}

function survival(cluster: DBCluster, members: DBInstance[]): Availability {
  const roles = told(cluster.DBClusterMembers, 'DBClusterMembers');
  const [waiting, serving] = [
    members.filter((member) => unusable.includes(member.DBInstanceStatus ?? '')),
    members.filter((member) => !unusable.includes(member.DBInstanceStatus ?? '')),
  ];
  const writers = serving.filter((member) =>
    roles.some((role) => role.DBInstanceIdentifier === member.DBInstanceIdentifier && role.IsClusterWriter),
  ).length;
  const readers = serving.length - writers;
  const zones = zonesOf(serving);
  // Aurora's flag follows its members; for the other engines it is the setting itself.
  const switchedOn = cluster.Engine?.startsWith('aurora') || told(cluster.MultiAZ, 'MultiAZ');
  const count = serving.length === 0 ? 'no DB instance' : `${many(writers, 'writer')} and ${many(readers, 'reader')}`;
  return {
    multiAz: switchedOn && readers > 0 && zones.length > 1,
    detail: [count, zones.length > 0 && ` in ${zones.join(', ')}`, !switchedOn && ', MultiAZ false']
      .filter(Boolean)
      .join(''),
    pending:
      waiting.map((member) => `${member.DBInstanceIdentifier} is ${member.DBInstanceStatus}`).join(', ') || undefined,
  };
}

function many(count: number, noun: string): string {
  return `${['no', 'one'][count] ?? count} ${noun}${count > 1 ? 's' : ''}`;
}
