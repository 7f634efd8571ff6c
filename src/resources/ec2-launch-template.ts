import { ec2 } from '../aws/sdk';
import { defineResource } from '../engine/resource';
import { told } from '../engine/unjudged';
import { ec2Arn } from './shared/ec2-arn';
import { launchTemplateVersion } from './shared/launch-template-version';
import { metadataFields, metadataService, templateMachine, templateMachineFields } from './shared/machine';
import { tagMap } from './shared/tags';

export const ec2LaunchTemplate = defineResource({
  type: 'AWS::EC2::LaunchTemplate',
  label: 'launch template',
  sdk: ec2,
  reads: ['ec2:DescribeLaunchTemplates', 'ec2:DescribeLaunchTemplateVersions'],
  notFound: [
    'InvalidLaunchTemplateId.NotFound',
    'InvalidLaunchTemplateId.NotFoundException',
    'InvalidLaunchTemplateName.NotFoundException',
  ],
  // DescribeLaunchTemplates has no filter for ids, and a list of ids fails as a whole.
  facts: async (aws, { id }) => {
    const name = id.slice(id.lastIndexOf('/') + 1);
    const named = /^lt-[0-9a-z]+$/i.test(name) ? { LaunchTemplateIds: [name] } : { LaunchTemplateNames: [name] };
    const [template] = await aws.list('DescribeLaunchTemplates', named, (page) => page.LaunchTemplates);
    if (!template) return undefined;
    // The latest version is what the stack last wrote; the default one stays the first unless somebody moves it.
    const latest = await launchTemplateVersion(aws, {
      LaunchTemplateId: template.LaunchTemplateId,
      Version: '$Latest',
    });
    return { ...template, LaunchTemplateData: latest.LaunchTemplateData };
  },
  facets: {
    identity: {
      fields: 'LaunchTemplateId, LaunchTemplateName',
      read: async (template, aws) => {
        const id = told(template.LaunchTemplateId, 'LaunchTemplateId');
        return {
          arn: ec2Arn(aws, await aws.account(), 'launch-template', id),
          id,
          name: told(template.LaunchTemplateName, 'LaunchTemplateName'),
        };
      },
    },
    lifecycle: { fields: 'LaunchTemplateId', read: () => ({ available: true }) },
    // EC2 leaves Tags out where there are none.
    tags: { fields: 'Tags', read: (template) => tagMap(template.Tags ?? []) },
    machine: {
      fields: `${templateMachineFields} of the latest version`,
      read: ({ LaunchTemplateData }) => templateMachine(LaunchTemplateData),
    },
    metadataService: {
      fields: `${metadataFields} of the latest version`,
      read: ({ LaunchTemplateData }) => metadataService(LaunchTemplateData.MetadataOptions),
    },
    instanceProfile: {
      fields: 'IamInstanceProfile of the latest version',
      read: ({ LaunchTemplateData: { IamInstanceProfile } }) => ({
        profile: IamInstanceProfile?.Arn ?? IamInstanceProfile?.Name,
      }),
    },
  },
});
