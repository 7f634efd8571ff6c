import { optional } from '../../src/engine/argument';
import { type Duration, days } from '../../src/engine/duration';
import { defineMatcher, type Method } from '../../src/engine/matcher';
import { options } from '../../src/engine/options-argument';
import { told } from '../../src/engine/unjudged';
import { type Bounded, type Bounds, bounded } from '../value/bounds';
import { judgeRotation } from './rotation';

/** How often a key must rotate. */
export interface KeyRotationExpectation {
  /** Days between rotations, or a duration; exact, or `{ atLeast, atMost }`. */
  periodInDays?: Bounded<number | Duration>;
}

export const toHaveKeyRotation = defineMatcher({
  facet: 'keyRotation',
  summary: 'rotates its key material by itself',
  takes: [optional(options<{ periodInDays?: Bounds }>({ periodInDays: optional(bounded(days)) }))],
  check: ({ enabled, periodInDays }, expected?: { periodInDays?: Bounds }) =>
    judgeRotation(
      enabled,
      expected?.periodInDays,
      // Asked only where it decides: KMS leaves the period out for a key that does not rotate.
      enabled && expected?.periodInDays ? told(periodInDays, 'RotationPeriodInDays') : periodInDays,
    ),
});

declare module '../../src/engine/matcher' {
  interface AwsMatchers<T> {
    /**
     * Passes when automatic rotation of the key material is on (`kms:GetKeyRotationStatus`).
     *
     * @param expected the period in days (`365`, `'365d'`), exact or `{ atLeast, atMost }`; any when left out.
     * @example await expect(key).toHaveKeyRotation({ periodInDays: { atMost: 365 } });
     */
    toHaveKeyRotation: Method<T, 'keyRotation', [expected?: KeyRotationExpectation]>;
  }
}
