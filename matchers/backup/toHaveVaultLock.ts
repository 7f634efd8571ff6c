import { flag, optional } from '../../src/engine/argument';
import { type Duration, days, inWords } from '../../src/engine/duration';
import { defineMatcher, type Method } from '../../src/engine/matcher';
import { options } from '../../src/engine/options-argument';
import type { VaultLock } from '../../src/facets';
import { type Bounded, type Bounds, bounded, boundsInWords, isWithin } from '../value/bounds';

/** What the lock must say. Times are days or durations, exact or `{ atLeast, atMost }`. */
export interface VaultLockExpectation {
  minRetention?: Bounded<number | Duration>;
  maxRetention?: Bounded<number | Duration>;
  /** Whether the lock cannot be taken off, now or after its cooling-off time. */
  compliance?: boolean;
}

interface Expected {
  minRetention?: Bounds;
  maxRetention?: Bounds;
  compliance?: boolean;
}

export const toHaveVaultLock = defineMatcher({
  facet: 'vaultLock',
  summary: 'is locked against early deletion',
  takes: [
    optional(
      options<Expected>({
        minRetention: optional(bounded(days)),
        maxRetention: optional(bounded(days)),
        compliance: optional(flag),
      }),
    ),
  ],
  check: (lock, { minRetention, maxRetention, compliance }: Expected = {}) => ({
    pass:
      lock.locked &&
      isInTime(minRetention, lock.minRetentionInDays) &&
      isInTime(maxRetention, lock.maxRetentionInDays) &&
      (compliance === undefined || compliance === (lock.finalAt !== undefined)),
    expected: [
      'a lock',
      minRetention && `minimum retention ${boundsInWords(minRetention, inWords)}`,
      maxRetention && `maximum retention ${boundsInWords(maxRetention, inWords)}`,
      compliance !== undefined && (compliance ? 'compliance mode' : 'governance mode'),
    ]
      .filter(Boolean)
      .join(', '),
    received: lockInWords(lock),
  }),
});

function isInTime(bounds: Bounds | undefined, received: number | undefined): boolean {
  return bounds === undefined || (received !== undefined && isWithin(bounds, received * 86_400));
}

function lockInWords({ locked, minRetentionInDays: minimum, maxRetentionInDays: maximum, finalAt }: VaultLock): string {
  if (!locked) return 'no lock';
  return [
    'a lock',
    minimum !== undefined && `minimum retention ${inWords(minimum * 86_400)}`,
    maximum !== undefined && `maximum retention ${inWords(maximum * 86_400)}`,
    finalAt ? `compliance mode, final at ${finalAt}` : 'governance mode',
  ]
    .filter(Boolean)
    .join(', ');
}

declare module '../../src/engine/matcher' {
  interface AwsMatchers<T> {
    /**
     * Passes when the backup vault is locked, so that recovery points cannot be deleted before their time.
     *
     * @param lock what the lock must say; any lock when left out.
     * @example await expect(vault).toHaveVaultLock({ minRetention: { atLeast: 7 }, compliance: true });
     */
    toHaveVaultLock: Method<T, 'vaultLock', [lock?: VaultLockExpectation]>;
  }
}
