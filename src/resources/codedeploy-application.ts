import { codedeploy } from '../aws/sdk';
import { defineResource } from '../engine/resource';
import { told } from '../engine/unjudged';
import { resourcePart } from './shared/arn';
import type { AwsOf } from './shared/aws-of';
import { tagMap } from './shared/tags';

export const codedeployApplication = defineResource({
  type: 'AWS::CodeDeploy::Application',
  label: 'CodeDeploy application',
  sdk: codedeploy,
  reads: ['codedeploy:GetApplication'],
  notFound: ['ApplicationDoesNotExistException'],
  facts: async (aws, { id }) => {
    const applicationName = resourcePart(id).replace(/^application:/, '');
    return told((await aws.call('GetApplication', { applicationName })).application, 'application');
  },
  facets: {
    identity: {
      fields: 'application.applicationName, and the account',
      reads: ['sts:GetCallerIdentity'],
      read: async (application, aws) => ({ arn: await arnOf(application, aws), id: nameOf(application) }),
    },
    lifecycle: { fields: 'application', read: () => ({ available: true }) },
    tags: {
      fields: 'Tags',
      reads: ['codedeploy:ListTagsForResource', 'sts:GetCallerIdentity'],
      read: async (application, aws) => {
        const ResourceArn = await arnOf(application, aws);
        return tagMap(await aws.list('ListTagsForResource', { ResourceArn }, (page) => page.Tags));
      },
    },
    deploymentTargets: {
      fields: 'application.computePlatform, deploymentGroups',
      reads: ['codedeploy:ListDeploymentGroups'],
      read: async (application, aws) => ({
        computePlatform: told(application.computePlatform, 'application.computePlatform'),
        groups: await aws.list(
          'ListDeploymentGroups',
          { applicationName: nameOf(application) },
          (page) => page.deploymentGroups,
        ),
      }),
    },
  },
});

interface Named {
  applicationName?: string | undefined;
}

function nameOf({ applicationName }: Named): string {
  return told(applicationName, 'application.applicationName');
}

async function arnOf(application: Named, aws: AwsOf<typeof codedeploy>): Promise<string> {
  return `arn:${aws.partition}:codedeploy:${aws.region}:${await aws.account()}:application:${nameOf(application)}`;
}
