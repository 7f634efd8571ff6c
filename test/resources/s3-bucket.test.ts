import {
  GetBucketAclCommand,
  GetBucketCorsCommand,
  GetBucketEncryptionCommand,
  GetBucketLifecycleConfigurationCommand,
  GetBucketLoggingCommand,
  GetBucketNotificationConfigurationCommand,
  GetBucketOwnershipControlsCommand,
  GetBucketPolicyCommand,
  GetBucketPolicyStatusCommand,
  GetBucketReplicationCommand,
  GetBucketTaggingCommand,
  GetBucketVersioningCommand,
  GetBucketWebsiteCommand,
  GetObjectLockConfigurationCommand,
  GetPublicAccessBlockCommand,
  HeadBucketCommand,
  S3Client,
  type ServerSideEncryptionByDefault,
} from '@aws-sdk/client-s3';
import { mockClient } from 'aws-sdk-client-mock';
import { s3Bucket } from '../../src/resources/s3-bucket';
import { asking } from './answers';
import { refusal } from './refusal';

const s3 = mockClient(S3Client);
const { ask, exists } = asking('AWS::S3::Bucket', [s3Bucket]);

const everybody = { Grantee: { Type: 'Group' as const, URI: 'http://acs.amazonaws.com/groups/global/AllUsers' } };
const owner = { Grantee: { Type: 'CanonicalUser' as const, ID: '75aa57f09aa0c8caeab4f8c24e99d10f' } };
const blockAll = {
  BlockPublicAcls: true,
  IgnorePublicAcls: true,
  BlockPublicPolicy: true,
  RestrictPublicBuckets: true,
};

beforeEach(() => {
  s3.reset();
  s3.on(HeadBucketCommand, { Bucket: 'orders' }).resolves({ BucketRegion: 'eu-west-1' });
});

function encryptedBy(byDefault: ServerSideEncryptionByDefault | undefined) {
  s3.on(GetBucketEncryptionCommand).resolves({
    ServerSideEncryptionConfiguration: { Rules: [{ ApplyServerSideEncryptionByDefault: byDefault }] },
  });
}

test.each(['orders', 'arn:aws:s3:::orders'])('%s is found', async (id) => {
  expect(await ask(id, 'identity')).toEqual({ arn: 'arn:aws:s3:::orders', id: 'orders' });
  expect(await ask(id, 'lifecycle')).toEqual({ available: true });
});

test('a bucket that is not there does not exist', async () => {
  s3.on(HeadBucketCommand).rejects(refusal('NotFound', 404));
  expect(await exists('orders')).toBe(false);
});

test.each([
  [{ SSEAlgorithm: 'AES256' as const }, { kind: 'service-owned', mode: 'AES256' }],
  [
    { SSEAlgorithm: 'aws:kms' as const, KMSMasterKeyID: 'alias/orders' },
    { kind: 'kms', key: { id: 'alias/orders' } },
  ],
  [
    { SSEAlgorithm: 'aws:kms:dsse' as const, KMSMasterKeyID: 'k' },
    { kind: 'kms', mode: 'aws:kms:dsse' },
  ],
  [{ SSEAlgorithm: 'aws:kms' as const }, { kind: 'kms', key: { type: 'AWS::KMS::Key', id: 'alias/aws/s3' } }],
])('encryption by %o', async (byDefault, expected) => {
  encryptedBy(byDefault);
  expect(await ask('orders', 'encryption')).toMatchObject(expected);
});

test('an old bucket may have no default encryption', async () => {
  s3.on(GetBucketEncryptionCommand).rejects(refusal('ServerSideEncryptionConfigurationNotFoundError', 404));
  expect(await ask('orders', 'encryption')).toEqual({ kind: 'none', mode: 'no default encryption' });
});

test('encryption that S3 does not tell is not guessed', async () => {
  encryptedBy(undefined);
  await expect(ask('orders', 'encryption')).rejects.toThrow(
    'AWS answered without the field Rules[0].ApplyServerSideEncryptionByDefault',
  );
  encryptedBy({ SSEAlgorithm: 'aws:fsx' });
  await expect(ask('orders', 'encryption')).rejects.toThrow('S3 encrypts with aws:fsx');
});

test('access denied is not "not configured"', async () => {
  const denied = refusal('AccessDenied', 403);
  s3.on(GetBucketEncryptionCommand).rejects(denied).on(GetPublicAccessBlockCommand).rejects(denied);
  s3.on(GetBucketPolicyCommand).rejects(denied);
  await expect(ask('orders', 'encryption')).rejects.toThrow('s3:GetEncryptionConfiguration');
  await expect(ask('orders', 'publicAccessBlock')).rejects.toThrow('s3:GetBucketPublicAccessBlock');
  await expect(ask('orders', 'resourcePolicy')).rejects.toThrow('s3:GetBucketPolicy');
});

test.each([
  [{}, { status: 'Unversioned', mfaDelete: false }],
  [
    { Status: 'Enabled' as const, MFADelete: 'Enabled' as const },
    { status: 'Enabled', mfaDelete: true },
  ],
  [{ Status: 'Suspended' as const }, { status: 'Suspended', mfaDelete: false }],
])('versioning %o', async (answer, expected) => {
  s3.on(GetBucketVersioningCommand).resolves(answer);
  expect(await ask('orders', 'versioning')).toEqual(expected);
});

test('tags, and none', async () => {
  s3.on(GetBucketTaggingCommand).resolvesOnce({ TagSet: [{ Key: 'team', Value: 'orders' }] });
  expect(await ask('orders', 'tags')).toEqual({ team: 'orders' });
  s3.on(GetBucketTaggingCommand).rejects(refusal('NoSuchTagSet', 404));
  expect(await ask('orders', 'tags')).toEqual({});
});

test('the public access block, and none', async () => {
  s3.on(GetPublicAccessBlockCommand).resolvesOnce({ PublicAccessBlockConfiguration: blockAll });
  expect(await ask('orders', 'publicAccessBlock')).toEqual(blockAll);
  s3.on(GetPublicAccessBlockCommand).rejects(refusal('NoSuchPublicAccessBlockConfiguration', 404));
  expect(Object.values(await ask('orders', 'publicAccessBlock'))).toEqual([false, false, false, false]);
});

test.each([
  ['nothing', {}, false, [owner], false, 'the bucket policy is not public and the access control list grants nothing'],
  ['a public policy', {}, true, [owner], true, 'the bucket policy is public'],
  ['a public list', {}, false, [owner, everybody], true, 'the access control list grants access to AllUsers'],
  ['both, blocked', blockAll, true, [everybody], false, 'RestrictPublicBuckets is on and IgnorePublicAcls is on'],
  ['the wrong half blocked', { RestrictPublicBuckets: true }, true, [everybody], true, 'AllUsers'],
])('public access with %s', async (_, block, IsPublic, Grants, isPublic, because) => {
  s3.on(GetPublicAccessBlockCommand).resolves({ PublicAccessBlockConfiguration: block });
  s3.on(GetBucketPolicyStatusCommand).resolves({ PolicyStatus: { IsPublic } });
  s3.on(GetBucketAclCommand).resolves({ Grants });
  expect(await ask('orders', 'publicAccess')).toEqual({
    public: isPublic,
    because: expect.stringContaining(because),
  });
});

test('a policy status that S3 does not tell is not "private"', async () => {
  s3.on(GetPublicAccessBlockCommand).rejects(refusal('NoSuchPublicAccessBlockConfiguration', 404));
  s3.on(GetBucketPolicyStatusCommand).resolves({ PolicyStatus: {} });
  s3.on(GetBucketAclCommand).resolves({ Grants: [owner] });
  await expect(ask('orders', 'publicAccess')).rejects.toThrow('without the field PolicyStatus.IsPublic');
});

test('the bucket policy knows region and account, and none is an empty list', async () => {
  const where = { arn: 'arn:aws:s3:::orders', region: 'eu-west-1', account: '123456789012' };
  s3.on(GetBucketPolicyCommand).resolvesOnce({
    Policy: '{"Version":"2012-10-17","Statement":{"Effect":"Deny","Principal":"*","Action":"s3:*","Resource":"*"}}',
  });
  expect(await ask('orders', 'resourcePolicy')).toMatchObject({ ...where, statements: [{ effect: 'Deny' }] });
  s3.on(GetBucketPolicyCommand).rejects(refusal('NoSuchBucketPolicy', 404));
  expect(await ask('orders', 'resourcePolicy')).toEqual({ ...where, statements: [] });
});

test('a lifecycle rule says what else it is limited to', async () => {
  const rule = { Status: 'Enabled' as const, Expiration: { Days: 30 } };
  s3.on(GetBucketLifecycleConfigurationCommand).resolves({
    Rules: [
      { ...rule, Filter: { Tag: { Key: 'archive', Value: 'true' } } },
      { ...rule, Filter: { And: { Prefix: 'a/', Tags: [{ Key: 'b', Value: 'c' }], ObjectSizeGreaterThan: 128 } } },
      { ...rule, Filter: { ObjectSizeLessThan: 1024 } },
      { ...rule, Filter: { Prefix: '' } },
    ],
  });
  expect((await ask('orders', 'lifecycleRules')).rules.map(({ filter }) => filter)).toEqual([
    'objects tagged archive=true',
    'objects tagged b=c and larger than 128 bytes',
    'objects smaller than 1024 bytes',
    undefined,
  ]);
});

test('lifecycle rules of today and of before 2016', async () => {
  s3.on(GetBucketLifecycleConfigurationCommand).resolvesOnce({
    Rules: [
      {
        ID: 'logs',
        Status: 'Enabled',
        Filter: { And: { Prefix: 'logs/', Tags: [{ Key: 'a', Value: 'b' }] } },
        Expiration: { Days: 90 },
        NoncurrentVersionExpiration: { NoncurrentDays: 30 },
        AbortIncompleteMultipartUpload: { DaysAfterInitiation: 7 },
        Transitions: [{ Days: 30, StorageClass: 'STANDARD_IA' }],
      },
      { Status: 'Disabled', Prefix: 'old/' },
      { Status: 'Enabled', Filter: {} },
    ],
  });
  expect((await ask('orders', 'lifecycleRules')).rules).toEqual([
    {
      id: 'logs',
      filter: 'objects tagged a=b',
      enabled: true,
      prefix: 'logs/',
      expirationInDays: 90,
      noncurrentExpirationInDays: 30,
      abortIncompleteMultipartUploadInDays: 7,
      transitions: [{ days: 30, storageClass: 'STANDARD_IA' }],
    },
    expect.objectContaining({ id: '', enabled: false, prefix: 'old/', transitions: [] }),
    expect.objectContaining({ prefix: '' }),
  ]);
  s3.on(GetBucketLifecycleConfigurationCommand).rejects(refusal('NoSuchLifecycleConfiguration', 404));
  expect(await ask('orders', 'lifecycleRules')).toEqual({ rules: [] });
});

test('the described state has the names of CloudFormation and leaves out what is not configured', async () => {
  encryptedBy({ SSEAlgorithm: 'AES256' });
  s3.on(GetBucketVersioningCommand).resolves({ Status: 'Enabled' });
  s3.on(GetBucketLoggingCommand).resolves({ LoggingEnabled: { TargetBucket: 'logs', TargetPrefix: 'orders/' } });
  s3.on(GetBucketNotificationConfigurationCommand).resolves({ EventBridgeConfiguration: {} });
  s3.on(GetPublicAccessBlockCommand).rejects(refusal('NoSuchPublicAccessBlockConfiguration', 404));
  s3.on(GetBucketLifecycleConfigurationCommand).rejects(refusal('NoSuchLifecycleConfiguration', 404));
  s3.on(GetBucketOwnershipControlsCommand).rejects(refusal('OwnershipControlsNotFoundError', 404));
  s3.on(GetBucketWebsiteCommand).rejects(refusal('NoSuchWebsiteConfiguration', 404));
  s3.on(GetBucketCorsCommand).rejects(refusal('NoSuchCORSConfiguration', 404));
  s3.on(GetBucketReplicationCommand).rejects(refusal('ReplicationConfigurationNotFoundError', 404));
  s3.on(GetObjectLockConfigurationCommand).rejects(refusal('ObjectLockConfigurationNotFoundError', 404));
  expect(await ask('orders', 'config')).toEqual({
    BucketName: 'orders',
    Arn: 'arn:aws:s3:::orders',
    Region: 'eu-west-1',
    BucketEncryption: {
      ServerSideEncryptionConfiguration: [{ ServerSideEncryptionByDefault: { SSEAlgorithm: 'AES256' } }],
    },
    VersioningConfiguration: { Status: 'Enabled' },
    LoggingConfiguration: { DestinationBucketName: 'logs', LogFilePrefix: 'orders/' },
    NotificationConfiguration: { EventBridgeConfiguration: { EventBridgeEnabled: true } },
  });
});

test('log, replication, lock, CORS, ownership and bucket key', async () => {
  s3.on(GetBucketLoggingCommand).resolves({ LoggingEnabled: { TargetBucket: 'logs', TargetPrefix: 's3/' } });
  s3.on(GetBucketReplicationCommand).resolves({
    ReplicationConfiguration: {
      Role: 'arn:role',
      Rules: [
        {
          ID: 'all',
          Status: 'Enabled',
          Filter: { Prefix: 'a/' },
          Destination: { Bucket: 'arn:aws:s3:::archive', StorageClass: 'GLACIER' },
        },
      ],
    },
  });
  s3.on(GetObjectLockConfigurationCommand).resolves({
    ObjectLockConfiguration: {
      ObjectLockEnabled: 'Enabled',
      Rule: { DefaultRetention: { Mode: 'COMPLIANCE', Years: 1 } },
    },
  });
  s3.on(GetBucketCorsCommand).resolves({ CORSRules: [{ AllowedOrigins: ['*'], AllowedMethods: ['GET'] }] });
  s3.on(GetBucketOwnershipControlsCommand).resolves({
    OwnershipControls: { Rules: [{ ObjectOwnership: 'BucketOwnerEnforced' }] },
  });
  s3.on(GetBucketEncryptionCommand).resolves({
    ServerSideEncryptionConfiguration: {
      Rules: [{ ApplyServerSideEncryptionByDefault: { SSEAlgorithm: 'aws:kms' }, BucketKeyEnabled: true }],
    },
  });
  expect(await ask('orders', 'accessLogging')).toEqual({ enabled: true, destination: 'logs', prefix: 's3/' });
  expect(await ask('orders', 'objectReplication')).toEqual({
    rules: [{ id: 'all', enabled: true, destination: 'arn:aws:s3:::archive', prefix: 'a/', storageClass: 'GLACIER' }],
  });
  expect(await ask('orders', 'objectLock')).toEqual({ enabled: true, mode: 'COMPLIANCE', retentionInDays: 365 });
  expect(await ask('orders', 'cors')).toEqual({ rules: [{ origins: ['*'], methods: ['GET'], headers: [] }] });
  expect(await ask('orders', 'objectOwnership')).toEqual({ rule: 'BucketOwnerEnforced' });
  expect(await ask('orders', 'bucketKey')).toEqual({ enabled: true });
});

test('none of these was configured', async () => {
  s3.on(GetBucketLoggingCommand).resolves({});
  s3.on(GetBucketReplicationCommand).rejects(refusal('ReplicationConfigurationNotFoundError', 404));
  s3.on(GetObjectLockConfigurationCommand).rejects(refusal('ObjectLockConfigurationNotFoundError', 404));
  s3.on(GetBucketCorsCommand).rejects(refusal('NoSuchCORSConfiguration', 404));
  s3.on(GetBucketOwnershipControlsCommand).rejects(refusal('OwnershipControlsNotFoundError', 404));
  encryptedBy({ SSEAlgorithm: 'AES256' });
  expect(await ask('orders', 'accessLogging')).toEqual({ enabled: false });
  expect(await ask('orders', 'objectReplication')).toEqual({ rules: [] });
  expect(await ask('orders', 'objectLock')).toEqual({ enabled: false });
  expect(await ask('orders', 'cors')).toEqual({ rules: [] });
  expect(await ask('orders', 'objectOwnership')).toEqual({ rule: 'ObjectWriter' });
  expect(await ask('orders', 'bucketKey')).toEqual({ enabled: false });
  s3.on(GetBucketReplicationCommand).rejects(refusal('AccessDenied', 403));
  await expect(ask('orders', 'objectReplication')).rejects.toThrow('s3:GetReplicationConfiguration');
});

test('an access control list tells the owner from others', async () => {
  s3.on(GetBucketAclCommand).resolves({
    Owner: { ID: '75aa57f09aa0c8caeab4f8c24e99d10f' },
    Grants: [
      { ...owner, Permission: 'FULL_CONTROL' },
      { ...everybody, Permission: 'READ' },
    ],
  });
  expect(await ask('orders', 'accessControlList')).toEqual({
    grants: [
      { grantee: '75aa57f09aa0c8caeab4f8c24e99d10f', permission: 'FULL_CONTROL', toOwner: true },
      { grantee: 'AllUsers', permission: 'READ', toOwner: false },
    ],
  });
});
