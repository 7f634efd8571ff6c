import { iam } from '../aws/sdk';
import { defineResource } from '../engine/resource';
import { told } from '../engine/unjudged';
import { resourcePart } from './shared/arn';
import {
  identityDocuments,
  identityName,
  inlinePolicies,
  managedPolicyReads,
  permissionsOf,
  rolePolicies,
} from './shared/identity-policies';
import { policyDocument, policyStatements } from './shared/policy';
import { tagMap } from './shared/tags';

export const iamRole = defineResource({
  type: 'AWS::IAM::Role',
  label: 'IAM role',
  sdk: iam,
  reads: ['iam:GetRole'],
  notFound: ['NoSuchEntity', 'NoSuchEntityException'],
  facts: async (aws, { id }) =>
    told((await aws.call('GetRole', { RoleName: identityName(resourcePart(id), 'role') })).Role, 'Role'),
  config: {
    reads: ['iam:ListAttachedRolePolicies', 'iam:ListRolePolicies', 'iam:GetRolePolicy'],
    read: async (role, aws) => {
      const policies = rolePolicies(aws, told(role.RoleName, 'Role.RoleName'));
      const [attached, inline] = await Promise.all([policies.attached(), policies.inline()]);
      return {
        ...role,
        AssumeRolePolicyDocument: policyDocument(told(role.AssumeRolePolicyDocument, 'Role.AssumeRolePolicyDocument')),
        ManagedPolicyArns: attached.map(({ arn }) => arn),
        Policies: inline.map(({ name, document }) => ({
          PolicyName: name,
          PolicyDocument: policyDocument(document),
        })),
      };
    },
  },
  facets: {
    identity: {
      fields: 'Role.{Arn, RoleName}',
      read: (role) => ({ arn: told(role.Arn, 'Role.Arn'), id: told(role.RoleName, 'Role.RoleName') }),
    },
    lifecycle: { fields: 'Role', read: () => ({ available: true }) },
    // GetRole tells all tags; IAM leaves the list out for a role without any.
    tags: { fields: 'Role.Tags', read: ({ Tags: tags = [] }) => tagMap(tags) },
    trustPolicy: {
      fields: 'Role.AssumeRolePolicyDocument',
      read: (role) => ({
        statements: policyStatements(told(role.AssumeRolePolicyDocument, 'Role.AssumeRolePolicyDocument')),
      }),
    },
    managedPolicies: {
      fields: 'AttachedPolicies[].{PolicyName, PolicyArn}',
      reads: ['iam:ListAttachedRolePolicies'],
      read: async (role, aws) => ({
        attached: await rolePolicies(aws, told(role.RoleName, 'Role.RoleName')).attached(),
      }),
    },
    inlinePolicies: {
      fields: 'PolicyNames, PolicyDocument',
      reads: ['iam:ListRolePolicies', 'iam:GetRolePolicy'],
      read: (role, aws) => inlinePolicies(rolePolicies(aws, told(role.RoleName, 'Role.RoleName'))),
    },
    policyDocuments: {
      fields: 'Role.AssumeRolePolicyDocument, PolicyNames, PolicyDocument',
      reads: ['iam:ListRolePolicies', 'iam:GetRolePolicy'],
      read: (role, aws) =>
        identityDocuments(
          aws,
          told(role.Arn, 'Role.Arn'),
          rolePolicies(aws, told(role.RoleName, 'Role.RoleName')),
          policyStatements(told(role.AssumeRolePolicyDocument, 'Role.AssumeRolePolicyDocument')),
        ),
    },
    permissions: {
      fields: 'PolicyDocument of every inline policy, PolicyVersion.Document of every attached one and of the boundary',
      reads: ['iam:ListRolePolicies', 'iam:GetRolePolicy', 'iam:ListAttachedRolePolicies', ...managedPolicyReads],
      read: (role, aws) =>
        permissionsOf(
          aws,
          rolePolicies(aws, told(role.RoleName, 'Role.RoleName')),
          role.PermissionsBoundary?.PermissionsBoundaryArn,
        ),
    },
    permissionsBoundary: {
      fields: 'Role.PermissionsBoundary.PermissionsBoundaryArn',
      // IAM leaves the field out for a role without a boundary.
      read: ({ PermissionsBoundary: boundary }) => ({
        ...(boundary && {
          arn: told(boundary.PermissionsBoundaryArn, 'Role.PermissionsBoundary.PermissionsBoundaryArn'),
        }),
      }),
    },
    roleSession: {
      fields: 'Role.MaxSessionDuration',
      read: (role) => ({ maxDurationInSeconds: told(role.MaxSessionDuration, 'Role.MaxSessionDuration') }),
    },
    description: {
      fields: 'Role.Description',
      read: ({ Description: text }) => ({ ...(text && { text }) }),
    },
  },
});
