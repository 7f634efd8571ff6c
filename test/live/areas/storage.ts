// biome-ignore-all lint/suspicious/noTemplateCurlyInString: sub() takes placeholders as CloudFormation spells them
import { ref, sub } from '../../../deploy';
import { type Area, rowsOf } from '../area';
import { allowService, denyInsecureTransport, policy, tags } from '../declarations';

const objects = [ref('Bucket.Arn'), sub('${Bucket.Arn}/*')];
const switches = (on: boolean) => ({
  BlockPublicAcls: on,
  BlockPublicPolicy: on,
  IgnorePublicAcls: on,
  RestrictPublicBuckets: on,
});
const encryptedWith = (rule: object) => ({
  ServerSideEncryptionConfiguration: [{ ServerSideEncryptionByDefault: rule }],
});

/** S3 buckets. */
export const storage: Area = {
  healthy: {
    resources: {
      Bucket: {
        type: 'AWS::S3::Bucket',
        properties: {
          BucketEncryption: encryptedWith({ SSEAlgorithm: 'aws:kms', KMSMasterKeyID: ref('DataKey.Arn') }),
          VersioningConfiguration: { Status: 'Enabled' },
          PublicAccessBlockConfiguration: switches(true),
          LifecycleConfiguration: {
            Rules: [
              {
                Id: 'expire-old-versions',
                Status: 'Enabled',
                NoncurrentVersionExpiration: { NoncurrentDays: 90 },
                AbortIncompleteMultipartUpload: { DaysAfterInitiation: 7 },
              },
              {
                Id: 'archive',
                Status: 'Enabled',
                Prefix: 'reports/',
                ExpirationInDays: 365,
                Transitions: [{ StorageClass: 'GLACIER', TransitionInDays: 30 }],
              },
            ],
          },
          Tags: tags,
        },
      },
      BucketPolicy: {
        type: 'AWS::S3::BucketPolicy',
        properties: {
          Bucket: ref('Bucket'),
          PolicyDocument: policy(
            denyInsecureTransport('s3:*', objects),
            allowService('cloudtrail', 's3:PutObject', sub('${Bucket.Arn}/*')),
          ),
        },
      },
    },
    outputs: { BucketName: ref('Bucket'), BucketArn: ref('Bucket.Arn') },
  },
  broken: {
    resources: {
      Bucket: {
        type: 'AWS::S3::Bucket',
        properties: {
          BucketEncryption: encryptedWith({ SSEAlgorithm: 'AES256' }),
          VersioningConfiguration: { Status: 'Suspended' },
          PublicAccessBlockConfiguration: switches(false),
        },
      },
      BucketPolicy: {
        type: 'AWS::S3::BucketPolicy',
        properties: {
          Bucket: ref('Bucket'),
          PolicyDocument: policy({
            Effect: 'Allow',
            Principal: '*',
            Action: 's3:GetObject',
            Resource: sub('${Bucket.Arn}/*'),
          }),
        },
      },
      LockedBucket: {
        type: 'AWS::S3::Bucket',
        properties: {
          BucketEncryption: encryptedWith({ SSEAlgorithm: 'aws:kms', KMSMasterKeyID: ref('DisabledKey.Arn') }),
          PublicAccessBlockConfiguration: { ...switches(true), RestrictPublicBuckets: false },
          LifecycleConfiguration: { Rules: [{ Id: 'archive', Status: 'Disabled', ExpirationInDays: 365 }] },
        },
      },
    },
    outputs: { BucketName: ref('Bucket'), BucketArn: ref('Bucket.Arn'), LockedBucketName: ref('LockedBucket') },
  },
  rows: [
    ...rowsOf('AWS::S3::Bucket', 'BucketName', [
      ['toBeAvailable', [], 'pass', 'pass'],
      ['toBeInState', ['available'], 'not applicable', 'not applicable'],
      ['toHaveTags', [{ Team: 'orders', Environment: /^prod/ }], 'pass', ['fail', /no such tag/]],
      [
        'toHaveConfig',
        [{ VersioningConfiguration: { Status: 'Enabled' } }],
        'pass',
        ['fail', /VersioningConfiguration\.Status.*Suspended/s],
      ],
      ['toBeEncryptedAtRest', [], ['pass', /KMS/], ['pass', /AES256/]],
      ['toBeKmsEncrypted', [], ['pass', /managed by CUSTOMER/], ['fail', /AES256, which is no KMS key/]],
      [
        'toBeKmsEncrypted',
        ({ resource }) => [{ key: resource('DataKeyAlias'), manager: 'CUSTOMER' }],
        ['pass', /Expected: {2}the KMS key arn:aws:kms:us-east-1:\d{12}:key\//],
        'fail',
      ],
      ['toBeKmsEncrypted', ({ resource }) => [{ key: resource('OtherKeyArn') }], 'fail', 'fail'],
      ['toHaveVersioning', [], ['pass', /Enabled/], ['fail', /Received: {2}Suspended/]],
      ['toHaveVersioning', [{ mfaDelete: true }], 'fail', 'fail'],
      ['toBlockPublicAccess', [], 'pass', ['fail', /all four off/]],
      ['toBePubliclyAccessible', [], ['fail', /private: RestrictPublicBuckets is on/], undefined],
      [
        'toBePubliclyAccessible',
        [],
        undefined,
        ['pass', /the bucket policy is public/],
        { gaps: ['bucketPolicyStatusWithoutIsPublic'] },
      ],
      ['toDenyInsecureTransport', [], ['pass', /TlsOnly/], ['fail', /no statement that denies it/]],
      [
        'toGrantService',
        [{ service: 'cloudtrail', actions: 's3:PutObject' }],
        'pass',
        // Everybody may read, and nobody may write.
        ['fail', /missing: s3:PutObject/],
      ],
      ['toHaveLifecycleRule', [], 'pass', ['fail', /no lifecycle rule/]],
      ['toHaveLifecycleRule', [{ id: 'expire-old-versions', noncurrentExpirationInDays: '90d' }], 'pass', 'fail'],
      [
        'toHaveLifecycleRule',
        [{ prefix: 'reports/', expirationInDays: 365, transition: { storageClass: 'GLACIER', days: { atMost: 60 } } }],
        'pass',
        'fail',
      ],
    ]),
    ...rowsOf('AWS::S3::Bucket', 'BucketArn', [['toHaveVersioning', [], 'pass', 'fail']]),
    ...rowsOf('AWS::S3::Bucket', 'LockedBucketName', [
      ['toBeEncryptedAtRest', [], undefined, ['fault', /Disabled/]],
      ['toBeKmsEncrypted', [], undefined, ['fault', /Disabled/]],
      ['toBlockPublicAccess', [], undefined, ['fault', /only in part: RestrictPublicBuckets off/]],
      ['toHaveLifecycleRule', [{ id: 'archive' }], undefined, ['fault', /does not apply/]],
      ['toHaveVersioning', [], undefined, ['fail', /Unversioned/]],
      [
        'toBePubliclyAccessible',
        [],
        undefined,
        ['fail', /the bucket policy is not public/],
        { gaps: ['bucketPolicyStatusWithoutIsPublic'] },
      ],
      ['toDenyInsecureTransport', [], undefined, ['fail', /no policy at all/]],
    ]),
  ],
};
