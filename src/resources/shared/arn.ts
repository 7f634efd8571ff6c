import { parse, validate } from '@aws-sdk/util-arn-parser';

/**
 * The resource part of an ARN, such as `table/orders`; any other text as it is.
 *
 * @example resourcePart('arn:aws:dynamodb:eu-west-1:123456789012:table/orders') // 'table/orders'
 */
export function resourcePart(id: string): string {
  return validate(id) ? parse(id).resource : id;
}

/** Region and account that an ARN names; empty where it names none, as for a bucket or a role. */
export function regionAndAccount(arn: string): { region: string; account: string } {
  const { region, accountId } = parse(arn);
  return { region, account: accountId };
}

/**
 * The name at the end of an ARN such as `...:pg:orders` or `...:cluster/orders`; any other text as it is.
 *
 * @example resourceName('arn:aws:rds:eu-west-1:123456789012:pg:orders') // 'orders'
 */
export function resourceName(id: string): string {
  return resourcePart(id).replace(/^[a-z-]+[:/]/, (kind) => (validate(id) ? '' : kind));
}
