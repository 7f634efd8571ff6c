import type { elasticLoadBalancingV2 } from '../../aws/sdk';
import { told } from '../../engine/unjudged';
import type { Tags } from '../../facets';
import type { AwsOf } from './aws-of';
import { tagMap } from './tags';

/** Tags of a load balancer, a listener or a target group. */
export async function balancingTags(aws: AwsOf<typeof elasticLoadBalancingV2>, arn: string): Promise<Tags> {
  const { TagDescriptions } = await aws.call('DescribeTags', { ResourceArns: [arn] });
  const own = told(TagDescriptions, 'TagDescriptions').find(({ ResourceArn }) => ResourceArn === arn);
  return tagMap(told(own?.Tags, 'TagDescriptions[].Tags'));
}
