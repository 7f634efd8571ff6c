import { ec2 } from '../aws/sdk';
import { defineResource } from '../engine/resource';
import { told } from '../engine/unjudged';
import { describeById } from './shared/describe-by-id';
import { ec2Arn } from './shared/ec2-arn';
import { tagMap } from './shared/tags';
import { volumeEncryption } from './shared/volume-encryption';

export const ec2Volume = defineResource({
  type: 'AWS::EC2::Volume',
  label: 'EBS volume',
  sdk: ec2,
  reads: ['ec2:DescribeVolumes'],
  notFound: ['InvalidVolume.NotFound'],
  factsOf: (aws, targets) =>
    describeById(targets, {
      read: (ids) =>
        aws.list('DescribeVolumes', { Filters: [{ Name: 'volume-id', Values: ids }] }, (page) => page.Volumes),
      idOf: ({ VolumeId, State }) => (State === 'deleted' ? undefined : VolumeId),
    }),
  facets: {
    identity: {
      fields: 'VolumeId',
      read: async (volume, aws) => {
        const id = told(volume.VolumeId, 'VolumeId');
        return { arn: ec2Arn(aws, await aws.account(), 'volume', id), id };
      },
    },
    lifecycle: {
      fields: 'State',
      read: (volume) => {
        const state = told(volume.State, 'State');
        // `available` means that no instance uses it; both states are good.
        return { state, available: state === 'available' || state === 'in-use' };
      },
    },
    // EC2 leaves Tags out where there are none.
    tags: { fields: 'Tags', read: (volume) => tagMap(volume.Tags ?? []) },
    encryption: { fields: 'Encrypted, KmsKeyId', read: (volume) => volumeEncryption([volume]) },
    zones: {
      fields: 'AvailabilityZone',
      read: (volume) => ({ zones: [told(volume.AvailabilityZone, 'AvailabilityZone')] }),
    },
    storage: {
      fields: 'Size, VolumeType, Iops',
      read: (volume) => ({
        sizeInGibibytes: told(volume.Size, 'Size'),
        type: told(volume.VolumeType, 'VolumeType'),
        ...(volume.Iops !== undefined && { iops: volume.Iops }),
      }),
    },
    attachments: {
      fields: 'Attachments[].InstanceId, Attachments[].State',
      read: (volume) => ({
        attachments: (volume.Attachments ?? []).map((attachment) => {
          const state = told(attachment.State, 'Attachments[].State');
          return {
            to: told(attachment.InstanceId ?? attachment.AssociatedResource, 'Attachments[].InstanceId'),
            state,
            ready: state === 'attached',
          };
        }),
      }),
    },
  },
});
