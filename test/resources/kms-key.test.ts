import {
  DescribeKeyCommand,
  GetKeyPolicyCommand,
  GetKeyRotationStatusCommand,
  KMSClient,
  ListAliasesCommand,
  ListGrantsCommand,
  ListResourceTagsCommand,
} from '@aws-sdk/client-kms';
import { mockClient } from 'aws-sdk-client-mock';
import { kmsKey } from '../../src/resources/kms-key';
import { asking } from './answers';
import { refusal } from './refusal';

const kms = mockClient(KMSClient);
const { ask, exists } = asking('AWS::KMS::Key', [kmsKey]);

const id = '1a2b3c4d-5e6f-4a1b-8c2d-3e4f5a6b7c8d';
const arn = `arn:aws:kms:eu-west-1:123456789012:key/${id}`;
const typical = {
  KeyId: id,
  Arn: arn,
  AWSAccountId: '123456789012',
  KeyManager: 'CUSTOMER' as const,
  KeyState: 'Enabled' as const,
  KeySpec: 'SYMMETRIC_DEFAULT' as const,
  KeyUsage: 'ENCRYPT_DECRYPT' as const,
};

beforeEach(() => {
  kms.reset();
  kms.on(DescribeKeyCommand).resolves({ KeyMetadata: typical });
});

test.each([id, arn, 'alias/orders', 'arn:aws:kms:eu-west-1:123456789012:alias/orders'])(
  '%s is asked as it is',
  async (name) => {
    expect(await ask(name, 'identity')).toEqual({ arn, id });
    expect(kms.commandCalls(DescribeKeyCommand)[0]?.args[0].input).toEqual({ KeyId: name });
    expect(kms.commandCalls(ListAliasesCommand)).toHaveLength(0);
  },
);

test('a key tells its manager, state, spec and usage', async () => {
  expect(await ask(id, 'key')).toEqual({
    arn,
    id,
    manager: 'CUSTOMER',
    state: 'Enabled',
    spec: 'SYMMETRIC_DEFAULT',
    usage: 'ENCRYPT_DECRYPT',
  });
  kms.on(DescribeKeyCommand).resolves({ KeyMetadata: { ...typical, KeyManager: undefined } });
  await expect(ask(id, 'key')).rejects.toThrow('AWS answered without the field KeyMetadata.KeyManager');
});

test.each([
  ['Enabled', true],
  ['Disabled', false],
  ['PendingReplicaDeletion', false],
  ['Unavailable', false],
] as const)('state %s', async (KeyState, available) => {
  kms.on(DescribeKeyCommand).resolves({ KeyMetadata: { ...typical, KeyState } });
  expect(await ask(id, 'lifecycle')).toEqual({ state: KeyState, available });
});

test('a key that waits for its deletion says when', async () => {
  const DeletionDate = new Date('2026-12-24T10:00:00Z');
  kms.on(DescribeKeyCommand).resolves({ KeyMetadata: { ...typical, KeyState: 'PendingDeletion', DeletionDate } });
  expect(await ask(id, 'lifecycle')).toEqual({
    state: 'PendingDeletion',
    available: false,
    reason: 'it is deleted on 2026-12-24T10:00:00.000Z',
  });
});

test.each(['alias/aws/s3', 'arn:aws:kms:eu-west-1:123456789012:alias/aws/s3'])(
  '%s is looked up on every page, so that no read creates its key',
  async (name) => {
    kms
      .on(ListAliasesCommand)
      .resolves({ Aliases: [{ AliasName: 'alias/aws/ebs', TargetKeyId: 'other' }], Truncated: true, NextMarker: 'two' })
      .on(ListAliasesCommand, { Marker: 'two' })
      .resolves({ Aliases: [{ AliasName: 'alias/aws/s3', TargetKeyId: id }], Truncated: false });
    await ask(name, 'key');
    expect(kms.commandCalls(DescribeKeyCommand)[0]?.args[0].input).toEqual({ KeyId: id });
  },
);

test('the AWS-managed key of an unused alias is neither described nor created', async () => {
  kms.on(ListAliasesCommand).resolves({ Aliases: [{ AliasName: 'alias/aws/s3' }], Truncated: false });
  await expect(ask('alias/aws/s3', 'key')).rejects.toThrow(
    'KMS has not created the AWS-managed key alias/aws/s3 in eu-west-1 yet',
  );
  expect(await exists('alias/aws/s3')).toBe(false);
  expect(kms.commandCalls(DescribeKeyCommand)).toHaveLength(0);
});

test('not found and access denied are told apart', async () => {
  kms.on(DescribeKeyCommand).rejects(refusal('NotFoundException'));
  expect(await exists(id)).toBe(false);
  kms.on(DescribeKeyCommand).rejects(refusal('AccessDeniedException'));
  await expect(exists(id)).rejects.toThrow('kms:DescribeKey');
});

test('rotation, with and without a period', async () => {
  kms.on(GetKeyRotationStatusCommand).resolves({ KeyRotationEnabled: true, RotationPeriodInDays: 365 });
  expect(await ask('alias/orders', 'keyRotation')).toEqual({ enabled: true, periodInDays: 365 });
  // The call refuses aliases.
  expect(kms.commandCalls(GetKeyRotationStatusCommand)[0]?.args[0].input).toEqual({ KeyId: arn });
  kms.on(GetKeyRotationStatusCommand).resolves({ KeyRotationEnabled: false });
  expect(await ask(id, 'keyRotation')).toEqual({ enabled: false });
  kms.on(GetKeyRotationStatusCommand).resolves({});
  await expect(ask(id, 'keyRotation')).rejects.toThrow('without the field KeyRotationEnabled');
});

test('tags of all pages', async () => {
  kms
    .on(ListResourceTagsCommand)
    .resolves({ Tags: [{ TagKey: 'team', TagValue: 'orders' }], Truncated: true, NextMarker: 'two' })
    .on(ListResourceTagsCommand, { Marker: 'two' })
    .resolves({ Tags: [{ TagKey: 'env', TagValue: '' }], Truncated: false });
  expect(await ask(id, 'tags')).toEqual({ team: 'orders', env: '' });
});

test('the key policy', async () => {
  kms.on(GetKeyPolicyCommand, { KeyId: arn, PolicyName: 'default' }).resolves({
    Policy:
      '{"Statement":[{"Effect":"Allow","Principal":{"Service":"logs.eu-west-1.amazonaws.com"},"Action":"kms:*"}]}',
  });
  expect(await ask(id, 'resourcePolicy')).toMatchObject({
    arn,
    region: 'eu-west-1',
    account: '123456789012',
    statements: [{ principals: { Service: ['logs.eu-west-1.amazonaws.com'] }, actions: ['kms:*'] }],
  });
});

test('its grants on all pages', async () => {
  const grant = { GranteePrincipal: 'arn:aws:iam::123456789012:role/processor', Operations: ['Decrypt' as const] };
  kms
    .on(ListGrantsCommand, { KeyId: arn })
    .resolves({ Grants: [{ ...grant, GrantId: 'g-1' }], Truncated: true, NextMarker: 'two' })
    .on(ListGrantsCommand, { KeyId: arn, Marker: 'two' })
    .resolves({ Grants: [{ ...grant, GrantId: 'g-2' }], Truncated: false });
  expect(await ask(id, 'keyGrants')).toEqual({
    grants: ['g-1', 'g-2'].map((each) => ({ id: each, grantee: grant.GranteePrincipal, operations: ['Decrypt'] })),
  });
});

test('its aliases on all pages, description and reach', async () => {
  kms
    .on(ListAliasesCommand, { KeyId: arn })
    .resolves({ Aliases: [{ AliasName: 'alias/orders' }], Truncated: true, NextMarker: 'two' })
    .on(ListAliasesCommand, { KeyId: arn, Marker: 'two' })
    .resolves({ Aliases: [{ AliasName: 'alias/data' }], Truncated: false });
  expect(await ask(id, 'keyAliases')).toEqual({ names: ['alias/orders', 'alias/data'] });
  expect(await ask(id, 'description')).toEqual({});
  await expect(ask(id, 'regionalReach')).rejects.toMatchObject({ data: { cause: 'broken answer' } });
  kms.on(DescribeKeyCommand).resolves({
    KeyMetadata: {
      ...typical,
      Description: 'of orders',
      MultiRegion: true,
      MultiRegionConfiguration: { MultiRegionKeyType: 'PRIMARY' },
    },
  });
  expect(await ask(id, 'description')).toEqual({ text: 'of orders' });
  expect(await ask(id, 'regionalReach')).toEqual({ multiRegion: true, detail: 'MultiRegion true, PRIMARY key' });
});
