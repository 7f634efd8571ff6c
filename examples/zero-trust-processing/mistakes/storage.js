// @ts-check

const {
  DeleteBucketCommand,
  DeleteBucketPolicyCommand,
  DeleteObjectCommand,
  DeletePublicAccessBlockCommand,
  GetBucketNotificationConfigurationCommand,
  GetBucketPolicyCommand,
  ListObjectVersionsCommand,
  PutBucketEncryptionCommand,
  PutBucketLifecycleConfigurationCommand,
  PutBucketLoggingCommand,
  PutBucketNotificationConfigurationCommand,
  PutBucketOwnershipControlsCommand,
  PutBucketPolicyCommand,
  PutBucketTaggingCommand,
  PutBucketVersioningCommand,
} = require('@aws-sdk/client-s3');

/** @param {import('../../failure.js').Stack} stack @param {import('@aws-sdk/client-s3').ServerSideEncryptionByDefault} byDefault */
const encryptWith = ({ client, outputs }, byDefault) =>
  client('s3').send(
    new PutBucketEncryptionCommand({
      Bucket: String(outputs.DataBucketName),
      ServerSideEncryptionConfiguration: { Rules: [{ ApplyServerSideEncryptionByDefault: byDefault }] },
    }),
  );

/** @param {import('../../failure.js').Stack} stack @param {{ incomingDays: number, oldVersionsPrefix: string }} rules */
const forget = ({ client, outputs }, { incomingDays, oldVersionsPrefix }) =>
  client('s3').send(
    new PutBucketLifecycleConfigurationCommand({
      Bucket: String(outputs.DataBucketName),
      LifecycleConfiguration: {
        Rules: [
          {
            ID: 'expire-incoming',
            Status: 'Enabled',
            Filter: { Prefix: 'incoming/' },
            Expiration: { Days: incomingDays },
          },
          {
            ID: 'expire-old-versions',
            Status: 'Enabled',
            Filter: { Prefix: oldVersionsPrefix },
            NoncurrentVersionExpiration: { NoncurrentDays: 90 },
            AbortIncompleteMultipartUpload: { DaysAfterInitiation: 7 },
          },
        ],
      },
    }),
  );

/** @type {import('../../failure.js').Mistake[]} */
module.exports = [
  {
    name: 'the default encryption of the data bucket is back to AES256',
    output: 'DataBucketName',
    test: 'the data bucket is encrypted with the data key',
    expected: /key/,
    received: 'AES256',
    apply: (stack) => encryptWith(stack, { SSEAlgorithm: 'AES256' }),
  },
  {
    name: 'the data bucket is encrypted with the logs key',
    output: 'DataBucketName',
    test: 'the data bucket is encrypted with the data key',
    expected: 'key/',
    received: 'key/',
    apply: (stack) => encryptWith(stack, { SSEAlgorithm: 'aws:kms', KMSMasterKeyID: String(stack.outputs.LogsKeyArn) }),
  },
  {
    name: 'the public access block of the data bucket was removed',
    output: 'DataBucketName',
    test: 'the data bucket is closed to the public, whatever a policy or an ACL says',
    expected: /BlockPublicAcls/,
    received: 'all four off',
    apply: ({ client, outputs }) =>
      client('s3').send(new DeletePublicAccessBlockCommand({ Bucket: String(outputs.DataBucketName) })),
  },
  {
    name: 'versioning of the data bucket was suspended',
    output: 'DataBucketName',
    test: 'the data bucket keeps every version',
    expected: 'Enabled',
    received: 'Suspended',
    apply: ({ client, outputs }) =>
      client('s3').send(
        new PutBucketVersioningCommand({
          Bucket: String(outputs.DataBucketName),
          VersioningConfiguration: { Status: 'Suspended' },
        }),
      ),
  },
  {
    name: 'the policy of the data bucket was deleted, so plain HTTP is allowed',
    output: 'DataBucketName',
    test: 'the data bucket takes TLS and the data key only',
    expected: /TLS|SecureTransport|insecure/i,
    received: /no |none|nothing/,
    apply: ({ client, outputs }) =>
      client('s3').send(new DeleteBucketPolicyCommand({ Bucket: String(outputs.DataBucketName) })),
  },
  {
    name: 'the data bucket takes objects under other keys',
    output: 'DataBucketName',
    test: 'the data bucket takes TLS and the data key only',
    expected: 'x-amz-server-side-encryption-aws-kms-key-id',
    received: 'missing',
    apply: async ({ client, outputs }) => {
      const Bucket = String(outputs.DataBucketName);
      const { Policy } = await client('s3').send(new GetBucketPolicyCommand({ Bucket }));
      const policy = JSON.parse(String(Policy));
      const Statement = policy.Statement.filter((/** @type {{ Sid?: string }} */ { Sid }) => Sid !== 'DenyOtherKeys');
      await client('s3').send(new PutBucketPolicyCommand({ Bucket, Policy: JSON.stringify({ ...policy, Statement }) }));
    },
  },
  {
    name: 'objects in the data bucket belong to whoever writes them',
    output: 'DataBucketName',
    test: 'the data bucket is closed to the public, whatever a policy or an ACL says',
    expected: 'BucketOwnerEnforced',
    received: 'ObjectWriter',
    apply: ({ client, outputs }) =>
      client('s3').send(
        new PutBucketOwnershipControlsCommand({
          Bucket: String(outputs.DataBucketName),
          OwnershipControls: { Rules: [{ ObjectOwnership: 'ObjectWriter' }] },
        }),
      ),
  },
  {
    name: 'what comes in is kept for ten years',
    output: 'DataBucketName',
    test: 'the data bucket forgets what came in after 30 days, and old versions after 90',
    expected: '30',
    received: '3650',
    apply: (stack) => forget(stack, { incomingDays: 3650, oldVersionsPrefix: '' }),
  },
  {
    name: 'access to the data bucket is no longer logged',
    output: 'DataBucketName',
    test: 'the data bucket has every request written down in the access logs bucket',
    expected: 'LoggingConfiguration',
    received: 'nothing',
    apply: ({ client, outputs }) =>
      client('s3').send(
        new PutBucketLoggingCommand({ Bucket: String(outputs.DataBucketName), BucketLoggingStatus: {} }),
      ),
  },
  {
    name: 'the notification that starts the processor was removed',
    output: 'DataBucketName',
    test: 'the data bucket tells the data processor of what arrives in incoming/, and nobody else',
    expected: 'NotificationConfiguration',
    received: 'nothing',
    apply: ({ client, outputs }) =>
      client('s3').send(
        new PutBucketNotificationConfigurationCommand({
          Bucket: String(outputs.DataBucketName),
          NotificationConfiguration: {},
        }),
      ),
  },
  {
    name: 'the processor is told of its own results too, and never ends',
    output: 'DataBucketName',
    test: 'the data bucket tells the data processor of what arrives in incoming/, and nobody else',
    expected: 'LambdaConfigurations[0].Filter',
    received: 'nothing',
    apply: async ({ client, outputs }) => {
      const Bucket = String(outputs.DataBucketName);
      const set = await client('s3').send(new GetBucketNotificationConfigurationCommand({ Bucket }));
      const configurations = /** @type {import('@aws-sdk/client-s3').LambdaFunctionConfiguration[]} */ (
        set.LambdaFunctionConfigurations
      );
      await client('s3').send(
        new PutBucketNotificationConfigurationCommand({
          Bucket,
          NotificationConfiguration: {
            LambdaFunctionConfigurations: configurations.map(({ Filter, ...configuration }) => configuration),
          },
        }),
      );
    },
  },
  {
    name: 'somebody replaced the tags of the data bucket by their own',
    output: 'DataBucketName',
    test: 'the data bucket carries the tags',
    expected: 'SOC2',
    received: 'no such tag',
    apply: ({ client, outputs }) =>
      client('s3').send(
        new PutBucketTaggingCommand({
          Bucket: String(outputs.DataBucketName),
          Tagging: { TagSet: [{ Key: 'Owner', Value: 'platform-security' }] },
        }),
      ),
  },
  {
    name: 'access logs are thrown away after a month',
    output: 'AccessLogsBucketName',
    test: 'the access logs bucket keeps the logs for a year',
    expected: '365',
    received: '30',
    apply: ({ client, outputs }) =>
      client('s3').send(
        new PutBucketLifecycleConfigurationCommand({
          Bucket: String(outputs.AccessLogsBucketName),
          LifecycleConfiguration: {
            Rules: [{ ID: 'keep-a-year', Status: 'Enabled', Filter: { Prefix: '' }, Expiration: { Days: 30 } }],
          },
        }),
      ),
  },
  {
    name: 'the access logs bucket was deleted',
    output: 'AccessLogsBucketName',
    test: 'the access logs bucket is encrypted by S3 itself: its logs hold no data',
    expected: 'exists',
    received: 'does not exist',
    apply: async ({ client, outputs }) => {
      const Bucket = String(outputs.AccessLogsBucketName);
      const logging = { Bucket: String(outputs.DataBucketName), BucketLoggingStatus: {} };
      await client('s3').send(new PutBucketLoggingCommand(logging));
      await client('s3').send(new DeleteBucketPolicyCommand({ Bucket }));
      const { Versions = [] } = await client('s3').send(new ListObjectVersionsCommand({ Bucket }));
      for (const { Key, VersionId } of /** @type {{ Key: string, VersionId: string }[]} */ (Versions)) {
        await client('s3').send(new DeleteObjectCommand({ Bucket, Key, VersionId }));
      }
      await client('s3').send(new DeleteBucketCommand({ Bucket }));
    },
  },
  {
    name: 'old versions are forgotten below one prefix alone',
    output: 'DataBucketName',
    test: 'the data bucket forgets what came in after 30 days, and old versions after 90',
    expected: 'Prefix',
    received: 'tmp/',
    apply: (stack) => forget(stack, { incomingDays: 30, oldVersionsPrefix: 'tmp/' }),
  },
];
