import {
  DescribeContinuousBackupsCommand,
  DescribeTableCommand,
  DescribeTimeToLiveCommand,
  DynamoDBClient,
  GetResourcePolicyCommand,
  ListTagsOfResourceCommand,
  type TableDescription,
} from '@aws-sdk/client-dynamodb';
import { mockClient } from 'aws-sdk-client-mock';
import { dynamodbTable } from '../../src/resources/dynamodb-table';
import { asking } from './answers';
import { refusal } from './refusal';

const dynamodb = mockClient(DynamoDBClient);
const { ask, exists } = asking('AWS::DynamoDB::Table', [dynamodbTable]);

const arn = 'arn:aws:dynamodb:eu-west-1:123456789012:table/orders';
const keyArn = 'arn:aws:kms:eu-west-1:123456789012:key/k-1';
const typical: TableDescription = {
  TableName: 'orders',
  TableArn: arn,
  TableStatus: 'ACTIVE',
  AttributeDefinitions: [
    { AttributeName: 'id', AttributeType: 'S' },
    { AttributeName: 'created', AttributeType: 'N' },
    { AttributeName: 'tenant', AttributeType: 'S' },
  ],
  KeySchema: [
    { AttributeName: 'id', KeyType: 'HASH' },
    { AttributeName: 'created', KeyType: 'RANGE' },
  ],
  ProvisionedThroughput: { ReadCapacityUnits: 5, WriteCapacityUnits: 2 },
  DeletionProtectionEnabled: false,
};

function answer(fields: Partial<TableDescription> = {}) {
  dynamodb.on(DescribeTableCommand, { TableName: 'orders' }).resolves({ Table: { ...typical, ...fields } });
}

beforeEach(() => {
  dynamodb.reset();
  answer();
});

test.each(['orders', arn, `${arn}/stream/2026-01-01T00:00:00.000`, `${arn}/index/by-tenant`])(
  '%s is found',
  async (id) => {
    expect(await ask(id, 'identity')).toEqual({ arn, id: 'orders' });
  },
);

test('a table that is not there does not exist', async () => {
  dynamodb.on(DescribeTableCommand).rejects(refusal('ResourceNotFoundException'));
  expect(await exists('orders')).toBe(false);
});

test.each([
  ['ACTIVE', true],
  ['UPDATING', true],
  ['CREATING', false],
  ['DELETING', false],
  ['INACCESSIBLE_ENCRYPTION_CREDENTIALS', false],
  ['ARCHIVED', false],
] as const)('state %s', async (TableStatus, available) => {
  answer({ TableStatus });
  expect(await ask('orders', 'lifecycle')).toMatchObject({ state: TableStatus, available });
});

test.each([
  [undefined, { kind: 'service-owned', mode: 'AWS-owned key' }],
  [{ Status: 'DISABLED' as const }, { kind: 'service-owned', mode: 'AWS-owned key' }],
  [
    { Status: 'ENABLED' as const, SSEType: 'KMS' as const, KMSMasterKeyArn: keyArn },
    { kind: 'kms', mode: 'KMS', key: { type: 'AWS::KMS::Key', id: keyArn, region: 'eu-west-1' } },
  ],
  [
    { Status: 'UPDATING' as const, SSEType: 'KMS' as const, KMSMasterKeyArn: keyArn },
    { kind: 'kms', mode: 'KMS', key: { type: 'AWS::KMS::Key', id: keyArn, region: 'eu-west-1' } },
  ],
  [
    {
      Status: 'ENABLED' as const,
      SSEType: 'KMS' as const,
      KMSMasterKeyArn: keyArn,
      InaccessibleEncryptionDateTime: new Date('2026-02-03T04:05:06Z'),
    },
    {
      kind: 'kms',
      mode: 'KMS',
      key: { type: 'AWS::KMS::Key', id: keyArn, region: 'eu-west-1' },
      problem: 'DynamoDB has had no access to the key since 2026-02-03T04:05:06.000Z',
    },
  ],
])('encryption with %o', async (SSEDescription, expected) => {
  answer({ SSEDescription });
  expect(await ask('orders', 'encryption')).toEqual(expected);
});

test('a KMS table without its key is a broken answer', async () => {
  answer({ SSEDescription: { Status: 'ENABLED', SSEType: 'KMS' } });
  await expect(ask('orders', 'encryption')).rejects.toThrow('Table.SSEDescription.KMSMasterKeyArn');
});

test('billing by request, provisioned, and provisioned from the first day', async () => {
  const provisioned = { mode: 'PROVISIONED', readCapacityUnits: 5, writeCapacityUnits: 2 };
  expect(await ask('orders', 'billing')).toEqual(provisioned);
  answer({ BillingModeSummary: { BillingMode: 'PROVISIONED' } });
  expect(await ask('orders', 'billing')).toEqual(provisioned);
  answer({ BillingModeSummary: { BillingMode: 'PAY_PER_REQUEST' } });
  expect(await ask('orders', 'billing')).toEqual({ mode: 'PAY_PER_REQUEST' });
});

test('the keys of the table and of its indexes', async () => {
  answer({
    GlobalSecondaryIndexes: [{ IndexName: 'by-tenant', KeySchema: [{ AttributeName: 'tenant', KeyType: 'HASH' }] }],
    LocalSecondaryIndexes: [
      {
        IndexName: 'by-tenant-and-id',
        KeySchema: [
          { AttributeName: 'id', KeyType: 'HASH' },
          { AttributeName: 'tenant', KeyType: 'HASH' },
        ],
      },
    ],
  });
  expect(await ask('orders', 'keySchema')).toEqual({
    partitionKey: { name: 'id', type: 'S' },
    sortKey: { name: 'created', type: 'N' },
    indexes: {
      'by-tenant': { partitionKey: { name: 'tenant', type: 'S' } },
      'by-tenant-and-id': { partitionKey: { name: 'id, tenant', type: 'S, S' } },
    },
  });
});

test.each([
  ['ENABLED', { enabled: true, attribute: 'expires' }],
  ['ENABLING', { enabled: true, attribute: 'expires' }],
  ['DISABLING', { enabled: false }],
  ['DISABLED', { enabled: false }],
] as const)('time to live %s', async (TimeToLiveStatus, expected) => {
  const TimeToLiveDescription = { TimeToLiveStatus, AttributeName: 'expires' };
  dynamodb.on(DescribeTimeToLiveCommand).resolves({ TimeToLiveDescription });
  expect(await ask('orders', 'timeToLive')).toEqual(expected);
});

test('point-in-time recovery', async () => {
  const backups = (PointInTimeRecoveryDescription?: object) =>
    dynamodb.on(DescribeContinuousBackupsCommand).resolves({
      ContinuousBackupsDescription: { ContinuousBackupsStatus: 'ENABLED', PointInTimeRecoveryDescription },
    });
  backups({ PointInTimeRecoveryStatus: 'ENABLED', RecoveryPeriodInDays: 35 });
  expect(await ask('orders', 'pointInTimeRecovery')).toEqual({ enabled: true, periodInDays: 35 });
  // Continuous backups are always on; point-in-time recovery is what a table chooses.
  backups({ PointInTimeRecoveryStatus: 'DISABLED' });
  expect(await ask('orders', 'pointInTimeRecovery')).toEqual({ enabled: false });
  backups(undefined);
  await expect(ask('orders', 'pointInTimeRecovery')).rejects.toThrow('PointInTimeRecoveryDescription');
});

test('a stream, none, and one that is gone', async () => {
  const LatestStreamArn = `${arn}/stream/2026-01-01T00:00:00.000`;
  answer({ StreamSpecification: { StreamEnabled: true, StreamViewType: 'KEYS_ONLY' }, LatestStreamArn });
  expect(await ask('orders', 'stream')).toEqual({ enabled: true, viewType: 'KEYS_ONLY', arn: LatestStreamArn });
  answer({ LatestStreamArn });
  expect(await ask('orders', 'stream')).toEqual({ enabled: false });
});

test('deletion protection is told, never assumed', async () => {
  expect(await ask('orders', 'deletionProtection')).toEqual({ enabled: false });
  answer({ DeletionProtectionEnabled: undefined });
  await expect(ask('orders', 'deletionProtection')).rejects.toThrow('Table.DeletionProtectionEnabled');
});

test('tags of all pages', async () => {
  dynamodb
    .on(ListTagsOfResourceCommand, { ResourceArn: arn })
    .resolves({ Tags: [{ Key: 'team', Value: 'orders' }], NextToken: 'two' })
    .on(ListTagsOfResourceCommand, { ResourceArn: arn, NextToken: 'two' })
    .resolves({ Tags: [{ Key: 'env', Value: 'prod' }] });
  expect(await ask('orders', 'tags')).toEqual({ team: 'orders', env: 'prod' });
});

test('a table without a policy has no statements', async () => {
  dynamodb.on(GetResourcePolicyCommand).rejects(refusal('PolicyNotFoundException'));
  expect(await ask('orders', 'resourcePolicy')).toEqual({
    arn,
    region: 'eu-west-1',
    account: '123456789012',
    statements: [],
  });
});

test('secondary indexes and replicas', async () => {
  const Projection = { ProjectionType: 'INCLUDE' as const, NonKeyAttributes: ['total'] };
  const KeySchema = [{ AttributeName: 'tenant', KeyType: 'HASH' as const }];
  answer({
    GlobalSecondaryIndexes: [{ IndexName: 'by-tenant', KeySchema, Projection, IndexStatus: 'ACTIVE' }],
    Replicas: [{ RegionName: 'us-west-2', ReplicaStatus: 'CREATING' }],
  });
  expect(await ask('orders', 'secondaryIndexes')).toEqual({
    global: [
      {
        name: 'by-tenant',
        partitionKey: { name: 'tenant', type: 'S' },
        projection: 'INCLUDE',
        nonKeyAttributes: ['total'],
        state: 'ACTIVE',
      },
    ],
    local: [],
  });
  expect(await ask('orders', 'regionalReplicas')).toEqual({
    replicas: [{ region: 'us-west-2', state: 'CREATING', ready: false }],
  });
  answer();
  expect(await ask('orders', 'regionalReplicas')).toEqual({ replicas: [] });
});
