import { optional } from '../../src/engine/argument';
import { type Duration, days, inWords } from '../../src/engine/duration';
import { defineMatcher, type Method } from '../../src/engine/matcher';
import { options } from '../../src/engine/options-argument';
import { told } from '../../src/engine/unjudged';
import { type Bounded, type Bounds, bounded, boundsInWords, isWithin } from '../value/bounds';

/** How Performance Insights must be set up. */
export interface PerformanceInsightsExpectation {
  /** Days that samples are kept, or a duration; exact, or `{ atLeast, atMost }`. */
  retentionInDays?: Bounded<number | Duration>;
}

interface Expected {
  retentionInDays?: Bounds;
}

export const toHavePerformanceInsights = defineMatcher({
  facet: 'performanceInsights',
  summary: 'is observed by Performance Insights',
  takes: [optional(options<Expected>({ retentionInDays: optional(bounded(days)) }))],
  check: ({ enabled, retentionInDays }, expected?: Expected) => {
    const bounds = expected?.retentionInDays;
    const kept = enabled && bounds ? told(retentionInDays, 'PerformanceInsightsRetentionPeriod') : retentionInDays;
    const keeps = kept === undefined ? '' : `, keeping samples for ${inWords(kept * 86_400)}`;
    return {
      pass: enabled && (bounds === undefined || (kept !== undefined && isWithin(bounds, kept * 86_400))),
      expected: bounds ? `on, keeping samples for ${boundsInWords(bounds, inWords)}` : 'on',
      received: enabled ? `on${keeps}` : 'off',
    };
  },
});

declare module '../../src/engine/matcher' {
  interface AwsMatchers<T> {
    /**
     * Passes when Performance Insights (Database Insights) is on. A cluster without a setting of its own is judged by its
     * members, of which all must have it.
     *
     * @param expected how long samples are kept; any time when left out.
     * @example await expect(db).toHavePerformanceInsights({ retentionInDays: { atLeast: 7 } });
     */
    toHavePerformanceInsights: Method<T, 'performanceInsights', [expected?: PerformanceInsightsExpectation]>;
  }
}
