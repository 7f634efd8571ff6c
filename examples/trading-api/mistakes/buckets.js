// @ts-check

const { addToBucketPolicy } = require('./policy');

/** @typedef {import('../../failure.js').Mistake} Mistake */

const versions = (/** @type {string} */ title) => `the ${title} bucket keeps the versions of its objects`;
const closed = (/** @type {string} */ title) => `the ${title} bucket is closed to the public`;

const archived = 'the trade archive bucket moves old trades to Glacier, and keeps what was overwritten for a year';

/**
 * @param {object} change of the rule that archives trades
 * @returns {Mistake['apply']}
 */
const archiveBy =
  (change) =>
  ({ aws, outputs }) =>
    aws.call('s3', 'PutBucketLifecycleConfiguration', {
      Bucket: outputs['trade-archive-bucket'],
      LifecycleConfiguration: {
        Rules: [
          {
            ID: 'archive-trades',
            Status: 'Enabled',
            Filter: { Prefix: '' },
            Transitions: [{ Days: 90, StorageClass: 'GLACIER' }],
            NoncurrentVersionExpiration: { NoncurrentDays: 365 },
            AbortIncompleteMultipartUpload: { DaysAfterInitiation: 7 },
            ...change,
          },
        ],
      },
    });

/** @type {Mistake[]} */
const buckets = [
  {
    name: 'the trade archive is encrypted with the key of S3',
    output: 'trade-archive-bucket',
    test: 'the trade archive bucket is encrypted with the data key',
    expected: 'managed by CUSTOMER',
    received: 'AES256',
    apply: ({ aws, outputs }) =>
      aws.call('s3', 'PutBucketEncryption', {
        Bucket: outputs['trade-archive-bucket'],
        ServerSideEncryptionConfiguration: {
          Rules: [{ ApplyServerSideEncryptionByDefault: { SSEAlgorithm: 'AES256' } }],
        },
      }),
  },
  {
    name: 'the Terraform state is encrypted with the key of S3',
    output: 'terraform-state-bucket',
    test: 'the Terraform state bucket is encrypted with the data key',
    expected: 'managed by CUSTOMER',
    received: 'AES256',
    apply: ({ aws, outputs }) =>
      aws.call('s3', 'PutBucketEncryption', {
        Bucket: outputs['terraform-state-bucket'],
        ServerSideEncryptionConfiguration: {
          Rules: [{ ApplyServerSideEncryptionByDefault: { SSEAlgorithm: 'AES256' } }],
        },
      }),
  },
  {
    name: 'the trade archive is encrypted with the key of AWS',
    output: 'trade-archive-bucket',
    test: 'the trade archive bucket is encrypted with the data key',
    expected: 'managed by CUSTOMER',
    received: 'alias/aws/s3',
    apply: ({ aws, outputs }) =>
      aws.call('s3', 'PutBucketEncryption', {
        Bucket: outputs['trade-archive-bucket'],
        ServerSideEncryptionConfiguration: {
          Rules: [{ ApplyServerSideEncryptionByDefault: { SSEAlgorithm: 'aws:kms' } }],
        },
      }),
  },
  {
    name: 'the Terraform state bucket is gone',
    output: 'terraform-state-bucket',
    test: 'the Terraform state bucket is there, and these credentials reach it',
    expected: 'exists',
    received: 'does not exist',
    apply: ({ aws, outputs }) => aws.call('s3', 'DeleteBucket', { Bucket: outputs['terraform-state-bucket'] }),
  },
  {
    name: 'versions of the Terraform state are no longer kept',
    output: 'terraform-state-bucket',
    test: versions('Terraform state'),
    expected: 'Enabled',
    received: 'Suspended',
    apply: ({ aws, outputs }) =>
      aws.call('s3', 'PutBucketVersioning', {
        Bucket: outputs['terraform-state-bucket'],
        VersioningConfiguration: { Status: 'Suspended' },
      }),
  },
  {
    name: 'the public access block of the trade archive is gone',
    output: 'trade-archive-bucket',
    test: closed('trade archive'),
    expected: 'BlockPublicAcls',
    received: 'all four off',
    apply: ({ aws, outputs }) => aws.call('s3', 'DeletePublicAccessBlock', { Bucket: outputs['trade-archive-bucket'] }),
  },
  {
    name: 'one switch of the public access block of the access logs is off',
    output: 'access-logs-bucket',
    test: closed('access logs'),
    expected: 'RestrictPublicBuckets',
    received: 'RestrictPublicBuckets',
    apply: ({ aws, outputs }) =>
      aws.call('s3', 'PutPublicAccessBlock', {
        Bucket: outputs['access-logs-bucket'],
        PublicAccessBlockConfiguration: {
          BlockPublicAcls: true,
          BlockPublicPolicy: true,
          IgnorePublicAcls: true,
          RestrictPublicBuckets: false,
        },
      }),
  },
  {
    name: 'the access control list of the trade archive lets others write',
    output: 'trade-archive-bucket',
    test: closed('trade archive'),
    expected: 'owner',
    received: 'for LogDelivery',
    on: { ministack: 'ministack 1.5.33 refuses access control lists under BucketOwnerEnforced, as AWS does' },
    apply: ({ aws, outputs }) =>
      aws.call('s3', 'PutBucketAcl', { Bucket: outputs['trade-archive-bucket'], ACL: 'log-delivery-write' }),
  },
  {
    name: 'the trade archive takes plain HTTP',
    output: 'trade-archive-bucket',
    test: 'the trade-archive-bucket takes requests over TLS alone, and has no other policy',
    expected: 'aws:SecureTransport',
    received: /no|none/,
    apply: ({ aws, outputs }) => aws.call('s3', 'DeleteBucketPolicy', { Bucket: outputs['trade-archive-bucket'] }),
  },
  {
    name: 'the policy of the trade archive lets in another account',
    output: 'trade-archive-bucket',
    test: 'the trade-archive-bucket takes requests over TLS alone, and has no other policy',
    expected: 'aws:SecureTransport',
    received: '999999999999',
    apply: (stack) =>
      addToBucketPolicy(stack, 'trade-archive-bucket', (bucket) => ({
        Effect: 'Allow',
        Principal: { AWS: 'arn:aws:iam::999999999999:root' },
        Action: 's3:GetObject',
        Resource: `arn:aws:s3:::${bucket}/*`,
      })),
  },
  {
    name: 'old trades are deleted instead of archived',
    output: 'trade-archive-bucket',
    test: 'the trade archive bucket moves old trades to Glacier, and keeps what was overwritten for a year',
    expected: 'GLACIER',
    received: 'expirationInDays',
    apply: ({ aws, outputs }) =>
      aws.call('s3', 'PutBucketLifecycleConfiguration', {
        Bucket: outputs['trade-archive-bucket'],
        LifecycleConfiguration: {
          Rules: [{ ID: 'archive-trades', Status: 'Enabled', Filter: { Prefix: '' }, Expiration: { Days: 90 } }],
        },
      }),
  },
  {
    name: 'access logs are kept for a month alone',
    output: 'access-logs-bucket',
    test: 'the access logs bucket keeps logs for a year (PCI DSS 10.5.1)',
    expected: /365/,
    received: /30/,
    apply: ({ aws, outputs }) =>
      aws.call('s3', 'PutBucketLifecycleConfiguration', {
        Bucket: outputs['access-logs-bucket'],
        LifecycleConfiguration: {
          Rules: [{ ID: 'keep-a-year', Status: 'Enabled', Filter: { Prefix: '' }, Expiration: { Days: 30 } }],
        },
      }),
  },
  {
    name: 'somebody lets old Terraform states expire',
    output: 'terraform-state-bucket',
    test: 'the Terraform state bucket keeps every state there ever was',
    expected: 'rule',
    received: 'tidy',
    apply: ({ aws, outputs }) =>
      aws.call('s3', 'PutBucketLifecycleConfiguration', {
        Bucket: outputs['terraform-state-bucket'],
        LifecycleConfiguration: {
          Rules: [{ ID: 'tidy', Status: 'Enabled', Filter: { Prefix: '' }, Expiration: { Days: 30 } }],
        },
      }),
  },
  {
    name: 'requests to the trade archive are no longer logged',
    output: 'trade-archive-bucket',
    test: 'the trade archive bucket logs each request (PCI DSS 10.2)',
    expected: 'on',
    received: 'off',
    apply: ({ aws, outputs }) =>
      aws.call('s3', 'PutBucketLogging', { Bucket: outputs['trade-archive-bucket'], BucketLoggingStatus: {} }),
  },
  {
    name: 'the trade archive became a web site',
    output: 'trade-archive-bucket',
    test: 'the trade archive bucket is no web site, answers no other origin, and sends no copies and no events',
    expected: 'WebsiteConfiguration',
    received: 'IndexDocument',
    apply: ({ aws, outputs }) =>
      aws.call('s3', 'PutBucketWebsite', {
        Bucket: outputs['trade-archive-bucket'],
        WebsiteConfiguration: { IndexDocument: { Suffix: 'index.html' } },
      }),
  },
  {
    name: 'nobody can delete a trade for ten years',
    output: 'trade-archive-bucket',
    test: 'the trade archive bucket locks no object',
    expected: 'not',
    received: 'COMPLIANCE',
    apply: ({ aws, outputs }) =>
      aws.call('s3', 'PutObjectLockConfiguration', {
        Bucket: outputs['trade-archive-bucket'],
        ObjectLockConfiguration: {
          ObjectLockEnabled: 'Enabled',
          Rule: { DefaultRetention: { Mode: 'COMPLIANCE', Years: 10 } },
        },
      }),
  },
  {
    name: 'tagged trades alone are archived',
    output: 'trade-archive-bucket',
    test: archived,
    expected: 'Filter.Prefix',
    received: 'Filter.Prefix',
    apply: archiveBy({ Filter: { Tag: { Key: 'archive', Value: 'yes' } } }),
  },
  {
    name: 'old trades move to cheap storage a second time',
    output: 'trade-archive-bucket',
    test: archived,
    expected: 'Transitions',
    received: 'a list of 2',
    apply: archiveBy({
      Transitions: [
        { Days: 90, StorageClass: 'GLACIER' },
        { Days: 180, StorageClass: 'DEEP_ARCHIVE' },
      ],
    }),
  },
  {
    name: 'a hundred of the trades that were overwritten are kept for ever',
    output: 'trade-archive-bucket',
    test: archived,
    expected: 'NewerNoncurrentVersions',
    received: '100',
    on: { moto: 'moto 5.2.5 ignores NewerNoncurrentVersions of PutBucketLifecycleConfiguration' },
    apply: archiveBy({ NoncurrentVersionExpiration: { NoncurrentDays: 365, NewerNoncurrentVersions: 100 } }),
  },
  {
    name: 'access logs cannot be read after a day',
    output: 'access-logs-bucket',
    test: 'the access logs bucket keeps logs for a year (PCI DSS 10.5.1)',
    expected: 'Transitions',
    received: 'a list of 1',
    apply: ({ aws, outputs }) =>
      aws.call('s3', 'PutBucketLifecycleConfiguration', {
        Bucket: outputs['access-logs-bucket'],
        LifecycleConfiguration: {
          Rules: [
            {
              ID: 'keep-a-year',
              Status: 'Enabled',
              Filter: { Prefix: '' },
              Transitions: [{ Days: 1, StorageClass: 'DEEP_ARCHIVE' }],
              Expiration: { Days: 365 },
            },
          ],
        },
      }),
  },
];

module.exports = { buckets };
