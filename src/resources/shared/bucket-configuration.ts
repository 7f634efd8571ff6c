import type { ServerSideEncryptionRule } from '@aws-sdk/client-s3';
import type { S3 } from './bucket-exposure';

/**
 * The configuration of a bucket under the property names of CloudFormation; inside, the fields are S3's own except for
 * the encryption rules. What is not configured is left out.
 */
export async function bucketConfiguration(aws: S3, Bucket: string): Promise<Record<string, unknown>> {
  const [encryption, versioning, block, lifecycle, logging, ownership, website, cors, notification, replication, lock] =
    await Promise.all([
      aws.callOrAbsent(['ServerSideEncryptionConfigurationNotFoundError'], 'GetBucketEncryption', { Bucket }),
      aws.call('GetBucketVersioning', { Bucket }),
      aws.callOrAbsent(['NoSuchPublicAccessBlockConfiguration'], 'GetPublicAccessBlock', { Bucket }),
      aws.callOrAbsent(['NoSuchLifecycleConfiguration'], 'GetBucketLifecycleConfiguration', { Bucket }),
      aws.call('GetBucketLogging', { Bucket }),
      aws.callOrAbsent(['OwnershipControlsNotFoundError'], 'GetBucketOwnershipControls', { Bucket }),
      aws.callOrAbsent(['NoSuchWebsiteConfiguration'], 'GetBucketWebsite', { Bucket }),
      aws.callOrAbsent(['NoSuchCORSConfiguration'], 'GetBucketCors', { Bucket }),
      aws.call('GetBucketNotificationConfiguration', { Bucket }),
      aws.callOrAbsent(['ReplicationConfigurationNotFoundError'], 'GetBucketReplication', { Bucket }),
      aws.callOrAbsent(['ObjectLockConfigurationNotFoundError'], 'GetObjectLockConfiguration', { Bucket }),
    ]);
  const rules = encryption?.ServerSideEncryptionConfiguration?.Rules;
  return present({
    BucketEncryption: rules && { ServerSideEncryptionConfiguration: rules.map(encryptionRule) },
    VersioningConfiguration: fields({ Status: versioning.Status, MFADelete: versioning.MFADelete }),
    PublicAccessBlockConfiguration: block?.PublicAccessBlockConfiguration,
    LifecycleConfiguration: lifecycle && { Rules: lifecycle.Rules },
    LoggingConfiguration: logging.LoggingEnabled && {
      DestinationBucketName: logging.LoggingEnabled.TargetBucket,
      LogFilePrefix: logging.LoggingEnabled.TargetPrefix,
    },
    OwnershipControls: ownership?.OwnershipControls,
    WebsiteConfiguration: website && {
      IndexDocument: website.IndexDocument?.Suffix,
      ErrorDocument: website.ErrorDocument?.Key,
      RedirectAllRequestsTo: website.RedirectAllRequestsTo,
      RoutingRules: website.RoutingRules,
    },
    CorsConfiguration: cors && { CorsRules: cors.CORSRules },
    NotificationConfiguration: fields({
      LambdaConfigurations: notification.LambdaFunctionConfigurations,
      QueueConfigurations: notification.QueueConfigurations,
      TopicConfigurations: notification.TopicConfigurations,
      EventBridgeConfiguration: notification.EventBridgeConfiguration && { EventBridgeEnabled: true },
    }),
    ReplicationConfiguration: replication?.ReplicationConfiguration,
    ObjectLockConfiguration: lock?.ObjectLockConfiguration,
  });
}

function encryptionRule(rule: ServerSideEncryptionRule): Record<string, unknown> {
  const { ApplyServerSideEncryptionByDefault: ServerSideEncryptionByDefault, ...rest } = rule;
  return { ServerSideEncryptionByDefault, ...rest };
}

function present(properties: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(properties).filter(([, value]) => value !== undefined));
}

function fields(properties: Record<string, unknown>): Record<string, unknown> | undefined {
  const told = present(properties);
  return Object.keys(told).length > 0 ? told : undefined;
}
