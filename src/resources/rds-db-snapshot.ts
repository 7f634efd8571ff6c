import { rds } from '../aws/sdk';
import { defineResource } from '../engine/resource';
import { told } from '../engine/unjudged';
import { databaseEngine } from './shared/database-engine';
import { databaseStorage } from './shared/database-storage';
import { storageEncryption, storageEncryptionFields } from './shared/storage-encryption';
import { tagMap } from './shared/tags';

export const rdsDbSnapshot = defineResource({
  type: 'AWS::RDS::DBSnapshot',
  label: 'DB snapshot',
  sdk: rds,
  reads: ['rds:DescribeDBSnapshots'],
  notFound: ['DBSnapshotNotFound', 'DBSnapshotNotFoundFault'],
  factsOf: async (aws, targets) => {
    // Names of automated snapshots (`rds:orders-2024-...`) hold a colon themselves.
    const names = targets.map(({ id }) => id.replace(/^arn:[^:]+:rds:[^:]*:[^:]*:snapshot:/, ''));
    const Filters = [{ Name: 'db-snapshot-id', Values: [...new Set(names)] }];
    const found = await aws.list('DescribeDBSnapshots', { Filters }, (page) => page.DBSnapshots);
    return names.map((name) => found.find((snapshot) => snapshot.DBSnapshotIdentifier === name));
  },
  facets: {
    identity: {
      fields: 'DBSnapshotArn, DBSnapshotIdentifier',
      read: (snapshot) => ({
        arn: told(snapshot.DBSnapshotArn, 'DBSnapshotArn'),
        id: told(snapshot.DBSnapshotIdentifier, 'DBSnapshotIdentifier'),
      }),
    },
    lifecycle: {
      fields: 'Status, PercentProgress',
      read: (snapshot) => {
        const state = told(snapshot.Status, 'Status');
        const reason = state === 'creating' ? `${snapshot.PercentProgress ?? 0}% are done` : undefined;
        return { state, available: state === 'available', reason };
      },
    },
    tags: { fields: 'TagList', read: (snapshot) => tagMap(told(snapshot.TagList, 'TagList')) },
    encryption: {
      fields: storageEncryptionFields.replace('StorageEncrypted', 'Encrypted'),
      read: ({ Encrypted, StorageEncryptionType, KmsKeyId }) =>
        storageEncryption({ StorageEncrypted: Encrypted, StorageEncryptionType, KmsKeyId }),
    },
    engine: { fields: 'Engine, EngineVersion', read: (snapshot) => databaseEngine(snapshot) },
    storage: { fields: 'AllocatedStorage, StorageType, Iops', read: (snapshot) => databaseStorage(snapshot, false) },
    publicAccess: {
      fields: 'DBSnapshotAttributesResult.DBSnapshotAttributes[restore]',
      reads: ['rds:DescribeDBSnapshotAttributes'],
      read: async (snapshot, aws) => {
        const DBSnapshotIdentifier = told(snapshot.DBSnapshotIdentifier, 'DBSnapshotIdentifier');
        const answer = await aws.call('DescribeDBSnapshotAttributes', { DBSnapshotIdentifier });
        const attributes = told(answer.DBSnapshotAttributesResult?.DBSnapshotAttributes, 'DBSnapshotAttributes');
        const accounts = attributes.find(({ AttributeName }) => AttributeName === 'restore')?.AttributeValues ?? [];
        const shared = accounts.length > 0 ? `restored by ${accounts.join(', ')}` : 'restored by nobody else';
        return { public: accounts.includes('all'), because: `it may be ${shared}` };
      },
    },
  },
});
