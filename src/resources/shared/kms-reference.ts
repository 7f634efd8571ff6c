import { validate } from '@aws-sdk/util-arn-parser';
import type { Reference } from '../../facets';
import { regionAndAccount } from './arn';

/**
 * The KMS key that a resource names by id, ARN or alias. An ARN tells the region to ask in.
 *
 * @example kmsReference('alias/aws/s3')
 */
export function kmsReference(key: string): Reference {
  return { type: 'AWS::KMS::Key', id: key, ...(validate(key) && { region: regionAndAccount(key).region }) };
}
