// @ts-check

// biome-ignore-all lint/suspicious/noTemplateCurlyInString: sub() takes placeholders as CloudFormation spells them

const { ref, sub } = require('../../../deploy');
const { environment, tags } = require('./tags.js');

const blockPublicAccess = {
  BlockPublicAcls: true,
  BlockPublicPolicy: true,
  IgnorePublicAcls: true,
  RestrictPublicBuckets: true,
};

const ownedByTheBucket = { Rules: [{ ObjectOwnership: 'BucketOwnerEnforced' }] };

/** @param {string} bucket logical id */
const denyInsecureTransport = (bucket) => ({
  Sid: 'DenyInsecureTransport',
  Effect: 'Deny',
  Principal: { AWS: '*' },
  Action: 's3:*',
  Resource: [ref(`${bucket}.Arn`), sub(`\${${bucket}.Arn}/*`)],
  Condition: { Bool: { 'aws:SecureTransport': 'false' } },
});

module.exports = {
  DataBucket: {
    type: 'AWS::S3::Bucket',
    properties: {
      BucketName: sub(`zero-trust-data-${environment}-\${AWS::AccountId}`),
      BucketEncryption: {
        ServerSideEncryptionConfiguration: [
          {
            ServerSideEncryptionByDefault: { SSEAlgorithm: 'aws:kms', KMSMasterKeyID: ref('DataKey.Arn') },
            BucketKeyEnabled: true,
          },
        ],
      },
      VersioningConfiguration: { Status: 'Enabled' },
      PublicAccessBlockConfiguration: blockPublicAccess,
      OwnershipControls: ownedByTheBucket,
      LoggingConfiguration: { DestinationBucketName: ref('AccessLogsBucket'), LogFilePrefix: 'data-bucket/' },
      LifecycleConfiguration: {
        Rules: [
          { Id: 'expire-incoming', Status: 'Enabled', Prefix: 'incoming/', ExpirationInDays: 30 },
          {
            Id: 'expire-old-versions',
            Status: 'Enabled',
            NoncurrentVersionExpiration: { NoncurrentDays: 90 },
            AbortIncompleteMultipartUpload: { DaysAfterInitiation: 7 },
          },
        ],
      },
      Tags: tags,
    },
    dependsOn: ['AccessLogsBucketPolicy'],
  },
  DataBucketPolicy: {
    type: 'AWS::S3::BucketPolicy',
    properties: {
      Bucket: ref('DataBucket'),
      PolicyDocument: {
        Version: '2012-10-17',
        Statement: [
          denyInsecureTransport('DataBucket'),
          {
            Sid: 'DenyOtherKeys',
            Effect: 'Deny',
            Principal: { AWS: '*' },
            Action: 's3:PutObject',
            Resource: sub('${DataBucket.Arn}/*'),
            Condition: {
              StringNotEqualsIfExists: { 's3:x-amz-server-side-encryption-aws-kms-key-id': ref('DataKey.Arn') },
            },
          },
        ],
      },
    },
  },
  DataBucketNotifications: {
    type: 'Custom::S3BucketNotifications',
    properties: {
      BucketName: ref('DataBucket'),
      Managed: true,
      SkipDestinationValidation: false,
      NotificationConfiguration: {
        LambdaFunctionConfigurations: [
          {
            Id: 'process-incoming',
            Events: ['s3:ObjectCreated:*'],
            LambdaFunctionArn: ref('DataProcessor.Arn'),
            Filter: { Key: { FilterRules: [{ Name: 'prefix', Value: 'incoming/' }] } },
          },
        ],
      },
    },
    dependsOn: ['DataBucketMayInvokeProcessor'],
  },

  AccessLogsBucket: {
    type: 'AWS::S3::Bucket',
    properties: {
      BucketName: sub(`zero-trust-access-logs-${environment}-\${AWS::AccountId}`),
      // No customer key: S3 writes these logs, and they hold no data.
      BucketEncryption: {
        ServerSideEncryptionConfiguration: [{ ServerSideEncryptionByDefault: { SSEAlgorithm: 'AES256' } }],
      },
      VersioningConfiguration: { Status: 'Enabled' },
      PublicAccessBlockConfiguration: blockPublicAccess,
      OwnershipControls: ownedByTheBucket,
      LifecycleConfiguration: {
        Rules: [
          {
            Id: 'keep-a-year',
            Status: 'Enabled',
            ExpirationInDays: 365,
            NoncurrentVersionExpiration: { NoncurrentDays: 30 },
            AbortIncompleteMultipartUpload: { DaysAfterInitiation: 1 },
          },
        ],
      },
      Tags: tags,
    },
  },
  AccessLogsBucketPolicy: {
    type: 'AWS::S3::BucketPolicy',
    properties: {
      Bucket: ref('AccessLogsBucket'),
      PolicyDocument: {
        Version: '2012-10-17',
        Statement: [
          denyInsecureTransport('AccessLogsBucket'),
          {
            Sid: 'ServerAccessLogs',
            Effect: 'Allow',
            Principal: { Service: 'logging.s3.amazonaws.com' },
            Action: 's3:PutObject',
            Resource: sub('${AccessLogsBucket.Arn}/data-bucket/*'),
            Condition: {
              ArnLike: { 'aws:SourceArn': sub(`arn:aws:s3:::zero-trust-data-${environment}-\${AWS::AccountId}`) },
              StringEquals: { 'aws:SourceAccount': ref('AWS::AccountId') },
            },
          },
        ],
      },
    },
  },
};
