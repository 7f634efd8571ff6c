// biome-ignore-all lint/suspicious/noTemplateCurlyInString: policies name outputs as CloudFormation does
import { resource } from 'stackproof';

const dataBucket = resource('DataBucketName', 'AWS::S3::Bucket');
const logsBucket = resource('AccessLogsBucketName', 'AWS::S3::Bucket');
const dataKey = resource('DataKeyArn', 'AWS::KMS::Key');

const denyInsecureTransport = (bucket: string) => ({
  Effect: 'Deny',
  Principal: '*',
  Action: 's3:*',
  Resource: [bucket, `${bucket}/*`],
  Condition: { Bool: { 'aws:SecureTransport': 'false' } },
});

const tags = {
  Application: 'zero-trust-processing',
  Environment: 'dev',
  Compliance: 'SOC2',
  DataClassification: 'Confidential',
  Owner: 'platform-security',
};

describe('the data bucket', () => {
  test('is encrypted with the data key', async () => {
    await expect(dataBucket).toExist();
    await expect(dataBucket).toBeKmsEncrypted({ key: dataKey, manager: 'CUSTOMER' });
    await expect(dataBucket).toHaveBucketKey();
  });

  test('keeps every version', async () => {
    await expect(dataBucket).toHaveVersioning();
  });

  test('is closed to the public, whatever a policy or an ACL says', async () => {
    await expect(dataBucket).toBlockPublicAccess();
    await expect(dataBucket).toHaveObjectOwnership('BucketOwnerEnforced');
    await expect(dataBucket).toHavePrivateAcl();
    await expect(dataBucket).toHaveConfig({ WebsiteConfiguration: null, CorsConfiguration: null });
  });

  test('takes TLS and the data key only', async () => {
    await expect(dataBucket).toDenyInsecureTransport();
    await expect(dataBucket).toHavePolicyDocument({
      Statement: [
        denyInsecureTransport('${DataBucketName}'),
        {
          Effect: 'Deny',
          Principal: '*',
          Action: 's3:PutObject',
          Resource: '${DataBucketName}/*',
          Condition: {
            StringNotEqualsIfExists: { 's3:x-amz-server-side-encryption-aws-kms-key-id': '${DataKeyArn}' },
          },
        },
      ],
    });
  });

  test('forgets what came in after 30 days, and old versions after 90', async () => {
    await expect(dataBucket).toHaveLifecycleRule({ id: 'expire-incoming', prefix: 'incoming/', expirationInDays: 30 });
    await expect(dataBucket).toHaveLifecycleRule({
      id: 'expire-old-versions',
      noncurrentExpirationInDays: 90,
      abortIncompleteMultipartUploadInDays: 7,
    });
    await expect(dataBucket).toHaveConfig({
      'LifecycleConfiguration.Rules': [
        { ID: 'expire-incoming', Status: 'Enabled', Filter: { Prefix: 'incoming/' }, Transitions: null },
        {
          ID: 'expire-old-versions',
          Status: 'Enabled',
          Filter: { Prefix: '' },
          Expiration: null,
          Transitions: null,
          NoncurrentVersionTransitions: null,
          NoncurrentVersionExpiration: { NewerNoncurrentVersions: null },
        },
      ],
    });
  });

  test('has every request written down in the access logs bucket', async () => {
    await expect(dataBucket).toHaveConfig({
      LoggingConfiguration: { DestinationBucketName: logsBucket, LogFilePrefix: 'data-bucket/' },
    });
  });

  test('tells the data processor of what arrives in incoming/, and nobody else', async () => {
    await expect(dataBucket).toHaveConfig({
      NotificationConfiguration: {
        LambdaConfigurations: [
          {
            LambdaFunctionArn: resource('DataProcessorFunctionName', 'AWS::Lambda::Function'),
            Events: ['s3:ObjectCreated:*'],
            'Filter.Key.FilterRules': [{ Name: /^prefix$/i, Value: 'incoming/' }],
          },
        ],
        QueueConfigurations: null,
        TopicConfigurations: null,
        EventBridgeConfiguration: null,
      },
    });
  });

  test('is copied nowhere', async () => {
    await expect(dataBucket).toHaveConfig({ ReplicationConfiguration: null });
    await expect(dataBucket).not.toHaveObjectLock();
  });

  test('carries the tags', async () => {
    await expect(dataBucket).toHaveTags(tags);
  });
});

describe('the access logs bucket', () => {
  test('is encrypted by S3 itself: its logs hold no data', async () => {
    await expect(logsBucket).toExist();
    await expect(logsBucket).toBeEncryptedAtRest();
    await expect(logsBucket).not.toBeKmsEncrypted();
  });

  test('keeps every version', async () => {
    await expect(logsBucket).toHaveVersioning();
  });

  test('is closed to the public, whatever a policy or an ACL says', async () => {
    await expect(logsBucket).toBlockPublicAccess();
    await expect(logsBucket).toHaveObjectOwnership('BucketOwnerEnforced');
    await expect(logsBucket).toHavePrivateAcl();
    await expect(logsBucket).toHaveConfig({ WebsiteConfiguration: null, CorsConfiguration: null });
  });

  test('takes TLS only, and logs of the data bucket alone', async () => {
    await expect(logsBucket).toDenyInsecureTransport();
    await expect(logsBucket).toHavePolicyDocument({
      Statement: [
        denyInsecureTransport('${AccessLogsBucketName}'),
        {
          Effect: 'Allow',
          Principal: { Service: 'logging.s3.amazonaws.com' },
          Action: 's3:PutObject',
          Resource: '${AccessLogsBucketName}/data-bucket/*',
          Condition: {
            ArnLike: { 'aws:SourceArn': '${DataBucketName}' },
            StringEquals: { 'aws:SourceAccount': '${AWS::AccountId}' },
          },
        },
      ],
    });
  });

  test('keeps the logs for a year', async () => {
    await expect(logsBucket).toHaveLifecycleRule({
      id: 'keep-a-year',
      expirationInDays: 365,
      noncurrentExpirationInDays: 30,
      abortIncompleteMultipartUploadInDays: 1,
    });
    await expect(logsBucket).toHaveConfig({
      'LifecycleConfiguration.Rules': [
        {
          ID: 'keep-a-year',
          Status: 'Enabled',
          Filter: { Prefix: '' },
          Transitions: null,
          NoncurrentVersionTransitions: null,
          NoncurrentVersionExpiration: { NewerNoncurrentVersions: null },
        },
      ],
    });
  });

  test('starts nothing and is copied nowhere', async () => {
    await expect(logsBucket).toHaveConfig({
      NotificationConfiguration: null,
      ReplicationConfiguration: null,
      LoggingConfiguration: null,
    });
  });

  test('carries the tags', async () => {
    await expect(logsBucket).toHaveTags(tags);
  });
});
