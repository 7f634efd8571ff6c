/** What every service needs that hands encrypted messages or objects on. */
const handOn = ['kms:Decrypt', 'kms:GenerateDataKey'];

const onKey: Record<string, string[]> = {
  logs: [
    'kms:Encrypt',
    'kms:Decrypt',
    'kms:ReEncryptFrom',
    'kms:ReEncryptTo',
    'kms:GenerateDataKey',
    'kms:DescribeKey',
  ],
  cloudtrail: ['kms:GenerateDataKey', 'kms:DescribeKey'],
  cloudwatch: handOn,
  'delivery.logs': handOn,
  events: handOn,
  s3: handOn,
  sns: handOn,
};

const onBucket: Record<string, string[]> = {
  cloudfront: ['s3:GetObject'],
  cloudtrail: ['s3:PutObject', 's3:GetBucketAcl'],
  config: ['s3:PutObject', 's3:GetBucketAcl'],
  'delivery.logs': ['s3:PutObject'],
  'logging.s3': ['s3:PutObject'],
};

/**
 * The actions that a service needs on a resource to do its usual work, as its documentation says; `undefined` where
 * there is no usual work.
 *
 * @param service name of the service, such as `logs`.
 * @param resourceService service of the resource, such as `kms`.
 */
export function usualActions(service: string, resourceService: string): string[] | undefined {
  switch (resourceService) {
    case 'kms':
      return Object.hasOwn(onKey, service) ? onKey[service] : undefined;
    case 's3':
      return Object.hasOwn(onBucket, service) ? onBucket[service] : undefined;
    case 'sns':
      return ['sns:Publish'];
    case 'sqs':
      return ['sqs:SendMessage'];
    case 'lambda':
      return ['lambda:InvokeFunction'];
    default:
      return undefined;
  }
}
