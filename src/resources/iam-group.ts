import { iam } from '../aws/sdk';
import { defineResource } from '../engine/resource';
import { told } from '../engine/unjudged';
import { resourcePart } from './shared/arn';
import {
  groupPolicies,
  identityDocuments,
  identityName,
  inlinePolicies,
  managedPolicyReads,
  permissionsOf,
} from './shared/identity-policies';

export const iamGroup = defineResource({
  type: 'AWS::IAM::Group',
  label: 'IAM group',
  sdk: iam,
  reads: ['iam:GetGroup'],
  notFound: ['NoSuchEntity', 'NoSuchEntityException'],
  facts: async (aws, { id }) =>
    told((await aws.call('GetGroup', { GroupName: identityName(resourcePart(id), 'group') })).Group, 'Group'),
  facets: {
    identity: {
      fields: 'Group.{Arn, GroupName}',
      read: (group) => ({ arn: told(group.Arn, 'Group.Arn'), id: nameOf(group) }),
    },
    // Groups cannot be tagged.
    lifecycle: { fields: 'Group', read: () => ({ available: true }) },
    managedPolicies: {
      fields: 'AttachedPolicies[].{PolicyName, PolicyArn}',
      reads: ['iam:ListAttachedGroupPolicies'],
      read: async (group, aws) => ({ attached: await groupPolicies(aws, nameOf(group)).attached() }),
    },
    inlinePolicies: {
      fields: 'PolicyNames, PolicyDocument',
      reads: ['iam:ListGroupPolicies', 'iam:GetGroupPolicy'],
      read: (group, aws) => inlinePolicies(groupPolicies(aws, nameOf(group))),
    },
    policyDocuments: {
      fields: 'PolicyNames, PolicyDocument',
      reads: ['iam:ListGroupPolicies', 'iam:GetGroupPolicy'],
      read: (group, aws) => identityDocuments(aws, told(group.Arn, 'Group.Arn'), groupPolicies(aws, nameOf(group))),
    },
    permissions: {
      fields: 'PolicyDocument of every inline policy, PolicyVersion.Document of every attached one',
      reads: ['iam:ListGroupPolicies', 'iam:GetGroupPolicy', 'iam:ListAttachedGroupPolicies', ...managedPolicyReads],
      read: (group, aws) => permissionsOf(aws, groupPolicies(aws, nameOf(group))),
    },
    membership: {
      fields: 'Users[].UserName',
      read: async (group, aws) => {
        const users = await aws.list('GetGroup', { GroupName: nameOf(group) }, (page) => page.Users);
        return { groups: [], users: users.map(({ UserName }) => told(UserName, 'Users[].UserName')) };
      },
    },
  },
});

function nameOf(group: { GroupName?: string | undefined }): string {
  return told(group.GroupName, 'Group.GroupName');
}
