import { optional } from '../../src/engine/argument';
import { type Duration, days, inWords } from '../../src/engine/duration';
import { defineMatcher, type Method } from '../../src/engine/matcher';
import { options } from '../../src/engine/options-argument';
import { told } from '../../src/engine/unjudged';
import { type Bounded, type Bounds, bounded, boundsInWords, isWithin } from '../value/bounds';

/** How far back one must be able to go. */
export interface PointInTimeRecoveryExpectation {
  /** Days one can go back, or a duration; exact, or `{ atLeast, atMost }`. */
  periodInDays?: Bounded<number | Duration>;
}

interface Period {
  periodInDays?: Bounds;
}

export const toHavePointInTimeRecovery = defineMatcher({
  facet: 'pointInTimeRecovery',
  summary: 'can be restored to any point in time',
  takes: [optional(options<Period>({ periodInDays: optional(bounded(days)) }))],
  check: ({ enabled, periodInDays }, expected?: Period) => {
    const bounds = expected?.periodInDays;
    const period = enabled && bounds ? told(periodInDays, 'RecoveryPeriodInDays') : periodInDays;
    return {
      pass: enabled && (bounds === undefined || (period !== undefined && isWithin(bounds, period * 86_400))),
      expected: bounds === undefined ? 'on' : `on, going back ${boundsInWords(bounds, inWords)}`,
      received: enabled ? `on${period === undefined ? '' : `, going back ${inWords(period * 86_400)}`}` : 'off',
    };
  },
});

declare module '../../src/engine/matcher' {
  interface AwsMatchers<T> {
    /**
     * Passes when point-in-time recovery is on (for a table: `dynamodb:DescribeContinuousBackups`).
     *
     * @param expected how many days one can go back, exact or `{ atLeast, atMost }`; any when left out.
     * @example await expect(table).toHavePointInTimeRecovery();
     */
    toHavePointInTimeRecovery: Method<T, 'pointInTimeRecovery', [expected?: PointInTimeRecoveryExpectation]>;
  }
}
