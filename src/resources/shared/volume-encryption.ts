import type { Volume } from '@aws-sdk/client-ec2';
import { notApplicable, told } from '../../engine/unjudged';
import type { Encryption } from '../../facets';
import { kmsReference } from './kms-reference';

/**
 * Encryption of one or several EBS volumes; one that is not encrypted decides for all.
 *
 * @throws {Unjudged} not applicable, when they are encrypted with several keys.
 */
export function volumeEncryption(volumes: readonly Volume[]): Encryption {
  const open = volumes.filter(({ Encrypted }) => !told(Encrypted, 'Volumes[].Encrypted'));
  if (open.length > 0) {
    return { kind: 'none', mode: `Encrypted false (${open.map(({ VolumeId }) => VolumeId).join(', ')})` };
  }
  // Keys that EBS owns are announced in the model: nobody in the account sees them.
  if (volumes.some(({ SseType }) => SseType === 'sse-ebs')) return { kind: 'service-owned', mode: 'SseType sse-ebs' };
  const keys = [...new Set(volumes.map(({ KmsKeyId }) => told(KmsKeyId || undefined, 'Volumes[].KmsKeyId')))];
  const [key, ...others] = keys;
  if (others.length > 0) {
    throw notApplicable(
      `Its ${volumes.length} EBS volumes are all encrypted, with ${keys.length} keys: ${keys.join(', ')}.`,
      'Ask the volumes one by one.',
    );
  }
  return { kind: 'kms', mode: 'Encrypted true', key: kmsReference(told(key, 'Volumes[].KmsKeyId')) };
}
