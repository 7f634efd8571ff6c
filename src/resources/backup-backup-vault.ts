import { backup } from '../aws/sdk';
import { defineResource } from '../engine/resource';
import { told } from '../engine/unjudged';
import type { Encryption } from '../facets';
import { resourcePart } from './shared/arn';
import { kmsReference } from './shared/kms-reference';
import { attachedPolicy } from './shared/policy';

export const backupBackupVault = defineResource({
  type: 'AWS::Backup::BackupVault',
  label: 'Backup vault',
  sdk: backup,
  reads: ['backup:ListBackupVaults'],
  factsOf: async (aws, targets) => {
    // DescribeBackupVault answers "access denied" for a vault that does not exist, so the list is asked.
    const vaults = await aws.list('ListBackupVaults', {}, (page) => page.BackupVaultList);
    return targets.map(({ id }) => vaults.find((vault) => vault.BackupVaultName === vaultName(id)));
  },
  facets: {
    identity: {
      fields: 'BackupVaultList[].{BackupVaultArn, BackupVaultName}',
      read: (vault) => ({ arn: arnOf(vault), id: nameOf(vault) }),
    },
    lifecycle: {
      fields: 'BackupVaultList[].VaultState',
      // Only vaults of the newer kinds have a state.
      read: ({ VaultState: state }) => (state ? { state, available: state === 'AVAILABLE' } : { available: true }),
    },
    tags: {
      fields: 'Tags',
      reads: ['backup:ListTags'],
      read: async (vault, aws) => {
        const pages = await aws.list('ListTags', { ResourceArn: arnOf(vault) }, ({ Tags }) => Tags && [Tags]);
        return Object.assign({}, ...pages);
      },
    },
    encryption: {
      fields: 'BackupVaultList[].{EncryptionKeyArn, EncryptionKeyType}',
      read: (vault): Encryption => {
        if (vault.EncryptionKeyType === 'AWS_OWNED_KMS_KEY')
          return { kind: 'service-owned', mode: vault.EncryptionKeyType };
        const key = told(vault.EncryptionKeyArn || undefined, 'BackupVaultList[].EncryptionKeyArn');
        return { kind: 'kms', mode: 'EncryptionKeyArn', key: kmsReference(key) };
      },
    },
    resourcePolicy: {
      fields: 'Policy',
      reads: ['backup:GetBackupVaultAccessPolicy'],
      read: async (vault, aws) => {
        const answer = await aws.callOrAbsent(['ResourceNotFoundException'], 'GetBackupVaultAccessPolicy', {
          BackupVaultName: nameOf(vault),
        });
        return attachedPolicy(arnOf(vault), answer?.Policy);
      },
    },
    vaultLock: {
      fields: 'BackupVaultList[].{Locked, MinRetentionDays, MaxRetentionDays, LockDate, NumberOfRecoveryPoints}',
      read: (vault) => {
        const { MinRetentionDays: minimum, MaxRetentionDays: maximum, LockDate: date } = vault;
        return {
          // Backup leaves the field out for a vault that never had a lock.
          locked: vault.Locked ?? false,
          ...(minimum !== undefined && { minRetentionInDays: minimum }),
          ...(maximum !== undefined && { maxRetentionInDays: maximum }),
          ...(date && { finalAt: new Date(date).toISOString() }),
          recoveryPoints: told(vault.NumberOfRecoveryPoints, 'BackupVaultList[].NumberOfRecoveryPoints'),
        };
      },
    },
  },
});

/** The ARN has the name after a colon. */
function vaultName(id: string): string {
  return resourcePart(id).replace(/^backup-vault:/, '');
}

function nameOf(vault: { BackupVaultName?: string | undefined }): string {
  return told(vault.BackupVaultName, 'BackupVaultList[].BackupVaultName');
}

function arnOf(vault: { BackupVaultArn?: string | undefined }): string {
  return told(vault.BackupVaultArn, 'BackupVaultList[].BackupVaultArn');
}
