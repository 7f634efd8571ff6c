import { iam, sts } from '../aws/sdk';
import { defineResource } from '../engine/resource';
import { told } from '../engine/unjudged';
import { regionAndAccount } from './shared/arn';
import type { AwsOf } from './shared/aws-of';
import { policyDocument, policyStatements } from './shared/policy';
import { tagMap } from './shared/tags';

type Iam = AwsOf<typeof iam>;

export const iamManagedPolicy = defineResource({
  type: 'AWS::IAM::ManagedPolicy',
  label: 'IAM managed policy',
  sdk: iam,
  reads: ['iam:GetPolicy', 'iam:ListPolicies'],
  notFound: ['NoSuchEntity', 'NoSuchEntityException'],
  facts: async (aws, { id }) => {
    const arn = id.startsWith('arn:') ? id : await arnOfName(aws, id);
    return arn === undefined ? undefined : told((await aws.call('GetPolicy', { PolicyArn: arn })).Policy, 'Policy');
  },
  config: {
    reads: ['iam:GetPolicyVersion'],
    read: async (policy, aws) => ({ ...policy, PolicyDocument: policyDocument(await defaultDocument(policy, aws)) }),
  },
  facets: {
    identity: {
      fields: 'Policy.{Arn, PolicyName}',
      read: (policy) => {
        const arn = told(policy.Arn, 'Policy.Arn');
        return { arn, id: arn, name: told(policy.PolicyName, 'Policy.PolicyName') };
      },
    },
    lifecycle: { fields: 'Policy', read: () => ({ available: true }) },
    // IAM leaves the list out for a policy without tags, and for those of AWS, which have none.
    tags: { fields: 'Policy.Tags', read: ({ Tags: tags = [] }) => tagMap(tags) },
    description: { fields: 'Policy.Description', read: ({ Description: text }) => ({ ...(text && { text }) }) },
    permissions: {
      fields: 'PolicyVersion.Document of Policy.DefaultVersionId',
      reads: ['iam:GetPolicyVersion'],
      read: async (policy, aws) => {
        const name = told(policy.PolicyName, 'Policy.PolicyName');
        const statements = policyStatements(await defaultDocument(policy, aws));
        return { statements: statements.map((statement) => ({ ...statement, policy: name })) };
      },
    },
    policyDocuments: {
      fields: 'PolicyVersion.Document of Policy.DefaultVersionId',
      reads: ['iam:GetPolicyVersion'],
      read: async (policy, aws) => {
        const arn = told(policy.Arn, 'Policy.Arn');
        const { account } = regionAndAccount(arn);
        // IAM has no region; that of the run is meant.
        const region = aws.through(sts).region;
        return { arn, region, account, statements: policyStatements(await defaultDocument(policy, aws)) };
      },
    },
    policyAttachment: {
      fields: 'PolicyRoles[].RoleName, PolicyUsers[].UserName, PolicyGroups[].GroupName',
      reads: ['iam:ListEntitiesForPolicy'],
      read: async (policy, aws) => {
        const pages = await aws.list(
          'ListEntitiesForPolicy',
          { PolicyArn: told(policy.Arn, 'Policy.Arn') },
          ({ PolicyRoles, PolicyUsers, PolicyGroups }) =>
            PolicyRoles && PolicyUsers && PolicyGroups && [{ PolicyRoles, PolicyUsers, PolicyGroups }],
        );
        return {
          roles: pages.flatMap((page) => page.PolicyRoles.map((role) => told(role.RoleName, 'RoleName'))),
          users: pages.flatMap((page) => page.PolicyUsers.map((user) => told(user.UserName, 'UserName'))),
          groups: pages.flatMap((page) => page.PolicyGroups.map((group) => told(group.GroupName, 'GroupName'))),
        };
      },
    },
  },
});

/** IAM takes a managed policy by its ARN alone, and the ARN holds a path that a name does not tell. */
async function arnOfName(aws: Iam, name: string): Promise<string | undefined> {
  const policies = await aws.list('ListPolicies', { Scope: 'Local' }, (page) => page.Policies);
  return policies.find((policy) => policy.PolicyName === name)?.Arn;
}

async function defaultDocument(policy: { Arn?: string; DefaultVersionId?: string }, aws: Iam): Promise<string> {
  const { PolicyVersion: version } = await aws.call('GetPolicyVersion', {
    PolicyArn: told(policy.Arn, 'Policy.Arn'),
    VersionId: told(policy.DefaultVersionId, 'Policy.DefaultVersionId'),
  });
  return told(version?.Document, 'PolicyVersion.Document');
}
