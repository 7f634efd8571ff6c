import type { s3 } from '../../aws/sdk';
import type { Aws } from '../../engine/aws';
import { told } from '../../engine/unjudged';
import type { PublicAccess, PublicAccessBlock } from '../../facets';

/** A bucket's way to S3. */
export type S3 = Aws<Awaited<ReturnType<typeof s3.load>>>;

const everybody = [
  'http://acs.amazonaws.com/groups/global/AllUsers',
  'http://acs.amazonaws.com/groups/global/AuthenticatedUsers',
];

/** The four switches of a bucket itself; all are off where none was configured. */
export async function blockedAccess(aws: S3, Bucket: string): Promise<PublicAccessBlock> {
  const absent = ['NoSuchPublicAccessBlockConfiguration'];
  const answer = await aws.callOrAbsent(absent, 'GetPublicAccessBlock', { Bucket });
  const block = answer && told(answer.PublicAccessBlockConfiguration, 'PublicAccessBlockConfiguration');
  // A switch that S3 leaves out of the configuration is off.
  return {
    BlockPublicAcls: block?.BlockPublicAcls ?? false,
    IgnorePublicAcls: block?.IgnorePublicAcls ?? false,
    BlockPublicPolicy: block?.BlockPublicPolicy ?? false,
    RestrictPublicBuckets: block?.RestrictPublicBuckets ?? false,
  };
}

/**
 * Whether the bucket's policy or its access control list opens it to everybody, after its own public access block.
 * The block of the whole account belongs to another API (S3 Control) and can only make a bucket more private.
 */
export async function bucketExposure(aws: S3, Bucket: string): Promise<PublicAccess> {
  const { RestrictPublicBuckets, IgnorePublicAcls } = await blockedAccess(aws, Bucket);
  const [policyIsPublic, group] = await Promise.all([
    RestrictPublicBuckets ? false : hasPublicPolicy(aws, Bucket),
    IgnorePublicAcls ? undefined : grantedGroup(aws, Bucket),
  ]);
  if (policyIsPublic || group) {
    const open = [
      ...(policyIsPublic ? ['the bucket policy is public'] : []),
      ...(group ? [`the access control list grants access to ${group}`] : []),
    ];
    return { public: true, because: `${open.join(' and ')}; a block of the whole account, if any, is not considered` };
  }
  const policy = RestrictPublicBuckets ? 'RestrictPublicBuckets is on' : 'the bucket policy is not public';
  const list = IgnorePublicAcls ? 'IgnorePublicAcls is on' : 'the access control list grants nothing to everybody';
  return { public: false, because: `${policy} and ${list}` };
}

async function hasPublicPolicy(aws: S3, Bucket: string): Promise<boolean> {
  const answer = await aws.callOrAbsent(['NoSuchBucketPolicy'], 'GetBucketPolicyStatus', { Bucket });
  return answer ? told(answer.PolicyStatus?.IsPublic, 'PolicyStatus.IsPublic') : false;
}

async function grantedGroup(aws: S3, Bucket: string): Promise<string | undefined> {
  const grants = told((await aws.call('GetBucketAcl', { Bucket })).Grants, 'Grants');
  const group = grants.map(({ Grantee }) => Grantee?.URI ?? '').find((uri) => everybody.includes(uri));
  return group?.slice(group.lastIndexOf('/') + 1);
}
