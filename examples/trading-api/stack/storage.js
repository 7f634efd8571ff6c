// @ts-check

// biome-ignore-all lint/suspicious/noTemplateCurlyInString: sub() takes placeholders as CloudFormation spells them

const { ref, sub } = require('../../../deploy');
const { bucketNamed, cardholderTags, named, tags } = require('./names');

const customerKey = [
  {
    ServerSideEncryptionByDefault: { SSEAlgorithm: 'aws:kms', KMSMasterKeyID: ref('DataKey.Arn') },
    BucketKeyEnabled: true,
  },
];
// S3 delivers its own logs only to buckets that it encrypts with its own key.
const serviceKey = [{ ServerSideEncryptionByDefault: { SSEAlgorithm: 'AES256' } }];

const privateBucket = {
  VersioningConfiguration: { Status: 'Enabled' },
  PublicAccessBlockConfiguration: {
    BlockPublicAcls: true,
    BlockPublicPolicy: true,
    IgnorePublicAcls: true,
    RestrictPublicBuckets: true,
  },
  OwnershipControls: { Rules: [{ ObjectOwnership: 'BucketOwnerEnforced' }] },
};

/** @param {string} bucket logical id */
const denyInsecureTransport = (bucket) => ({
  Sid: 'DenyInsecureTransport',
  Effect: 'Deny',
  Principal: '*',
  Action: 's3:*',
  Resource: [ref(`${bucket}.Arn`), sub(`\${${bucket}.Arn}/*`)],
  Condition: { Bool: { 'aws:SecureTransport': 'false' } },
});

/** @param {string} bucket logical id @param {object[]} [more] statements besides the one that wants TLS */
const policyOf = (bucket, more = []) => ({
  type: 'AWS::S3::BucketPolicy',
  properties: {
    Bucket: ref(bucket),
    PolicyDocument: { Version: '2012-10-17', Statement: [...more, denyInsecureTransport(bucket)] },
  },
});

/** Tables and buckets, and the bucket in which CDKTF keeps the state of this very stack. */
const storage = {
  OrdersTable: {
    type: 'AWS::DynamoDB::Table',
    properties: {
      TableName: named('orders'),
      BillingMode: 'PAY_PER_REQUEST',
      AttributeDefinitions: [
        { AttributeName: 'orderId', AttributeType: 'S' },
        { AttributeName: 'accountId', AttributeType: 'S' },
        { AttributeName: 'placedAt', AttributeType: 'S' },
      ],
      KeySchema: [{ AttributeName: 'orderId', KeyType: 'HASH' }],
      GlobalSecondaryIndexes: [
        {
          IndexName: 'by-account',
          KeySchema: [
            { AttributeName: 'accountId', KeyType: 'HASH' },
            { AttributeName: 'placedAt', KeyType: 'RANGE' },
          ],
          Projection: { ProjectionType: 'ALL' },
        },
      ],
      SSESpecification: { SSEEnabled: true, SSEType: 'KMS', KMSMasterKeyId: ref('DataKey.Arn') },
      PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
      TimeToLiveSpecification: { AttributeName: 'expiresAt', Enabled: true },
      StreamSpecification: { StreamViewType: 'NEW_AND_OLD_IMAGES' },
      DeletionProtectionEnabled: true,
      Tags: cardholderTags,
    },
  },
  IdempotencyTable: {
    type: 'AWS::DynamoDB::Table',
    properties: {
      TableName: named('idempotency'),
      BillingMode: 'PAY_PER_REQUEST',
      AttributeDefinitions: [{ AttributeName: 'idempotencyKey', AttributeType: 'S' }],
      KeySchema: [{ AttributeName: 'idempotencyKey', KeyType: 'HASH' }],
      SSESpecification: { SSEEnabled: true, SSEType: 'KMS', KMSMasterKeyId: ref('DataKey.Arn') },
      PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
      TimeToLiveSpecification: { AttributeName: 'expiresAt', Enabled: true },
      DeletionProtectionEnabled: true,
      Tags: cardholderTags,
    },
  },

  AccessLogsBucket: {
    type: 'AWS::S3::Bucket',
    properties: {
      BucketName: bucketNamed('access-logs'),
      ...privateBucket,
      BucketEncryption: { ServerSideEncryptionConfiguration: serviceKey },
      LifecycleConfiguration: {
        // PCI DSS 10.5.1: a year of audit logs.
        Rules: [{ Id: 'keep-a-year', Status: 'Enabled', ExpirationInDays: 365 }],
      },
      Tags: tags,
    },
  },
  AccessLogsBucketPolicy: policyOf('AccessLogsBucket', [
    {
      Sid: 'S3ServerAccessLogs',
      Effect: 'Allow',
      Principal: { Service: 'logging.s3.amazonaws.com' },
      Action: 's3:PutObject',
      Resource: sub('${AccessLogsBucket.Arn}/*'),
      Condition: { StringEquals: { 'aws:SourceAccount': sub('${AWS::AccountId}') } },
    },
  ]),
  TradeArchiveBucket: {
    type: 'AWS::S3::Bucket',
    properties: {
      BucketName: bucketNamed('archive'),
      ...privateBucket,
      BucketEncryption: { ServerSideEncryptionConfiguration: customerKey },
      LoggingConfiguration: { DestinationBucketName: ref('AccessLogsBucket'), LogFilePrefix: 'archive/' },
      LifecycleConfiguration: {
        Rules: [
          {
            Id: 'archive-trades',
            Status: 'Enabled',
            Transitions: [{ StorageClass: 'GLACIER', TransitionInDays: 90 }],
            NoncurrentVersionExpiration: { NoncurrentDays: 365 },
            AbortIncompleteMultipartUpload: { DaysAfterInitiation: 7 },
          },
        ],
      },
      Tags: cardholderTags,
    },
    dependsOn: ['AccessLogsBucketPolicy'],
  },
  TradeArchiveBucketPolicy: policyOf('TradeArchiveBucket'),
  TerraformStateBucket: {
    type: 'AWS::S3::Bucket',
    properties: {
      BucketName: bucketNamed('terraform-state'),
      ...privateBucket,
      BucketEncryption: { ServerSideEncryptionConfiguration: customerKey },
      LoggingConfiguration: { DestinationBucketName: ref('AccessLogsBucket'), LogFilePrefix: 'terraform-state/' },
      Tags: tags,
    },
    dependsOn: ['AccessLogsBucketPolicy'],
  },
  TerraformStateBucketPolicy: policyOf('TerraformStateBucket'),
};

module.exports = { storage };
