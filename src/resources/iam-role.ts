import { iam } from '../aws/sdk';
import type { Aws } from '../engine/aws';
import { defineResource } from '../engine/resource';
import { told } from '../engine/unjudged';
import { resourcePart } from './shared/arn';
import { policyDocument, policyStatements } from './shared/policy';
import { tagMap } from './shared/tags';

type Iam = Aws<Awaited<ReturnType<typeof iam.load>>>;

export const iamRole = defineResource({
  type: 'AWS::IAM::Role',
  label: 'IAM role',
  sdk: iam,
  reads: ['iam:GetRole'],
  notFound: ['NoSuchEntity', 'NoSuchEntityException'],
  facts: async (aws, { id }) => told((await aws.call('GetRole', { RoleName: roleName(id) })).Role, 'Role'),
  config: {
    reads: ['iam:ListAttachedRolePolicies', 'iam:ListRolePolicies', 'iam:GetRolePolicy'],
    read: async (role, aws) => {
      const name = told(role.RoleName, 'Role.RoleName');
      const [attached, Policies] = await Promise.all([attachedPolicies(aws, name), inlinePolicies(aws, name)]);
      return {
        ...role,
        AssumeRolePolicyDocument: policyDocument(told(role.AssumeRolePolicyDocument, 'Role.AssumeRolePolicyDocument')),
        ManagedPolicyArns: attached.map(({ arn }) => arn),
        Policies,
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
      read: async (role, aws) => ({ attached: await attachedPolicies(aws, told(role.RoleName, 'Role.RoleName')) }),
    },
  },
});

/** A role's ARN holds its path as well: `role/service-role/orders`. */
function roleName(id: string): string {
  const resource = resourcePart(id);
  return resource.startsWith('role/') ? resource.slice(resource.lastIndexOf('/') + 1) : resource;
}

async function attachedPolicies(aws: Iam, RoleName: string): Promise<{ name: string; arn: string }[]> {
  const policies = await aws.list('ListAttachedRolePolicies', { RoleName }, (page) => page.AttachedPolicies);
  return policies.map((policy) => ({
    name: told(policy.PolicyName, 'AttachedPolicies[].PolicyName'),
    arn: told(policy.PolicyArn, 'AttachedPolicies[].PolicyArn'),
  }));
}

async function inlinePolicies(aws: Iam, RoleName: string): Promise<{ PolicyName: string; PolicyDocument: unknown }[]> {
  const names = await aws.list('ListRolePolicies', { RoleName }, (page) => page.PolicyNames);
  return Promise.all(
    names.map(async (PolicyName) => {
      const { PolicyDocument } = await aws.call('GetRolePolicy', { RoleName, PolicyName });
      return { PolicyName, PolicyDocument: policyDocument(told(PolicyDocument, 'PolicyDocument')) };
    }),
  );
}
