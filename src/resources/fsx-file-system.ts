import type { FileSystem } from '@aws-sdk/client-fsx';
import { ec2, fsx } from '../aws/sdk';
import { defineResource } from '../engine/resource';
import { notApplicable, told } from '../engine/unjudged';
import { resourceName } from './shared/arn';
import type { AwsOf } from './shared/aws-of';
import { kmsReference } from './shared/kms-reference';
import { zonesOfSubnets } from './shared/subnet-placement';
import { tagMap } from './shared/tags';

export const fsxFileSystem = defineResource({
  type: 'AWS::FSx::FileSystem',
  label: 'FSx file system',
  sdk: fsx,
  reads: ['fsx:DescribeFileSystems'],
  notFound: ['FileSystemNotFound'],
  // Both services spell their ids fs-.
  accepts: ['AWS::EFS::FileSystem'],
  // A list of ids fails as a whole when one is missing, so each is asked for alone.
  facts: async (aws, { id }) => {
    const FileSystemId = /fs-[0-9a-f]+/.exec(resourceName(id))?.[0] ?? resourceName(id);
    const { FileSystems } = await aws.call('DescribeFileSystems', { FileSystemIds: [FileSystemId] });
    return told(FileSystems, 'FileSystems').find((each) => each.FileSystemId === FileSystemId);
  },
  facets: {
    identity: {
      fields: 'ResourceARN, FileSystemId',
      read: (system) => ({
        arn: told(system.ResourceARN, 'ResourceARN'),
        id: told(system.FileSystemId, 'FileSystemId'),
      }),
    },
    lifecycle: {
      fields: 'Lifecycle, FailureDetails.Message',
      read: (system) => {
        const state = told(system.Lifecycle, 'Lifecycle');
        return {
          state,
          available: state === 'AVAILABLE' || state === 'UPDATING',
          reason: system.FailureDetails?.Message,
        };
      },
    },
    // FSx leaves the list out for a file system without tags.
    tags: {
      fields: 'Tags',
      read: (system) => {
        told(system.ResourceARN, 'ResourceARN');
        return tagMap(system.Tags ?? []);
      },
    },
    encryption: {
      fields: 'KmsKeyId',
      // FSx always encrypts; only Lustre's scratch file systems have no key of the account.
      read: (system) => {
        told(system.FileSystemType, 'FileSystemType');
        return system.KmsKeyId
          ? { kind: 'kms', mode: 'KMS', key: kmsReference(system.KmsKeyId) }
          : { kind: 'service-owned', mode: 'key of FSx' };
      },
    },
    engine: {
      fields: 'FileSystemType, FileSystemTypeVersion',
      read: (system) => {
        const name = told(system.FileSystemType, 'FileSystemType');
        const version = system.FileSystemTypeVersion;
        if (!version) throw notApplicable(`FSx tells a version of Lustre alone, and this is ${name}.`);
        return { name, version, alsoKnownAs: [] };
      },
    },
    storage: {
      fields: 'StorageCapacity, StorageType',
      read: (system) => ({
        sizeInGibibytes: told(system.StorageCapacity, 'StorageCapacity'),
        type: told(system.StorageType, 'StorageType'),
      }),
    },
    fileSystemThroughput: {
      fields: 'ThroughputCapacity, PerUnitStorageThroughput',
      read: (system) => ({
        mode: told(system.FileSystemType, 'FileSystemType'),
        mebibytesPerSecond: settings(system)?.ThroughputCapacity,
      }),
    },
    backups: {
      fields: 'AutomaticBackupRetentionDays, DailyAutomaticBackupStartTime',
      read: (system) => {
        const { DeploymentType: deployment } = system.LustreConfiguration ?? {};
        if (deployment?.startsWith('SCRATCH'))
          throw notApplicable(`${system.FileSystemId} is scratch space (${deployment}).`);
        return {
          retentionInDays: told(settings(system)?.AutomaticBackupRetentionDays, 'AutomaticBackupRetentionDays'),
          window: settings(system)?.DailyAutomaticBackupStartTime,
        };
      },
    },
    maintenance: {
      fields: 'WeeklyMaintenanceStartTime',
      read: (system) => ({ window: told(settings(system)?.WeeklyMaintenanceStartTime, 'WeeklyMaintenanceStartTime') }),
    },
    availability: {
      fields: 'DeploymentType',
      read: (system) => {
        const deployment = told(settings(system)?.DeploymentType, 'DeploymentType');
        return { multiAz: deployment.startsWith('MULTI_AZ'), detail: `DeploymentType ${deployment}` };
      },
    },
    zones: {
      fields: 'AvailabilityZone of SubnetIds',
      reads: ['ec2:DescribeSubnets'],
      read: async (system, aws) => ({ zones: await zonesOfSubnets(told(system.SubnetIds, 'SubnetIds'), aws) }),
    },
    networkPlacement: {
      fields: 'VpcId, SubnetIds, NetworkInterfaces[].Groups of NetworkInterfaceIds',
      reads: ['ec2:DescribeNetworkInterfaces'],
      read: async (system, aws) => ({
        vpcId: told(system.VpcId, 'VpcId'),
        subnetIds: told(system.SubnetIds, 'SubnetIds'),
        securityGroupIds: await groupsOf(told(system.NetworkInterfaceIds, 'NetworkInterfaceIds'), aws),
      }),
    },
    serviceEndpoint: { fields: 'DNSName', read: (system) => ({ address: told(system.DNSName, 'DNSName') }) },
  },
});

interface Settings {
  AutomaticBackupRetentionDays?: number;
  DailyAutomaticBackupStartTime?: string;
  DeploymentType?: string;
  ThroughputCapacity?: number;
  WeeklyMaintenanceStartTime?: string;
}

/** Each kind of file system has its settings under a name of its own. */
function settings(system: FileSystem): Settings | undefined {
  const { WindowsConfiguration, LustreConfiguration, OntapConfiguration, OpenZFSConfiguration } = system;
  return WindowsConfiguration ?? LustreConfiguration ?? OntapConfiguration ?? OpenZFSConfiguration;
}

/** Security groups stand on the network interfaces alone. */
async function groupsOf(ids: string[], aws: AwsOf<typeof fsx>): Promise<string[]> {
  const input = { Filters: [{ Name: 'network-interface-id', Values: ids }] };
  const interfaces = await aws.through(ec2).list('DescribeNetworkInterfaces', input, (page) => page.NetworkInterfaces);
  const groups = interfaces.flatMap(({ Groups }) => told(Groups, 'NetworkInterfaces[].Groups'));
  return [...new Set(groups.map(({ GroupId }) => told(GroupId, 'NetworkInterfaces[].Groups[].GroupId')))];
}
