import { oneOf, optional } from '../../src/engine/argument';
import { type Ask, defineMatcher, type Method, type ResourceLike } from '../../src/engine/matcher';
import { options } from '../../src/engine/options-argument';
import { resourceLike } from '../../src/engine/resource-like';
import { told, Unjudged } from '../../src/engine/unjudged';
import type { Encryption, Key, Reference } from '../../src/facets';
import { faultOfKey } from './key-state';

/** Which key is meant. */
export interface KmsExpectation {
  /** The key as a handle, key id, key ARN or alias; all that name the same key are equal. */
  key?: ResourceLike;
  /** `CUSTOMER` for a key of the account's own, `AWS` for `alias/aws/...`. */
  manager?: 'CUSTOMER' | 'AWS';
}

interface KeyFacts extends Encryption {
  actual?: Key;
  /** Id of the resource's key, where there is no such key. */
  lost?: string;
  wanted?: Key;
}

const expectation = options<KmsExpectation>({
  key: optional(resourceLike),
  manager: optional(oneOf('CUSTOMER', 'AWS')),
});

export const toBeKmsEncrypted = defineMatcher({
  facet: 'encryption',
  summary: 'is encrypted at rest with a KMS key',
  takes: [optional(expectation)],
  relate: async (encryption, ask, expected?: KmsExpectation): Promise<KeyFacts> => ({
    ...encryption,
    ...(encryption.kind === 'kms' && (await keyBehind(told(encryption.key, 'key'), ask))),
    // Asked even when the subject has no key, so that .not cannot pass by a key that is not there.
    wanted: expected?.key === undefined ? undefined : await ask.facet(expected.key, 'key'),
  }),
  check: ({ mode, problem, actual, lost, wanted }: KeyFacts, expected?: KmsExpectation) => ({
    pass:
      actual !== undefined &&
      (wanted === undefined || isSameKey(actual, wanted)) &&
      (expected?.manager === undefined || expected.manager === actual.manager),
    expected: [
      expected?.key === undefined ? 'a KMS key' : `the KMS key ${wanted?.arn ?? String(expected.key)}`,
      expected?.manager && `managed by ${expected.manager}`,
    ]
      .filter(Boolean)
      .join(', '),
    received: actual
      ? `${actual.arn}, managed by ${actual.manager}`
      : lost
        ? `${lost}, a key that does not exist`
        : `${mode}, which is no KMS key`,
    fault: problem ?? (lost ? `the key ${lost} does not exist` : faultOfKey(actual)),
  }),
});

/** A key that is gone is a fault of the resource that needs it, which is what the message must be about. */
async function keyBehind(key: Reference, ask: Ask): Promise<Pick<KeyFacts, 'actual' | 'lost'>> {
  try {
    return { actual: await ask.facet(key, 'key') };
  } catch (error) {
    if (Unjudged.is(error) && error.data.outcome === 'not found') return { lost: key.id };
    throw error;
  }
}

/** Multi-Region keys are the same key under the same `mrk-` id in every region of an account. */
function isSameKey(one: Key, other: Key): boolean {
  const account = ({ arn }: Key) => arn.split(':')[4];
  return one.arn === other.arn || (one.id.startsWith('mrk-') && one.id === other.id && account(one) === account(other));
}

declare module '../../src/engine/matcher' {
  interface AwsMatchers<T> {
    /**
     * Passes when the data at rest is encrypted with a KMS key that is enabled.
     *
     * Keys are compared by the ARN that `kms:DescribeKey` returns, so key id, ARN, alias and output mean the same; the
     * replicas of a multi-Region key count as one key. Without `kms:DescribeKey` the answer is undetermined. A key that
     * is disabled, waits for its deletion or does not exist fails in both directions.
     *
     * @param expected which key, and who manages it; any KMS key when left out.
     * @example await expect(bucket).toBeKmsEncrypted({ key: resource('KmsKeyArn'), manager: 'CUSTOMER' });
     */
    toBeKmsEncrypted: Method<T, 'encryption', [expected?: KmsExpectation]>;
  }
}
