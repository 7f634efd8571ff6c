import { told } from '../../engine/unjudged';
import type { Availability, PublicAccess } from '../../facets';
import type { ClusterMembers, ServiceEndpoint } from '../../facets/data';

/** Fields of a cluster of RDS, DocumentDB or Neptune. */
export interface DatabaseClusterFields {
  DBClusterIdentifier?: string;
  Engine?: string;
  MultiAZ?: boolean;
  Endpoint?: string;
  ReaderEndpoint?: string;
  Port?: number;
  PubliclyAccessible?: boolean;
  DBClusterMembers?: { DBInstanceIdentifier?: string; IsClusterWriter?: boolean }[];
}

/** Fields of a member of such a cluster. */
export interface DatabaseMemberFields {
  DBInstanceIdentifier?: string;
  DBInstanceStatus?: string;
  DBClusterIdentifier?: string;
  AvailabilityZone?: string;
  PubliclyAccessible?: boolean;
}

/** Instances in these states serve nobody, now or soon. */
const unusable = ['creating', 'deleting', 'failed'];

/** Zones in which the members are. */
export function zonesOfMembers(members: readonly DatabaseMemberFields[]): string[] {
  return [...new Set(members.map((member) => member.AvailabilityZone).filter((zone) => zone !== undefined))].sort();
}

/** Whether a cluster outlives the loss of a zone, by the members that serve. */
export function clusterAvailability(
  cluster: DatabaseClusterFields,
  members: readonly DatabaseMemberFields[],
): Availability {
  const roles = told(cluster.DBClusterMembers, 'DBClusterMembers');
  const [waiting, serving] = [
    members.filter((member) => unusable.includes(member.DBInstanceStatus ?? '')),
    members.filter((member) => !unusable.includes(member.DBInstanceStatus ?? '')),
  ];
  const writers = serving.filter((member) =>
    roles.some((role) => role.DBInstanceIdentifier === member.DBInstanceIdentifier && role.IsClusterWriter),
  ).length;
  const readers = serving.length - writers;
  const zones = zonesOfMembers(serving);
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

/** Whether the cluster or one of its members can be reached from the internet. */
export function clusterPublicAccess(
  cluster: DatabaseClusterFields,
  members: readonly DatabaseMemberFields[],
): PublicAccess {
  const open = members.filter((member) => told(member.PubliclyAccessible, 'PubliclyAccessible'));
  const names = [
    // Only Multi-AZ DB clusters have a flag of their own; Aurora leaves it to the instances.
    ...(cluster.PubliclyAccessible ? [told(cluster.DBClusterIdentifier, 'DBClusterIdentifier')] : []),
    ...open.map((member) => told(member.DBInstanceIdentifier, 'DBInstanceIdentifier')),
  ];
  return names.length > 0
    ? { public: true, because: `PubliclyAccessible is true on ${names.join(', ')}` }
    : { public: false, because: 'PubliclyAccessible is true neither on the cluster nor on a member' };
}

/** Members with their roles. */
export function clusterMembers(cluster: DatabaseClusterFields): ClusterMembers {
  return {
    members: told(cluster.DBClusterMembers, 'DBClusterMembers').map((member) => ({
      id: told(member.DBInstanceIdentifier, 'DBClusterMembers[].DBInstanceIdentifier'),
      writer: told(member.IsClusterWriter, 'DBClusterMembers[].IsClusterWriter'),
    })),
  };
}

/** Where writers and readers connect. */
export function clusterEndpoint(cluster: DatabaseClusterFields): ServiceEndpoint {
  return { address: cluster.Endpoint, port: told(cluster.Port, 'Port'), reader: cluster.ReaderEndpoint };
}

function many(count: number, noun: string): string {
  return `${['no', 'one'][count] ?? count} ${noun}${count > 1 ? 's' : ''}`;
}
