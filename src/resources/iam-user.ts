import { iam } from '../aws/sdk';
import { defineResource } from '../engine/resource';
import { told } from '../engine/unjudged';
import { resourcePart } from './shared/arn';
import type { AwsOf } from './shared/aws-of';
import {
  identityDocuments,
  identityName,
  inlinePolicies,
  managedPolicyReads,
  permissionsOf,
  userPolicies,
} from './shared/identity-policies';
import { tagMap } from './shared/tags';

export const iamUser = defineResource({
  type: 'AWS::IAM::User',
  label: 'IAM user',
  sdk: iam,
  reads: ['iam:GetUser'],
  notFound: ['NoSuchEntity', 'NoSuchEntityException'],
  facts: async (aws, { id }) =>
    told((await aws.call('GetUser', { UserName: identityName(resourcePart(id), 'user') })).User, 'User'),
  facets: {
    identity: {
      fields: 'User.{Arn, UserName}',
      read: (user) => ({ arn: told(user.Arn, 'User.Arn'), id: nameOf(user) }),
    },
    lifecycle: { fields: 'User', read: () => ({ available: true }) },
    tags: { fields: 'User.Tags', read: ({ Tags: tags = [] }) => tagMap(tags) },
    managedPolicies: {
      fields: 'AttachedPolicies[].{PolicyName, PolicyArn}',
      reads: ['iam:ListAttachedUserPolicies'],
      read: async (user, aws) => ({ attached: await userPolicies(aws, nameOf(user)).attached() }),
    },
    inlinePolicies: {
      fields: 'PolicyNames, PolicyDocument',
      reads: ['iam:ListUserPolicies', 'iam:GetUserPolicy'],
      read: (user, aws) => inlinePolicies(userPolicies(aws, nameOf(user))),
    },
    policyDocuments: {
      fields: 'PolicyNames, PolicyDocument',
      reads: ['iam:ListUserPolicies', 'iam:GetUserPolicy'],
      read: (user, aws) => identityDocuments(aws, told(user.Arn, 'User.Arn'), userPolicies(aws, nameOf(user))),
    },
    permissions: {
      fields: 'documents of all policies of the user, of its groups and of its permissions boundary',
      reads: [
        'iam:ListUserPolicies',
        'iam:GetUserPolicy',
        'iam:ListAttachedUserPolicies',
        ...managedPolicyReads,
        'iam:ListGroupsForUser',
        'iam:GetGroup',
        'iam:ListGroupPolicies',
        'iam:GetGroupPolicy',
        'iam:ListAttachedGroupPolicies',
      ],
      read: async (user, aws) => {
        const [own, groups] = await Promise.all([
          permissionsOf(aws, userPolicies(aws, nameOf(user)), user.PermissionsBoundary?.PermissionsBoundaryArn),
          groupsOf(aws, nameOf(user)),
        ]);
        const shared = await Promise.all(groups.map((id) => aws.facet({ type: 'AWS::IAM::Group', id }, 'permissions')));
        return { ...own, statements: [...own.statements, ...shared.flatMap(({ statements }) => statements)] };
      },
    },
    permissionsBoundary: {
      fields: 'User.PermissionsBoundary.PermissionsBoundaryArn',
      read: ({ PermissionsBoundary: boundary }) => ({
        ...(boundary && {
          arn: told(boundary.PermissionsBoundaryArn, 'User.PermissionsBoundary.PermissionsBoundaryArn'),
        }),
      }),
    },
    membership: {
      fields: 'Groups[].GroupName',
      reads: ['iam:ListGroupsForUser'],
      read: async (user, aws) => ({ groups: await groupsOf(aws, nameOf(user)), users: [] }),
    },
    signIn: {
      fields: 'LoginProfile, MFADevices[].SerialNumber, AccessKeyMetadata[].{AccessKeyId, Status, CreateDate}',
      reads: ['iam:GetLoginProfile', 'iam:ListMFADevices', 'iam:ListAccessKeys'],
      read: async (user, aws) => {
        const UserName = nameOf(user);
        const [login, devices, keys] = await Promise.all([
          aws.callOrAbsent(['NoSuchEntity', 'NoSuchEntityException'], 'GetLoginProfile', { UserName }),
          aws.list('ListMFADevices', { UserName }, (page) => page.MFADevices),
          aws.list('ListAccessKeys', { UserName }, (page) => page.AccessKeyMetadata),
        ]);
        return {
          consoleAccess: login !== undefined,
          mfaDevices: devices.map(({ SerialNumber }) => told(SerialNumber, 'MFADevices[].SerialNumber')),
          accessKeys: keys.map((key) => ({
            id: told(key.AccessKeyId, 'AccessKeyMetadata[].AccessKeyId'),
            status: told(key.Status, 'AccessKeyMetadata[].Status'),
            createdAt: new Date(told(key.CreateDate, 'AccessKeyMetadata[].CreateDate')).toISOString(),
          })),
        };
      },
    },
  },
});

function nameOf(user: { UserName?: string | undefined }): string {
  return told(user.UserName, 'User.UserName');
}

async function groupsOf(aws: AwsOf<typeof iam>, UserName: string): Promise<string[]> {
  const groups = await aws.list('ListGroupsForUser', { UserName }, (page) => page.Groups);
  return groups.map(({ GroupName }) => told(GroupName, 'Groups[].GroupName'));
}
