/**
 * ARN of an EC2 resource: the API names most of them by their ids alone.
 *
 * @param kind as ARNs spell it, such as `natgateway`.
 */
export function ec2Arn(
  { partition, region }: { readonly partition: string; readonly region: string },
  owner: string,
  kind: string,
  id: string,
): string {
  return `arn:${partition}:ec2:${region}:${owner}:${kind}/${id}`;
}
