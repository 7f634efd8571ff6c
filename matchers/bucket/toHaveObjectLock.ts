import { oneOf, optional } from '../../src/engine/argument';
import { type Duration, days, inWords } from '../../src/engine/duration';
import { defineMatcher, type Method } from '../../src/engine/matcher';
import { options } from '../../src/engine/options-argument';
import { type Bounded, type Bounds, bounded, boundsInWords, isWithin } from '../value/bounds';

/** The default for new objects. */
export interface ObjectLockExpectation {
  mode?: 'GOVERNANCE' | 'COMPLIANCE';
  /** Days, or a duration; exact, or `{ atLeast, atMost }`. A year counts 365 days. */
  retentionInDays?: Bounded<number | Duration>;
}

interface Expected {
  mode?: 'GOVERNANCE' | 'COMPLIANCE';
  retentionInDays?: Bounds;
}

export const toHaveObjectLock = defineMatcher({
  facet: 'objectLock',
  summary: 'keeps objects from being changed or deleted',
  takes: [
    optional(
      options<Expected>({
        mode: optional(oneOf('GOVERNANCE', 'COMPLIANCE')),
        retentionInDays: optional(bounded(days)),
      }),
    ),
  ],
  check: ({ enabled, mode, retentionInDays }, expected: Expected = {}) => {
    const { retentionInDays: bounds } = expected;
    const kept = retentionInDays === undefined ? undefined : retentionInDays * 86_400;
    return {
      pass:
        enabled &&
        (expected.mode === undefined || expected.mode === mode) &&
        (bounds === undefined || (kept !== undefined && isWithin(bounds, kept))),
      expected: ['on', expected.mode, bounds && boundsInWords(bounds, inWords)].filter(Boolean).join(', '),
      received: enabled
        ? ['on', mode ?? 'no default for new objects', kept !== undefined && inWords(kept)].filter(Boolean).join(', ')
        : 'off',
    };
  },
});

declare module '../../src/engine/matcher' {
  interface AwsMatchers<T> {
    /**
     * Passes when Object Lock is on, with this default for new objects.
     *
     * @param expected mode and time of the default; none is asked for when left out.
     * @example await expect(bucket).toHaveObjectLock({ mode: 'COMPLIANCE', retentionInDays: { atLeast: 365 } });
     */
    toHaveObjectLock: Method<T, 'objectLock', [expected?: ObjectLockExpectation]>;
  }
}
