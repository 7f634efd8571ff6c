// @ts-check

const { noMore, object, objects } = require('../handler.js');
const { bucketLifecycle } = require('../s3-lifecycle.js');
const { bucketNotification } = require('../s3-notification.js');

/** @type {import('../handler.js').ResourceHandler} */
module.exports = {
  type: 'AWS::S3::Bucket',
  create: async (properties, aws) => {
    const { BucketName, ObjectLockEnabled, Tags, ...settings } = properties;
    const Bucket = String(BucketName ?? aws.generatedName).toLowerCase();
    await aws.call('s3', 'CreateBucket', {
      Bucket,
      ObjectLockEnabledForBucket: ObjectLockEnabled,
      // The one region that S3 refuses to be told.
      CreateBucketConfiguration: aws.region === 'us-east-1' ? undefined : { LocationConstraint: aws.region },
    });
    if (Tags !== undefined) await aws.call('s3', 'PutBucketTagging', { Bucket, Tagging: { TagSet: Tags } });
    // Object lock and replication want versioning first.
    const { VersioningConfiguration, ...rest } = settings;
    if (VersioningConfiguration !== undefined) {
      await aws.call('s3', 'PutBucketVersioning', { Bucket, VersioningConfiguration });
    }
    await Promise.all(
      puts(rest, `arn:aws:s3:::${Bucket}`).map(([operation, input]) => aws.call('s3', operation, { Bucket, ...input })),
    );
    return {
      physicalId: Bucket,
      attributes: {
        Arn: `arn:aws:s3:::${Bucket}`,
        DomainName: `${Bucket}.s3.amazonaws.com`,
        RegionalDomainName: `${Bucket}.s3.${aws.region}.amazonaws.com`,
        WebsiteURL: `http://${Bucket}.s3-website-${aws.region}.amazonaws.com`,
      },
    };
  },
};

/**
 * @param {Record<string, unknown>} settings
 * @param {string} bucketArn
 * @returns {[operation: string, input: Record<string, unknown>][]}
 */
function puts(settings, bucketArn) {
  const {
    BucketEncryption,
    CorsConfiguration,
    LifecycleConfiguration,
    LoggingConfiguration,
    NotificationConfiguration,
    ObjectLockConfiguration,
    OwnershipControls,
    PublicAccessBlockConfiguration,
    ReplicationConfiguration,
    WebsiteConfiguration,
    ...rest
  } = settings;
  noMore(rest);
  /** @type {[boolean, string, () => Record<string, unknown>][]} */
  const all = [
    [BucketEncryption !== undefined, 'PutBucketEncryption', () => encryption(object(BucketEncryption))],
    [PublicAccessBlockConfiguration !== undefined, 'PutPublicAccessBlock', () => ({ PublicAccessBlockConfiguration })],
    [
      LifecycleConfiguration !== undefined,
      'PutBucketLifecycleConfiguration',
      () => ({ LifecycleConfiguration: bucketLifecycle(object(LifecycleConfiguration)) }),
    ],
    [LoggingConfiguration !== undefined, 'PutBucketLogging', () => logging(object(LoggingConfiguration))],
    [
      NotificationConfiguration !== undefined,
      'PutBucketNotificationConfiguration',
      () => ({ NotificationConfiguration: bucketNotification(object(NotificationConfiguration)) }),
    ],
    [OwnershipControls !== undefined, 'PutBucketOwnershipControls', () => ({ OwnershipControls })],
    [ObjectLockConfiguration !== undefined, 'PutObjectLockConfiguration', () => ({ ObjectLockConfiguration })],
    [CorsConfiguration !== undefined, 'PutBucketCors', () => cors(object(CorsConfiguration))],
    [WebsiteConfiguration !== undefined, 'PutBucketWebsite', () => website(object(WebsiteConfiguration))],
    [
      ReplicationConfiguration !== undefined,
      'PutBucketReplication',
      () => replication(object(ReplicationConfiguration), bucketArn),
    ],
  ];
  return all.filter(([wanted]) => wanted).map(([, operation, input]) => [operation, input()]);
}

/** @param {Record<string, unknown>} configuration */
function encryption({ ServerSideEncryptionConfiguration, ...rest }) {
  noMore(rest, 'BucketEncryption');
  const Rules = objects(ServerSideEncryptionConfiguration).map(({ ServerSideEncryptionByDefault, ...rule }) => ({
    ...rule,
    ApplyServerSideEncryptionByDefault: ServerSideEncryptionByDefault,
  }));
  return { ServerSideEncryptionConfiguration: { Rules } };
}

/** @param {Record<string, unknown>} configuration */
function logging({ DestinationBucketName, LogFilePrefix = '', ...rest }) {
  noMore(rest, 'LoggingConfiguration');
  return {
    BucketLoggingStatus: { LoggingEnabled: { TargetBucket: DestinationBucketName, TargetPrefix: LogFilePrefix } },
  };
}

/** @param {Record<string, unknown>} configuration */
function cors({ CorsRules, ...rest }) {
  noMore(rest, 'CorsConfiguration');
  const CORSRules = objects(CorsRules).map(({ Id, MaxAge, ExposedHeaders, ...rule }) => ({
    ...rule,
    ID: Id,
    MaxAgeSeconds: MaxAge,
    ExposeHeaders: ExposedHeaders,
  }));
  return { CORSConfiguration: { CORSRules } };
}

/** @param {Record<string, unknown>} configuration */
function website({ IndexDocument, ErrorDocument, ...rest }) {
  return {
    WebsiteConfiguration: {
      ...rest,
      IndexDocument: IndexDocument === undefined ? undefined : { Suffix: IndexDocument },
      ErrorDocument: ErrorDocument === undefined ? undefined : { Key: ErrorDocument },
    },
  };
}

/** @param {Record<string, unknown>} configuration @param {string} bucketArn */
function replication({ Rules, ...rest }, bucketArn) {
  const destinations = objects(Rules).map(({ Destination }) => object(Destination).Bucket);
  if (destinations.includes(bucketArn)) throw new Error('a bucket cannot replicate to itself.');
  return {
    ReplicationConfiguration: { ...rest, Rules: objects(Rules).map(({ Id, ...rule }) => ({ ...rule, ID: Id })) },
  };
}
