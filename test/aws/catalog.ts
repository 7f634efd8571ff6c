import { ec2, kms, rds, s3 } from '../../src/aws/sdk';
import { defineResource, type ResourceDefinition, type Target } from '../../src/engine/resource';
import { told } from '../../src/engine/unjudged';

/** A query service, one resource a call. */
export const instance: ResourceDefinition = defineResource({
  type: 'AWS::RDS::DBInstance',
  label: 'RDS DB instance',
  sdk: rds,
  reads: ['rds:DescribeDBInstances'],
  notFound: ['DBInstanceNotFound', 'DBInstanceNotFoundFault'],
  facts: async (aws, { id }) =>
    told((await aws.call('DescribeDBInstances', { DBInstanceIdentifier: id })).DBInstances, 'DBInstances')[0],
  facets: {
    identity: {
      fields: 'DBInstanceArn',
      read: (db) => ({ id: told(db.DBInstanceIdentifier, 'DBInstanceIdentifier'), arn: db.DBInstanceArn }),
    },
    deletionProtection: {
      fields: 'DeletionProtection',
      read: (db) => ({ enabled: told(db.DeletionProtection, 'DeletionProtection') }),
    },
    key: {
      fields: 'KmsKeyId',
      reads: ['kms:DescribeKey'],
      read: (db, aws) => aws.facet({ type: 'AWS::KMS::Key', id: told(db.KmsKeyId, 'KmsKeyId') }, 'key'),
    },
  },
});

/** A JSON service. */
export const key: ResourceDefinition = defineResource({
  type: 'AWS::KMS::Key',
  label: 'KMS key',
  sdk: kms,
  reads: ['kms:DescribeKey'],
  notFound: ['NotFoundException'],
  facts: async (aws, { id }) => (await aws.call('DescribeKey', { KeyId: id })).KeyMetadata,
  facets: {
    identity: { fields: 'Arn', read: (metadata) => ({ id: told(metadata.KeyId, 'KeyId'), arn: metadata.Arn }) },
    key: {
      fields: 'KeyManager, KeyState',
      read: (metadata) => ({
        arn: told(metadata.Arn, 'Arn'),
        id: told(metadata.KeyId, 'KeyId'),
        manager: told(metadata.KeyManager, 'KeyManager'),
        state: told(metadata.KeyState, 'KeyState'),
        spec: 'SYMMETRIC_DEFAULT',
        usage: 'ENCRYPT_DECRYPT',
      }),
    },
    keyRotation: {
      fields: 'KeyRotationEnabled',
      reads: ['kms:GetKeyRotationStatus'],
      read: async (metadata, aws) => {
        const status = await aws.call('GetKeyRotationStatus', { KeyId: told(metadata.KeyId, 'KeyId') });
        return { enabled: told(status.KeyRotationEnabled, 'KeyRotationEnabled') };
      },
    },
  },
});

/** A REST service. */
export const bucket: ResourceDefinition = defineResource({
  type: 'AWS::S3::Bucket',
  label: 'S3 bucket',
  sdk: s3,
  reads: ['s3:GetBucketVersioning'],
  notFound: ['NoSuchBucket'],
  facts: (aws, { id }) => aws.call('GetBucketVersioning', { Bucket: id }),
  facets: {
    identity: { fields: '', read: (_versioning, _aws, { id }) => ({ id }) },
    versioning: {
      fields: 'Status',
      read: ({ Status, MFADelete }) => ({ status: Status ?? 'Unversioned', mfaDelete: MFADelete === 'Enabled' }),
    },
    resourcePolicy: {
      fields: 'Policy',
      reads: ['s3:GetBucketPolicy'],
      read: async (_versioning, aws, { id }) => {
        await aws.callOrAbsent(['NoSuchBucketPolicy'], 'GetBucketPolicy', { Bucket: id });
        return { arn: `arn:aws:s3:::${id}`, region: aws.region, account: await aws.account(), statements: [] };
      },
    },
  },
});

/** A service that takes many ids. */
export const securityGroup: ResourceDefinition = defineResource({
  type: 'AWS::EC2::SecurityGroup',
  label: 'security group',
  sdk: ec2,
  reads: ['ec2:DescribeSecurityGroups'],
  notFound: ['InvalidGroup.NotFound'],
  factsOf: async (aws, targets) => {
    const groups = await aws.list(
      'DescribeSecurityGroups',
      { GroupIds: targets.map(({ id }) => id) },
      (page) => page.SecurityGroups,
    );
    return targets.map(({ id }) => groups.find(({ GroupId }) => GroupId === id));
  },
  facets: {
    identity: { fields: 'GroupId', read: (group) => ({ id: told(group.GroupId, 'GroupId'), name: group.GroupName }) },
  },
});

/** A target as an output names it. */
export function target(type: string, more: Partial<Target> = {}): Target {
  return { type, id: 'orders', identifier: 'name', value: 'orders', key: 'Orders', ...more };
}
