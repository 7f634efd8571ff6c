import type { Instance } from '@aws-sdk/client-ec2';
import { ec2 } from '../aws/sdk';
import { defineResource } from '../engine/resource';
import { notApplicable, told } from '../engine/unjudged';
import type { AwsOf } from './shared/aws-of';
import { ec2Arn } from './shared/ec2-arn';
import { metadataFields, metadataService } from './shared/machine';
import { tagMap } from './shared/tags';
import { volumeEncryption } from './shared/volume-encryption';

interface OwnedInstance extends Instance {
  OwnerId?: string;
}

export const ec2Instance = defineResource({
  type: 'AWS::EC2::Instance',
  label: 'EC2 instance',
  sdk: ec2,
  reads: ['ec2:DescribeInstances'],
  notFound: ['InvalidInstanceID.NotFound'],
  factsOf: async (aws, targets) => {
    const names = targets.map(({ id }) => id.slice(id.lastIndexOf('/') + 1));
    const found = await Promise.all(
      (['instance-id', 'dns-name', 'private-dns-name'] as const).map((filter) => {
        const values = names.filter((name) => filterOf(name) === filter);
        return values.length === 0 ? [] : describe(aws, filter, values);
      }),
    );
    // A terminated instance is listed for about an hour after it is gone.
    const instances = found.flat().filter(({ State }) => State?.Name !== 'terminated');
    return names.map((name) =>
      instances.find(({ InstanceId, PublicDnsName, PrivateDnsName }) =>
        [InstanceId, PublicDnsName, PrivateDnsName].includes(name),
      ),
    );
  },
  facets: {
    identity: {
      fields: 'InstanceId, Reservations[].OwnerId',
      read: (instance, aws) => {
        const id = told(instance.InstanceId, 'InstanceId');
        return { arn: ec2Arn(aws, told(instance.OwnerId, 'Reservations[].OwnerId'), 'instance', id), id };
      },
    },
    lifecycle: {
      fields: 'State.Name, StateReason.Message',
      read: (instance) => {
        const state = told(instance.State?.Name, 'State.Name');
        return { state, available: state === 'running', reason: instance.StateReason?.Message || undefined };
      },
    },
    // EC2 leaves Tags out where there are none.
    tags: { fields: 'Tags', read: (instance) => tagMap(instance.Tags ?? []) },
    zones: {
      fields: 'Placement.AvailabilityZone',
      read: (instance) => ({ zones: [told(instance.Placement?.AvailabilityZone, 'Placement.AvailabilityZone')] }),
    },
    networkPlacement: {
      fields: 'VpcId, SubnetId, SecurityGroups[].GroupId',
      read: (instance) => ({
        vpcId: told(instance.VpcId, 'VpcId'),
        subnetIds: [told(instance.SubnetId, 'SubnetId')],
        securityGroupIds: told(instance.SecurityGroups, 'SecurityGroups').map(({ GroupId }) =>
          told(GroupId, 'SecurityGroups[].GroupId'),
        ),
      }),
    },
    publicAccess: {
      fields: 'PublicIpAddress',
      read: ({ PublicIpAddress }) => ({
        public: Boolean(PublicIpAddress),
        because: PublicIpAddress ? `it has the public address ${PublicIpAddress}` : 'it has no public IPv4 address',
      }),
    },
    ipAddresses: {
      fields: 'PublicIpAddress, PrivateIpAddress, NetworkInterfaces[].PrivateIpAddresses',
      read: (instance) => {
        const more = (instance.NetworkInterfaces ?? []).flatMap(({ PrivateIpAddresses = [] }) => PrivateIpAddresses);
        return {
          public: each(instance.PublicIpAddress, ...more.map(({ Association }) => Association?.PublicIp)),
          private: each(
            told(instance.PrivateIpAddress, 'PrivateIpAddress'),
            ...more.map(({ PrivateIpAddress }) => PrivateIpAddress),
          ),
          allocationIds: [],
        };
      },
    },
    machine: {
      fields: 'InstanceType, ImageId, KeyName, Monitoring.State, EbsOptimized',
      read: (instance) => ({
        instanceTypes: [told(instance.InstanceType, 'InstanceType')],
        imageId: told(instance.ImageId, 'ImageId'),
        ...(instance.KeyName && { keyName: instance.KeyName }),
        detailedMonitoring: ['enabled', 'pending'].includes(told(instance.Monitoring?.State, 'Monitoring.State')),
        ebsOptimized: instance.EbsOptimized === true,
      }),
    },
    instanceProfile: {
      fields: 'IamInstanceProfile.Arn',
      read: ({ IamInstanceProfile }) => ({ profile: IamInstanceProfile?.Arn }),
    },
    metadataService: {
      fields: metadataFields,
      read: (instance) => metadataService(told(instance.MetadataOptions, 'MetadataOptions')),
    },
    processorArchitecture: {
      fields: 'Architecture',
      read: (instance) => ({ architectures: [told(instance.Architecture, 'Architecture')] }),
    },
    encryption: {
      fields: 'Volumes[].Encrypted, Volumes[].KmsKeyId of its EBS volumes',
      reads: ['ec2:DescribeVolumes'],
      read: async (instance, aws) => {
        const Filters = [{ Name: 'attachment.instance-id', Values: [told(instance.InstanceId, 'InstanceId')] }];
        const volumes = await aws.list('DescribeVolumes', { Filters }, (page) => page.Volumes);
        if (volumes.length === 0) throw notApplicable('It has no EBS volume whose encryption could be asked for.');
        return volumeEncryption(volumes);
      },
    },
    deletionProtection: {
      fields: 'DisableApiTermination',
      reads: ['ec2:DescribeInstanceAttribute'],
      read: async (instance, aws) => {
        const InstanceId = told(instance.InstanceId, 'InstanceId');
        const answer = await aws.call('DescribeInstanceAttribute', { InstanceId, Attribute: 'disableApiTermination' });
        return { enabled: told(answer.DisableApiTermination?.Value, 'DisableApiTermination.Value') };
      },
    },
    reportedHealth: {
      fields: 'InstanceStatus.Status, SystemStatus.Status',
      reads: ['ec2:DescribeInstanceStatus'],
      read: async (instance, aws) => {
        const InstanceIds = [told(instance.InstanceId, 'InstanceId')];
        const statuses = await aws.list(
          'DescribeInstanceStatus',
          { InstanceIds, IncludeAllInstances: true },
          (page) => page.InstanceStatuses,
        );
        const status = told(statuses[0], 'InstanceStatuses[0]');
        const own = told(status.InstanceStatus?.Status, 'InstanceStatus.Status');
        const system = told(status.SystemStatus?.Status, 'SystemStatus.Status');
        return { healthy: own === 'ok' && system === 'ok', detail: `instance status ${own}, system status ${system}` };
      },
    },
  },
});

function filterOf(name: string): 'instance-id' | 'dns-name' | 'private-dns-name' {
  if (/^i-[0-9a-z]+$/i.test(name)) return 'instance-id';
  return name.endsWith('.internal') ? 'private-dns-name' : 'dns-name';
}

async function describe(aws: AwsOf<typeof ec2>, filter: string, values: string[]): Promise<OwnedInstance[]> {
  const Filters = [{ Name: filter, Values: [...new Set(values)] }];
  const reservations = await aws.list('DescribeInstances', { Filters }, (page) => page.Reservations);
  return reservations.flatMap(({ Instances, OwnerId }) =>
    told(Instances, 'Reservations[].Instances').map((instance) => ({ ...instance, OwnerId })),
  );
}

function each(...addresses: (string | undefined)[]): string[] {
  return [...new Set(addresses.flatMap((address) => (address ? [address] : [])))];
}
