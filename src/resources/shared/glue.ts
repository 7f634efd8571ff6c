import type { glue } from '../../aws/sdk';
import { told } from '../../engine/unjudged';
import type { Tags } from '../../facets';
import { resourcePart } from './arn';
import type { AwsOf } from './aws-of';

type Glue = AwsOf<typeof glue>;

/** Name of a database, job or crawler, from its name or ARN. */
export function glueName(id: string, kind: string): string {
  const resource = resourcePart(id);
  return resource === id ? id : resource.replace(`${kind}/`, '');
}

/** ARN of a database, job or crawler, which Glue does not tell. */
export async function glueArn(aws: Glue, kind: string, name: string): Promise<string> {
  return `arn:${aws.partition}:glue:${aws.region}:${await aws.account()}:${kind}/${name}`;
}

/** Tags of a resource of Glue. */
export async function glueTags(aws: Glue, kind: string, name: string): Promise<Tags> {
  return told((await aws.call('GetTags', { ResourceArn: await glueArn(aws, kind, name) })).Tags, 'Tags');
}
