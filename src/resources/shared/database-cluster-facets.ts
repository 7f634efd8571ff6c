import type { Aws } from '../../engine/aws';
import type { FacetReader } from '../../engine/resource';
import { notApplicable, told } from '../../engine/unjudged';
import type { Backups, EngineParameters, FacetName } from '../../facets';
import {
  clusterAvailability,
  clusterEndpoint,
  clusterMembers,
  type DatabaseClusterFields,
  type DatabaseMemberFields,
  zonesOfMembers,
} from './database-cluster';
import { type DatabaseEngineFields, databaseEngine, databaseEngineFields } from './database-engine';
import { serverlessBounds } from './database-storage';
import { type EngineParameter, setValues } from './engine-parameter';
import { recoveryWindow } from './recovery-window';
import { type StorageEncryptionFields, storageEncryption, storageEncryptionFields } from './storage-encryption';
import { type SubnetGroupFields, subnetGroupPlacement } from './subnet-group-placement';

/** Fields of a cluster of RDS, DocumentDB or Neptune, whose APIs are one. */
interface Cluster extends DatabaseClusterFields, DatabaseEngineFields, StorageEncryptionFields, SubnetGroupFields {
  Engine?: string;
  DBClusterArn?: string;
  Status?: string;
  BackupRetentionPeriod?: number;
  PreferredBackupWindow?: string;
  PreferredMaintenanceWindow?: string;
  DeletionProtection?: boolean;
  EnabledCloudwatchLogsExports?: string[];
  DBClusterParameterGroup?: string;
}

/** The lists behind a cluster, read through the package of its service. */
export interface ClusterLists<Package, Member> {
  /** DB instances that a filter leaves. */
  instances(aws: Aws<Package>, filter: { Filters: { Name: string; Values: string[] }[] }): Promise<Member[]>;
  parameters(aws: Aws<Package>, group: { DBClusterParameterGroupName: string }): Promise<EngineParameter[]>;
}

type Facets<Package, Facts, Name extends FacetName> = { [Facet in Name]: FacetReader<Package, Facts, Facet> };

/** What clusters of all three services answer alike. */
type SharedFacet =
  | 'identity'
  | 'lifecycle'
  | 'encryption'
  | 'availability'
  | 'zones'
  | 'engine'
  | 'backups'
  | 'pointInTimeRecovery'
  | 'deletionProtection'
  | 'networkPlacement'
  | 'logExports'
  | 'serviceEndpoint'
  | 'clusterMembers'
  | 'maintenance'
  | 'engineParameters';

/**
 * What clusters of RDS, DocumentDB and Neptune answer alike.
 *
 * @param lists how the package of the service is asked.
 */
export function databaseClusterFacets<Package, Facts extends Cluster>(
  lists: ClusterLists<Package, DatabaseMemberFields>,
): Facets<Package, Facts, SharedFacet> {
  return {
    identity: {
      fields: 'DBClusterArn, DBClusterIdentifier',
      read: (cluster) => ({ arn: told(cluster.DBClusterArn, 'DBClusterArn'), id: clusterIdentifier(cluster) }),
    },
    lifecycle: {
      fields: 'Status',
      read: (cluster) => {
        const state = told(cluster.Status, 'Status');
        return { state, available: state === 'available' || state === 'backing-up' };
      },
    },
    encryption: { fields: storageEncryptionFields, read: storageEncryption },
    availability: {
      fields: 'DBClusterMembers, MultiAZ, DBInstances[].AvailabilityZone',
      reads: ['rds:DescribeDBInstances'],
      read: async (cluster, aws) => clusterAvailability(cluster, await membersOf(lists, cluster, aws)),
    },
    zones: {
      fields: 'DBInstances[].AvailabilityZone of its members',
      reads: ['rds:DescribeDBInstances'],
      read: async (cluster, aws) => ({ zones: zonesOfMembers(await membersOf(lists, cluster, aws)) }),
    },
    engine: { fields: databaseEngineFields, read: databaseEngine },
    backups: { fields: 'BackupRetentionPeriod, PreferredBackupWindow', read: backups },
    pointInTimeRecovery: { fields: 'BackupRetentionPeriod', read: (cluster) => recoveryWindow(backups(cluster)) },
    deletionProtection: {
      fields: 'DeletionProtection',
      read: (cluster) => ({ enabled: told(cluster.DeletionProtection, 'DeletionProtection') }),
    },
    networkPlacement: {
      fields: 'DBSubnetGroup, VpcSecurityGroups',
      reads: ['rds:DescribeDBSubnetGroups'],
      read: subnetGroupPlacement,
    },
    logExports: {
      fields: 'EnabledCloudwatchLogsExports',
      read: (cluster) => {
        told(cluster.Status, 'Status');
        // AWS leaves the list out where nothing is exported.
        return { exported: cluster.EnabledCloudwatchLogsExports ?? [], detail: 'CloudWatch Logs' };
      },
    },
    serviceEndpoint: { fields: 'Endpoint, ReaderEndpoint, Port', read: clusterEndpoint },
    clusterMembers: { fields: 'DBClusterMembers', read: clusterMembers },
    maintenance: {
      fields: 'PreferredMaintenanceWindow',
      read: (cluster) => ({ window: told(cluster.PreferredMaintenanceWindow, 'PreferredMaintenanceWindow') }),
    },
    engineParameters: {
      fields: 'DBClusterParameterGroup, Parameters[].ParameterValue',
      reads: ['rds:DescribeDBClusterParameters'],
      read: (cluster, aws) => clusterParameters(lists, cluster, aws),
    },
  };
}

/** Members of a cluster. The cluster's own AvailabilityZones are where instances may be created, not where they are. */
export async function membersOf<Package, Member extends DatabaseMemberFields>(
  { instances }: ClusterLists<Package, Member>,
  cluster: DatabaseClusterFields,
  aws: Aws<Package>,
): Promise<Member[]> {
  const Filters = [{ Name: 'db-cluster-id', Values: [clusterIdentifier(cluster)] }];
  const members = await instances(aws, { Filters });
  return members.filter((member) => member.DBClusterIdentifier === cluster.DBClusterIdentifier);
}

/** Parameters of the cluster's group. */
export async function clusterParameters<Package, Member>(
  { parameters }: ClusterLists<Package, Member>,
  cluster: { DBClusterParameterGroup?: string },
  aws: Aws<Package>,
): Promise<EngineParameters> {
  const group = told(cluster.DBClusterParameterGroup, 'DBClusterParameterGroup');
  return { group, values: setValues(await parameters(aws, { DBClusterParameterGroupName: group })) };
}

/** Limits of serverless capacity; not applicable to a cluster without it. */
export function serverlessCapacity(
  cluster: DatabaseClusterFields & {
    ServerlessV2ScalingConfiguration?: { MinCapacity?: number; MaxCapacity?: number };
  },
  unit: string,
  limits = cluster.ServerlessV2ScalingConfiguration,
): ReturnType<typeof serverlessBounds> {
  if (limits) return serverlessBounds(limits, unit);
  throw notApplicable(`${clusterIdentifier(cluster)} has no serverless capacity.`);
}

/** Identifier of a cluster. */
export function clusterIdentifier(cluster: DatabaseClusterFields): string {
  return told(cluster.DBClusterIdentifier, 'DBClusterIdentifier');
}

function backups(cluster: Cluster): Backups {
  return {
    retentionInDays: told(cluster.BackupRetentionPeriod, 'BackupRetentionPeriod'),
    window: cluster.PreferredBackupWindow,
  };
}
