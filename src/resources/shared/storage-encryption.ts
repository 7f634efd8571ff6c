import { told } from '../../engine/unjudged';
import type { Encryption } from '../../facets';
import { kmsReference } from './kms-reference';

/** Fields about storage encryption that an RDS DB instance and a DB cluster share. */
export interface StorageEncryptionFields {
  StorageEncrypted?: boolean;
  StorageEncryptionType?: string;
  KmsKeyId?: string;
}

export const storageEncryptionFields = 'StorageEncryptionType, StorageEncrypted, KmsKeyId';

/**
 * Encryption of the storage of a database.
 *
 * @throws {Unjudged} undetermined, when AWS told neither.
 */
export function storageEncryption(database: StorageEncryptionFields): Encryption {
  // With an AWS-owned key StorageEncrypted is false although the data is encrypted, so the type is asked first.
  const mode =
    database.StorageEncryptionType ?? (told(database.StorageEncrypted, 'StorageEncrypted') ? 'sse-kms' : 'none');
  if (mode === 'sse-kms') {
    return { kind: 'kms', mode, key: kmsReference(told(database.KmsKeyId || undefined, 'KmsKeyId')) };
  }
  return { kind: mode === 'none' ? 'none' : 'service-owned', mode };
}
