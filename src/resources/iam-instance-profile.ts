import { iam } from '../aws/sdk';
import { defineResource } from '../engine/resource';
import { told } from '../engine/unjudged';
import { resourcePart } from './shared/arn';
import { identityName } from './shared/identity-policies';
import { tagMap } from './shared/tags';

export const iamInstanceProfile = defineResource({
  type: 'AWS::IAM::InstanceProfile',
  label: 'IAM instance profile',
  sdk: iam,
  reads: ['iam:GetInstanceProfile'],
  notFound: ['NoSuchEntity', 'NoSuchEntityException'],
  facts: async (aws, { id }) => {
    const InstanceProfileName = identityName(resourcePart(id), 'instance-profile');
    return told((await aws.call('GetInstanceProfile', { InstanceProfileName })).InstanceProfile, 'InstanceProfile');
  },
  facets: {
    identity: {
      fields: 'InstanceProfile.{Arn, InstanceProfileName}',
      read: (profile) => ({
        arn: told(profile.Arn, 'InstanceProfile.Arn'),
        id: told(profile.InstanceProfileName, 'InstanceProfile.InstanceProfileName'),
      }),
    },
    lifecycle: {
      fields: 'InstanceProfile.Roles',
      // An instance gets no credentials from a profile without a role.
      read: (profile) =>
        told(profile.Roles, 'InstanceProfile.Roles').length > 0
          ? { available: true }
          : { available: false, reason: 'it holds no role' },
    },
    tags: { fields: 'InstanceProfile.Tags', read: ({ Tags: tags = [] }) => tagMap(tags) },
    executionRole: {
      fields: 'InstanceProfile.Roles[0].Arn',
      read: (profile) => {
        const [role] = told(profile.Roles, 'InstanceProfile.Roles');
        return role ? { arn: told(role.Arn, 'InstanceProfile.Roles[].Arn') } : {};
      },
    },
  },
});
