import { told } from '../../engine/unjudged';
import type { TransitEncryption } from '../../facets/data';

/** Fields about connections that a cache cluster and a replication group share. */
export interface CacheTransitFields {
  TransitEncryptionEnabled?: boolean;
  TransitEncryptionMode?: string;
}

/** Encryption on the way. In the mode `preferred` a cache takes connections in the clear as well. */
export function cacheTransit({
  TransitEncryptionEnabled,
  TransitEncryptionMode: mode,
}: CacheTransitFields): TransitEncryption {
  const on = told(TransitEncryptionEnabled, 'TransitEncryptionEnabled');
  return {
    enforced: on && mode !== 'preferred',
    offered: on,
    detail: on ? `TransitEncryptionMode ${mode ?? 'required'}` : 'TransitEncryptionEnabled false',
  };
}
