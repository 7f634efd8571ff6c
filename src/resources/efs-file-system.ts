import { efs } from '../aws/sdk';
import { defineResource } from '../engine/resource';
import { told } from '../engine/unjudged';
import type { MountTargets } from '../facets/data';
import { resourceName } from './shared/arn';
import type { AwsOf } from './shared/aws-of';
import { kmsReference } from './shared/kms-reference';
import { attachedPolicy } from './shared/policy';
import { tagMap } from './shared/tags';

type Efs = AwsOf<typeof efs>;

export const efsFileSystem = defineResource({
  type: 'AWS::EFS::FileSystem',
  label: 'EFS file system',
  sdk: efs,
  reads: ['elasticfilesystem:DescribeFileSystems'],
  notFound: ['FileSystemNotFound'],
  // Both services spell their ids fs-.
  accepts: ['AWS::FSx::FileSystem'],
  // The API takes one id.
  facts: async (aws, { id }) => {
    const FileSystemId = /fs-[0-9a-f]+/.exec(resourceName(id))?.[0] ?? resourceName(id);
    const { FileSystems } = await aws.call('DescribeFileSystems', { FileSystemId });
    return told(FileSystems, 'FileSystems').find((each) => each.FileSystemId === FileSystemId);
  },
  config: {
    reads: ['elasticfilesystem:DescribeLifecycleConfiguration', 'elasticfilesystem:DescribeMountTargets'],
    read: async (system, aws) => {
      const FileSystemId = told(system.FileSystemId, 'FileSystemId');
      const { LifecyclePolicies } = await aws.call('DescribeLifecycleConfiguration', { FileSystemId });
      const MountTargets = await aws.list('DescribeMountTargets', { FileSystemId }, (page) => page.MountTargets);
      return { ...system, LifecyclePolicies, MountTargets };
    },
  },
  facets: {
    identity: {
      fields: 'FileSystemArn, FileSystemId',
      read: (system) => ({
        arn: told(system.FileSystemArn, 'FileSystemArn'),
        id: told(system.FileSystemId, 'FileSystemId'),
        name: system.Name || undefined,
      }),
    },
    lifecycle: {
      fields: 'LifeCycleState',
      read: (system) => {
        const state = told(system.LifeCycleState, 'LifeCycleState');
        // Files stay reachable while AWS changes the file system.
        return { state, available: state === 'available' || state === 'updating' };
      },
    },
    tags: { fields: 'Tags', read: (system) => tagMap(told(system.Tags, 'Tags')) },
    encryption: {
      fields: 'Encrypted, KmsKeyId',
      read: (system) =>
        told(system.Encrypted, 'Encrypted')
          ? { kind: 'kms', mode: 'KMS', key: kmsReference(told(system.KmsKeyId, 'KmsKeyId')) }
          : { kind: 'none', mode: 'Encrypted false' },
    },
    resourcePolicy: {
      fields: 'Policy',
      reads: ['elasticfilesystem:DescribeFileSystemPolicy'],
      read: async (system, aws) => {
        const FileSystemId = told(system.FileSystemId, 'FileSystemId');
        const answer = await aws.callOrAbsent(['PolicyNotFound'], 'DescribeFileSystemPolicy', { FileSystemId });
        return attachedPolicy(told(system.FileSystemArn, 'FileSystemArn'), answer && told(answer.Policy, 'Policy'));
      },
    },
    fileSystemThroughput: {
      fields: 'ThroughputMode, ProvisionedThroughputInMibps',
      read: (system) => ({
        mode: told(system.ThroughputMode, 'ThroughputMode'),
        ...(system.ProvisionedThroughputInMibps && { mebibytesPerSecond: system.ProvisionedThroughputInMibps }),
      }),
    },
    automaticBackups: {
      fields: 'BackupPolicy.Status',
      reads: ['elasticfilesystem:DescribeBackupPolicy'],
      read: async (system, aws) => {
        const FileSystemId = told(system.FileSystemId, 'FileSystemId');
        const answer = await aws.callOrAbsent(['PolicyNotFound'], 'DescribeBackupPolicy', { FileSystemId });
        const state = answer ? told(answer.BackupPolicy?.Status, 'BackupPolicy.Status') : 'DISABLED';
        return { enabled: state === 'ENABLED' || state === 'ENABLING', state };
      },
    },
    mountTargets: {
      fields: 'MountTargets[].{SubnetId, LifeCycleState, AvailabilityZoneName}',
      reads: ['elasticfilesystem:DescribeMountTargets'],
      read: (system, aws) => mountTargets(told(system.FileSystemId, 'FileSystemId'), aws),
    },
    zones: {
      fields: 'MountTargets[].AvailabilityZoneName',
      reads: ['elasticfilesystem:DescribeMountTargets'],
      read: async (system, aws) => ({
        zones: zonesOf(await mountTargets(told(system.FileSystemId, 'FileSystemId'), aws)),
      }),
    },
    availability: {
      fields: 'AvailabilityZoneName, MountTargets[].AvailabilityZoneName',
      reads: ['elasticfilesystem:DescribeMountTargets'],
      read: async (system, aws) => {
        const id = told(system.FileSystemId, 'FileSystemId');
        // The field is there for file systems in one zone alone.
        const only = system.AvailabilityZoneName;
        if (only) return { multiAz: false, detail: `One Zone storage in ${only}` };
        const zones = zonesOf(await mountTargets(id, aws));
        return { multiAz: zones.length > 1, detail: `mount targets in ${zones.join(', ') || 'no zone'}` };
      },
    },
    networkPlacement: {
      fields: 'MountTargets[].{VpcId, SubnetId}, SecurityGroups',
      reads: ['elasticfilesystem:DescribeMountTargets', 'elasticfilesystem:DescribeMountTargetSecurityGroups'],
      read: async (system, aws) => {
        const FileSystemId = told(system.FileSystemId, 'FileSystemId');
        const targets = await aws.list('DescribeMountTargets', { FileSystemId }, (page) => page.MountTargets);
        const groups = await Promise.all(
          targets.map(({ MountTargetId }) => aws.call('DescribeMountTargetSecurityGroups', { MountTargetId })),
        );
        return {
          vpcId: targets[0]?.VpcId,
          subnetIds: targets.map(({ SubnetId }) => told(SubnetId, 'MountTargets[].SubnetId')),
          securityGroupIds: [
            ...new Set(groups.flatMap(({ SecurityGroups }) => told(SecurityGroups, 'SecurityGroups'))),
          ],
        };
      },
    },
  },
});

async function mountTargets(FileSystemId: string, aws: Efs): Promise<MountTargets> {
  const targets = await aws.list('DescribeMountTargets', { FileSystemId }, (page) => page.MountTargets);
  return {
    targets: targets.map((target) => ({
      subnetId: told(target.SubnetId, 'MountTargets[].SubnetId'),
      state: told(target.LifeCycleState, 'MountTargets[].LifeCycleState'),
      zone: told(target.AvailabilityZoneName, 'MountTargets[].AvailabilityZoneName'),
    })),
  };
}

function zonesOf({ targets }: MountTargets): string[] {
  return [...new Set(targets.map(({ zone }) => zone))].sort();
}
