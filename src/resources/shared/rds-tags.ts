import type { rds } from '../../aws/sdk';
import { told } from '../../engine/unjudged';
import type { Tags } from '../../facets';
import type { AwsOf } from './aws-of';
import { tagMap } from './tags';

/** Tags of what the RDS API keeps (proxies and parameter groups too), by ARN. */
export async function rdsTags(arn: string, aws: AwsOf<typeof rds>): Promise<Tags> {
  return tagMap(told((await aws.call('ListTagsForResource', { ResourceName: arn })).TagList, 'TagList'));
}
