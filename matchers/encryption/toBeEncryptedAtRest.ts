import { defineMatcher, type Method } from '../../src/engine/matcher';
import type { Encryption, Key } from '../../src/facets';
import { faultOfKey } from './key-state';

interface KeyFacts extends Encryption {
  actual?: Key;
}

const words = {
  none: 'no encryption',
  'service-owned': 'a key that AWS owns',
  kms: 'a KMS key',
};

export const toBeEncryptedAtRest = defineMatcher({
  facet: 'encryption',
  summary: 'is encrypted at rest',
  relate: async (encryption, ask): Promise<KeyFacts> => ({
    ...encryption,
    actual: encryption.key && canBeDisabled(encryption.key.id) ? await ask.facet(encryption.key, 'key') : undefined,
  }),
  check: ({ kind, mode, problem, actual }: KeyFacts) => ({
    pass: kind !== 'none',
    expected: 'encryption at rest with any key',
    received: `${words[kind]} (${mode})`,
    fault: problem ?? faultOfKey(actual),
  }),
});

/** Nobody can disable a key that AWS manages, and one that was never used cannot be described. */
function canBeDisabled(id: string): boolean {
  return !/(^|:)alias\/aws\//.test(id);
}

declare module '../../src/engine/matcher' {
  interface AwsMatchers<T> {
    /**
     * Passes when the data at rest is encrypted, be it with a key that AWS owns (`AES256` of a bucket, the default of a
     * table) or with a KMS key. Several types are always encrypted: `toBeKmsEncrypted` asks more.
     *
     * Data that is out of reach, because its key is disabled, waits for its deletion or became inaccessible, fails in both
     * directions. Without `kms:DescribeKey` the answer about a KMS key is undetermined.
     *
     * @example await expect(queue).toBeEncryptedAtRest();
     */
    toBeEncryptedAtRest: Method<T, 'encryption'>;
  }
}
