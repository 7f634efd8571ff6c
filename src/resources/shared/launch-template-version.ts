import type { LaunchTemplateVersion, ResponseLaunchTemplateData } from '@aws-sdk/client-ec2';
import type { ec2 } from '../../aws/sdk';
import { told } from '../../engine/unjudged';
import type { AwsOf } from './aws-of';

/** What names a version of a launch template. */
export interface LaunchTemplateName {
  LaunchTemplateId?: string;
  LaunchTemplateName?: string;
  /** A number, `$Latest` or `$Default`. */
  Version?: string;
}

/** One version of a launch template. */
export async function launchTemplateVersion(
  aws: AwsOf<typeof ec2>,
  { LaunchTemplateId, LaunchTemplateName, Version = '$Default' }: LaunchTemplateName,
): Promise<LaunchTemplateVersion & { LaunchTemplateData: ResponseLaunchTemplateData }> {
  // The API refuses an id and a name together.
  const named = LaunchTemplateId ? { LaunchTemplateId } : { LaunchTemplateName };
  const answer = await aws.call('DescribeLaunchTemplateVersions', { ...named, Versions: [Version] });
  const version = told(told(answer.LaunchTemplateVersions, 'LaunchTemplateVersions')[0], 'LaunchTemplateVersions[0]');
  return { ...version, LaunchTemplateData: told(version.LaunchTemplateData, 'LaunchTemplateData') };
}
