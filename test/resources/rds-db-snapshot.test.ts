import { DescribeDBSnapshotAttributesCommand, DescribeDBSnapshotsCommand, RDSClient } from '@aws-sdk/client-rds';
import { mockClient } from 'aws-sdk-client-mock';
import { rdsDbSnapshot } from '../../src/resources/rds-db-snapshot';
import { asking } from './answers';

const rds = mockClient(RDSClient);
const { ask, exists } = asking('AWS::RDS::DBSnapshot', [rdsDbSnapshot]);

const arn = 'arn:aws:rds:eu-west-1:123456789012:snapshot:rds:orders-2026-01-01-03-00';
const typical = {
  DBSnapshotIdentifier: 'rds:orders-2026-01-01-03-00',
  DBSnapshotArn: arn,
  DBInstanceIdentifier: 'orders',
  Status: 'available',
  Engine: 'postgres',
  EngineVersion: '15.8',
  AllocatedStorage: 20,
  StorageType: 'gp3',
  Encrypted: true,
  KmsKeyId: 'k-1',
  TagList: [{ Key: 'team', Value: 'shop' }],
};
const answer = (fields: object = {}) =>
  rds.on(DescribeDBSnapshotsCommand).resolves({ DBSnapshots: [{ ...typical, ...fields }] });
const restore = (...AttributeValues: string[]) =>
  rds.on(DescribeDBSnapshotAttributesCommand).resolves({
    DBSnapshotAttributesResult: { DBSnapshotAttributes: [{ AttributeName: 'restore', AttributeValues }] },
  });

beforeEach(() => {
  rds.reset();
  answer();
});

test.each([arn, 'rds:orders-2026-01-01-03-00'])('%s is found', async (id) => {
  expect(await ask(id, 'identity')).toEqual({ arn, id: 'rds:orders-2026-01-01-03-00' });
});

test('a snapshot answers', async () => {
  expect(await ask(arn, 'lifecycle')).toEqual({ state: 'available', available: true });
  expect(await ask(arn, 'tags')).toEqual({ team: 'shop' });
  expect(await ask(arn, 'encryption')).toMatchObject({ kind: 'kms' });
  expect(await ask(arn, 'engine')).toMatchObject({ name: 'postgres', version: '15.8' });
  expect(await ask(arn, 'storage')).toMatchObject({ sizeInGibibytes: 20, type: 'gp3' });
});

test.each([
  [[], false, 'it may be restored by nobody else'],
  [['210987654321'], false, 'it may be restored by 210987654321'],
  [['all'], true, 'it may be restored by all'],
])('restored by %j', async (accounts, open, because) => {
  restore(...accounts);
  expect(await ask(arn, 'publicAccess')).toEqual({ public: open, because });
});

test('one that is being made, one in the clear, and a sibling', async () => {
  answer({ Status: 'creating', PercentProgress: 40, Encrypted: false });
  expect(await ask(arn, 'lifecycle')).toEqual({ state: 'creating', available: false, reason: '40% are done' });
  expect(await ask(arn, 'encryption')).toMatchObject({ kind: 'none' });
  expect(await exists('rds:orders-2026-01-01')).toBe(false);
});
