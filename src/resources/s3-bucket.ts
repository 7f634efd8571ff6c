import type {
  LifecycleRule as S3LifecycleRule,
  ReplicationRule as S3ReplicationRule,
  ServerSideEncryptionRule,
} from '@aws-sdk/client-s3';
import { s3 } from '../aws/sdk';
import { defineResource } from '../engine/resource';
import { told, undetermined } from '../engine/unjudged';
import type { Encryption } from '../facets';
import type { ReplicationRule } from '../facets/data';
import { resourcePart } from './shared/arn';
import { bucketActs } from './shared/bucket-acts';
import { bucketConfiguration } from './shared/bucket-configuration';
import { blockedAccess, bucketExposure, type S3 } from './shared/bucket-exposure';
import { kmsReference } from './shared/kms-reference';
import { lifecycleRule } from './shared/lifecycle-rule';
import { attachedPolicy } from './shared/policy';
import { tagMap } from './shared/tags';

/** What HeadBucket answers, and the name that was asked for. */
interface BucketFacts {
  Name: string;
  Region: string;
}

export const s3Bucket = defineResource({
  type: 'AWS::S3::Bucket',
  label: 'S3 bucket',
  sdk: s3,
  reads: ['s3:ListBucket'],
  notFound: ['NotFound', 'NoSuchBucket'],
  facts: async (aws, { id }): Promise<BucketFacts> => {
    const Name = resourcePart(id);
    const { BucketRegion } = await aws.call('HeadBucket', { Bucket: Name });
    return { Name, Region: BucketRegion ?? aws.region };
  },
  config: {
    reads: [
      's3:GetEncryptionConfiguration',
      's3:GetBucketVersioning',
      's3:GetBucketPublicAccessBlock',
      's3:GetLifecycleConfiguration',
      's3:GetBucketLogging',
      's3:GetBucketOwnershipControls',
      's3:GetBucketWebsite',
      's3:GetBucketCORS',
      's3:GetBucketNotification',
      's3:GetReplicationConfiguration',
      's3:GetBucketObjectLockConfiguration',
    ],
    read: async (bucket, aws) => ({
      BucketName: bucket.Name,
      Arn: arnOf(bucket, aws.partition),
      Region: bucket.Region,
      ...(await bucketConfiguration(aws, bucket.Name)),
    }),
  },
  facets: {
    identity: {
      fields: 'Bucket',
      read: (bucket, aws) => ({ arn: arnOf(bucket, aws.partition), id: bucket.Name }),
    },
    lifecycle: { fields: 'Bucket', read: () => ({ available: true }) },
    tags: {
      fields: 'TagSet',
      reads: ['s3:GetBucketTagging'],
      read: async ({ Name: Bucket }, aws) => {
        const answer = await aws.callOrAbsent(['NoSuchTagSet'], 'GetBucketTagging', { Bucket });
        return answer ? tagMap(told(answer.TagSet, 'TagSet')) : {};
      },
    },
    encryption: {
      fields: 'ServerSideEncryptionConfiguration.Rules[].ApplyServerSideEncryptionByDefault',
      reads: ['s3:GetEncryptionConfiguration'],
      read: async ({ Name: Bucket }, aws) => {
        // Buckets from before January 2023 may have no default encryption of their own.
        const absent = ['ServerSideEncryptionConfigurationNotFoundError'];
        const answer = await aws.callOrAbsent(absent, 'GetBucketEncryption', { Bucket });
        if (!answer) return { kind: 'none', mode: 'no default encryption' };
        const { Rules } = told(answer.ServerSideEncryptionConfiguration, 'ServerSideEncryptionConfiguration');
        return defaultEncryption(told(Rules?.[0], 'ServerSideEncryptionConfiguration.Rules[0]'));
      },
    },
    versioning: {
      fields: 'VersioningConfiguration.{Status, MFADelete}',
      reads: ['s3:GetBucketVersioning'],
      // S3 leaves both out for a bucket where versioning was never switched on.
      read: async ({ Name: Bucket }, aws) => {
        const { Status, MFADelete } = await aws.call('GetBucketVersioning', { Bucket });
        return { status: Status ?? 'Unversioned', mfaDelete: MFADelete === 'Enabled' };
      },
    },
    publicAccessBlock: {
      fields: 'PublicAccessBlockConfiguration',
      reads: ['s3:GetBucketPublicAccessBlock'],
      read: ({ Name }, aws) => blockedAccess(aws, Name),
    },
    publicAccess: {
      fields: 'PublicAccessBlockConfiguration, PolicyStatus.IsPublic, Grants[].Grantee.URI',
      reads: ['s3:GetBucketPublicAccessBlock', 's3:GetBucketPolicyStatus', 's3:GetBucketAcl'],
      read: ({ Name }, aws) => bucketExposure(aws, Name),
    },
    resourcePolicy: {
      fields: 'Policy',
      reads: ['s3:GetBucketPolicy'],
      read: async (bucket, aws, { account }) => {
        const answer = await aws.callOrAbsent(['NoSuchBucketPolicy'], 'GetBucketPolicy', { Bucket: bucket.Name });
        return {
          ...attachedPolicy(arnOf(bucket, aws.partition), answer && told(answer.Policy, 'Policy')),
          // The ARN of a bucket names neither.
          region: bucket.Region,
          account: account ?? (await aws.account()),
        };
      },
    },
    lifecycleRules: {
      fields: 'LifecycleConfiguration.Rules[]',
      reads: ['s3:GetLifecycleConfiguration'],
      read: async ({ Name }, aws) => ({ rules: (await lifecycleRules(aws, Name)).map(lifecycleRule) }),
    },
    bucketKey: {
      fields: 'ServerSideEncryptionConfiguration.Rules[0].BucketKeyEnabled',
      reads: ['s3:GetEncryptionConfiguration'],
      read: async ({ Name: Bucket }, aws) => {
        const absent = ['ServerSideEncryptionConfigurationNotFoundError'];
        const answer = await aws.callOrAbsent(absent, 'GetBucketEncryption', { Bucket });
        if (!answer) return { enabled: false };
        const { Rules } = told(answer.ServerSideEncryptionConfiguration, 'ServerSideEncryptionConfiguration');
        // S3 leaves the switch out where it was never set.
        return { enabled: told(Rules?.[0], 'Rules[0]').BucketKeyEnabled ?? false };
      },
    },
    accessLogging: {
      fields: 'LoggingEnabled.{TargetBucket, TargetPrefix}',
      reads: ['s3:GetBucketLogging'],
      // S3 answers with nothing in it for a bucket without a log.
      read: async ({ Name: Bucket }, aws) => {
        const { LoggingEnabled: log } = await aws.call('GetBucketLogging', { Bucket });
        if (!log) return { enabled: false };
        return {
          enabled: true,
          destination: told(log.TargetBucket, 'LoggingEnabled.TargetBucket'),
          prefix: log.TargetPrefix ?? '',
        };
      },
    },
    objectReplication: {
      fields: 'ReplicationConfiguration.Rules[]',
      reads: ['s3:GetReplicationConfiguration'],
      read: async ({ Name: Bucket }, aws) => {
        const absent = ['ReplicationConfigurationNotFoundError'];
        const answer = await aws.callOrAbsent(absent, 'GetBucketReplication', { Bucket });
        if (!answer) return { rules: [] };
        const { Rules } = told(answer.ReplicationConfiguration, 'ReplicationConfiguration');
        return { rules: told(Rules, 'ReplicationConfiguration.Rules').map(replicationRule) };
      },
    },
    objectLock: {
      fields: 'ObjectLockConfiguration.{ObjectLockEnabled, Rule.DefaultRetention}',
      reads: ['s3:GetBucketObjectLockConfiguration'],
      read: async ({ Name: Bucket }, aws) => {
        const absent = ['ObjectLockConfigurationNotFoundError'];
        const answer = await aws.callOrAbsent(absent, 'GetObjectLockConfiguration', { Bucket });
        const lock = answer?.ObjectLockConfiguration;
        if (!lock) return { enabled: false };
        const { Mode: mode, Days, Years } = lock.Rule?.DefaultRetention ?? {};
        // S3 counts a year of retention as 365 days.
        const days = Days ?? (Years === undefined ? undefined : Years * 365);
        const enabled = told(lock.ObjectLockEnabled, 'ObjectLockConfiguration.ObjectLockEnabled') === 'Enabled';
        return { enabled, ...(mode && { mode }), ...(days !== undefined && { retentionInDays: days }) };
      },
    },
    cors: {
      fields: 'CORSRules[].{AllowedOrigins, AllowedMethods, AllowedHeaders}',
      reads: ['s3:GetBucketCORS'],
      read: async ({ Name: Bucket }, aws) => {
        const answer = await aws.callOrAbsent(['NoSuchCORSConfiguration'], 'GetBucketCors', { Bucket });
        const rules = answer ? told(answer.CORSRules, 'CORSRules') : [];
        return {
          rules: rules.map(({ AllowedOrigins, AllowedMethods, AllowedHeaders = [] }) => ({
            origins: told(AllowedOrigins, 'CORSRules[].AllowedOrigins'),
            methods: told(AllowedMethods, 'CORSRules[].AllowedMethods'),
            headers: AllowedHeaders,
          })),
        };
      },
    },
    accessControlList: {
      fields: 'Owner.ID, Grants[].{Grantee, Permission}',
      reads: ['s3:GetBucketAcl'],
      read: async ({ Name: Bucket }, aws) => {
        const { Owner, Grants } = await aws.call('GetBucketAcl', { Bucket });
        const owner = told(Owner?.ID, 'Owner.ID');
        return {
          grants: told(Grants, 'Grants').map(({ Grantee, Permission }) => {
            const grantee = told(Grantee?.URI ?? Grantee?.ID ?? Grantee?.EmailAddress, 'Grants[].Grantee');
            return {
              // A group is named by a URI, of which the last part is its name.
              grantee: grantee.slice(grantee.lastIndexOf('/') + 1),
              permission: told(Permission, 'Grants[].Permission'),
              toOwner: grantee === owner,
            };
          }),
        };
      },
    },
    objectOwnership: {
      fields: 'OwnershipControls.Rules[0].ObjectOwnership',
      reads: ['s3:GetBucketOwnershipControls'],
      read: async ({ Name: Bucket }, aws) => {
        const absent = ['OwnershipControlsNotFoundError'];
        const answer = await aws.callOrAbsent(absent, 'GetBucketOwnershipControls', { Bucket });
        // Without controls each object belongs to the account that wrote it.
        if (!answer) return { rule: 'ObjectWriter' };
        return { rule: told(answer.OwnershipControls?.Rules?.[0]?.ObjectOwnership, 'Rules[0].ObjectOwnership') };
      },
    },
    intake: { fields: 'Bucket', read: () => ({ takes: 'object' }) },
    contents: { fields: 'Bucket', read: () => ({ holds: 'object' }) },
    keeping: {
      fields: 'Bucket',
      read: () => ({ holds: 'object', keys: [], sample: { key: 'stackproof/{marker}', body: '{marker}' } }),
    },
  },
  acts: bucketActs,
});

function arnOf({ Name }: BucketFacts, partition: string): string {
  return `arn:${partition}:s3:::${Name}`;
}

function defaultEncryption(rule: ServerSideEncryptionRule): Encryption {
  const byDefault = told(rule.ApplyServerSideEncryptionByDefault, 'Rules[0].ApplyServerSideEncryptionByDefault');
  const mode = told(byDefault.SSEAlgorithm, 'Rules[0].ApplyServerSideEncryptionByDefault.SSEAlgorithm');
  switch (mode) {
    case 'AES256':
      return { kind: 'service-owned', mode };
    case 'aws:kms':
    case 'aws:kms:dsse':
      // KMS without a named key is the AWS-managed key of S3.
      return { kind: 'kms', mode, key: kmsReference(byDefault.KMSMasterKeyID ?? 'alias/aws/s3') };
    default:
      throw undetermined('broken answer', `S3 encrypts with ${mode}, which says nothing about whose key it is`, {
        advice: 'The data is kept by another service; ask that resource instead.',
      });
  }
}

async function lifecycleRules(aws: S3, Bucket: string): Promise<S3LifecycleRule[]> {
  const absent = ['NoSuchLifecycleConfiguration'];
  const answer = await aws.callOrAbsent(absent, 'GetBucketLifecycleConfiguration', { Bucket });
  return answer ? told(answer.Rules, 'LifecycleConfiguration.Rules') : [];
}

function replicationRule(rule: S3ReplicationRule): ReplicationRule {
  return {
    id: rule.ID ?? '',
    enabled: told(rule.Status, 'ReplicationConfiguration.Rules[].Status') === 'Enabled',
    destination: told(rule.Destination?.Bucket, 'ReplicationConfiguration.Rules[].Destination.Bucket'),
    // Rules of the first version have the prefix beside the filter.
    prefix: rule.Filter?.Prefix ?? rule.Filter?.And?.Prefix ?? rule.Prefix ?? '',
    storageClass: rule.Destination?.StorageClass,
  };
}
