import { type iam, sts } from '../../aws/sdk';
import { told } from '../../engine/unjudged';
import type { InlinePolicies, Permissions, PolicyDocuments, PolicyStatement } from '../../facets';
import { regionAndAccount } from './arn';
import type { AwsOf } from './aws-of';
import { policyStatements } from './policy';

type Iam = AwsOf<typeof iam>;

/** A managed policy by name and ARN. */
export interface AttachedPolicy {
  name: string;
  arn: string;
}

/** A policy that is written into an identity, with its document as IAM sends it. */
export interface InlinePolicy {
  name: string;
  document: string;
}

/** How the policies of one identity are read: a role, a user and a group have calls of their own. */
export interface IdentityPolicies {
  inline(): Promise<InlinePolicy[]>;
  attached(): Promise<AttachedPolicy[]>;
}

/** Policies of a role. */
export function rolePolicies(aws: Iam, RoleName: string): IdentityPolicies {
  return {
    attached: async () =>
      (await aws.list('ListAttachedRolePolicies', { RoleName }, (page) => page.AttachedPolicies)).map(attachedPolicy),
    inline: async () =>
      documents(await aws.list('ListRolePolicies', { RoleName }, (page) => page.PolicyNames), (PolicyName) =>
        aws.call('GetRolePolicy', { RoleName, PolicyName }),
      ),
  };
}

/** Policies of a user, without those of its groups. */
export function userPolicies(aws: Iam, UserName: string): IdentityPolicies {
  return {
    attached: async () =>
      (await aws.list('ListAttachedUserPolicies', { UserName }, (page) => page.AttachedPolicies)).map(attachedPolicy),
    inline: async () =>
      documents(await aws.list('ListUserPolicies', { UserName }, (page) => page.PolicyNames), (PolicyName) =>
        aws.call('GetUserPolicy', { UserName, PolicyName }),
      ),
  };
}

/** Policies of a group. */
export function groupPolicies(aws: Iam, GroupName: string): IdentityPolicies {
  return {
    attached: async () =>
      (await aws.list('ListAttachedGroupPolicies', { GroupName }, (page) => page.AttachedPolicies)).map(attachedPolicy),
    inline: async () =>
      documents(await aws.list('ListGroupPolicies', { GroupName }, (page) => page.PolicyNames), (PolicyName) =>
        aws.call('GetGroupPolicy', { GroupName, PolicyName }),
      ),
  };
}

/** IAM actions behind the `permissions` facet of an identity, besides those of its own lists. */
export const managedPolicyReads = ['iam:GetPolicy', 'iam:GetPolicyVersion'] as const;

/**
 * What an identity may do: its inline policies and the attached ones in their default version.
 *
 * @param boundary ARN of the permissions boundary, where there is one.
 */
export async function permissionsOf(aws: Iam, policies: IdentityPolicies, boundary?: string): Promise<Permissions> {
  const [inline, attached, limits] = await Promise.all([
    policies.inline(),
    policies.attached(),
    boundary === undefined ? undefined : managedPermissions(aws, boundary),
  ]);
  const managed = await Promise.all(attached.map(({ arn }) => managedPermissions(aws, arn)));
  return {
    statements: [
      ...inline.flatMap(({ name, document }) =>
        policyStatements(document).map((statement) => ({ ...statement, policy: name })),
      ),
      ...managed.flatMap(({ statements }) => statements),
    ],
    ...(limits && { boundary: limits.statements }),
  };
}

/** Policies that are written into an identity, in statements. */
export async function inlinePolicies(policies: IdentityPolicies): Promise<InlinePolicies> {
  const inline = await policies.inline();
  return { policies: inline.map(({ name, document }) => ({ name, statements: policyStatements(document) })) };
}

/**
 * The documents of an identity: its inline policies, and for a role who may assume it.
 *
 * @param arn ARN of the identity.
 * @param statements the document that is the identity's own, where it has one.
 */
export async function identityDocuments(
  aws: Iam,
  arn: string,
  policies: IdentityPolicies,
  statements?: PolicyStatement[],
): Promise<PolicyDocuments> {
  return {
    arn,
    // IAM has no region; that of the run is meant.
    region: aws.through(sts).region,
    account: regionAndAccount(arn).account,
    ...(statements && { statements }),
    inline: (await inlinePolicies(policies)).policies,
  };
}

function managedPermissions(aws: Iam, arn: string): Promise<Permissions> {
  return aws.facet({ type: 'AWS::IAM::ManagedPolicy', id: arn }, 'permissions');
}

function attachedPolicy(policy: { PolicyName?: string; PolicyArn?: string }): AttachedPolicy {
  return {
    name: told(policy.PolicyName, 'AttachedPolicies[].PolicyName'),
    arn: told(policy.PolicyArn, 'AttachedPolicies[].PolicyArn'),
  };
}

function documents(
  names: string[],
  read: (name: string) => Promise<{ PolicyDocument?: string | undefined }>,
): Promise<InlinePolicy[]> {
  return Promise.all(
    names.map(async (name) => ({ name, document: told((await read(name)).PolicyDocument, 'PolicyDocument') })),
  );
}

/** The last part of an identity's ARN, which holds its path as well: `role/service-role/orders`. */
export function identityName(resource: string, kind: string): string {
  return resource.startsWith(`${kind}/`) ? resource.slice(resource.lastIndexOf('/') + 1) : resource;
}
