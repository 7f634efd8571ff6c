import {
  BackupClient,
  GetBackupVaultAccessPolicyCommand,
  ListBackupVaultsCommand,
  ListTagsCommand,
} from '@aws-sdk/client-backup';
import { mockClient } from 'aws-sdk-client-mock';
import { backupBackupVault } from '../../src/resources/backup-backup-vault';
import { asking } from './answers';
import { refusal } from './refusal';

const backup = mockClient(BackupClient);
const { ask, exists } = asking('AWS::Backup::BackupVault', [backupBackupVault]);
const arn = 'arn:aws:backup:eu-west-1:123456789012:backup-vault:orders';
const minimal = {
  BackupVaultName: 'orders',
  BackupVaultArn: arn,
  EncryptionKeyArn: 'arn:aws:kms:eu-west-1:123456789012:key/1',
  NumberOfRecoveryPoints: 0,
};
const locked = {
  BackupVaultName: 'locked',
  BackupVaultArn: 'arn:locked',
  VaultState: 'AVAILABLE' as const,
  EncryptionKeyType: 'AWS_OWNED_KMS_KEY' as const,
  NumberOfRecoveryPoints: 4,
  Locked: true,
  MinRetentionDays: 7,
  MaxRetentionDays: 35,
  LockDate: new Date(0),
};

beforeEach(() => {
  backup.reset();
  backup
    .on(ListBackupVaultsCommand)
    .resolves({ BackupVaultList: [locked], NextToken: 'two' })
    .on(ListBackupVaultsCommand, { NextToken: 'two' })
    .resolves({ BackupVaultList: [minimal] });
});

test.each(['orders', arn])('%s', async (id) => {
  expect(await ask(id, 'identity')).toEqual({ arn, id: 'orders' });
  expect(await ask(id, 'lifecycle')).toEqual({ available: true });
  expect(await ask(id, 'encryption')).toMatchObject({ kind: 'kms', key: { id: minimal.EncryptionKeyArn } });
  expect(await ask(id, 'vaultLock')).toEqual({ locked: false, recoveryPoints: 0 });
});

test('not found', async () => {
  expect(await exists('other')).toBe(false);
});

test('a locked vault under a key of AWS', async () => {
  expect(await ask('locked', 'lifecycle')).toEqual({ state: 'AVAILABLE', available: true });
  expect(await ask('locked', 'encryption')).toEqual({ kind: 'service-owned', mode: 'AWS_OWNED_KMS_KEY' });
  expect(await ask('locked', 'vaultLock')).toEqual({
    locked: true,
    minRetentionInDays: 7,
    maxRetentionInDays: 35,
    finalAt: '1970-01-01T00:00:00.000Z',
    recoveryPoints: 4,
  });
});

test('tags and policy', async () => {
  backup.on(ListTagsCommand, { ResourceArn: arn }).resolves({ Tags: { team: 'orders' } });
  expect(await ask('orders', 'tags')).toEqual({ team: 'orders' });
  backup.on(GetBackupVaultAccessPolicyCommand).rejects(refusal('ResourceNotFoundException'));
  expect(await ask('orders', 'resourcePolicy')).toMatchObject({ arn, statements: [] });
  backup.on(GetBackupVaultAccessPolicyCommand).resolves({
    Policy: '{"Statement":[{"Effect":"Deny","Principal":"*","Action":"backup:DeleteRecoveryPoint","Resource":"*"}]}',
  });
  expect(await ask('orders', 'resourcePolicy')).toMatchObject({ statements: [{ effect: 'Deny' }] });
});
