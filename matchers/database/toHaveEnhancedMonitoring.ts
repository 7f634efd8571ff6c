import { optional } from '../../src/engine/argument';
import { type Duration, inWords, seconds } from '../../src/engine/duration';
import { defineMatcher, type Method } from '../../src/engine/matcher';
import { type Bounded, type Bounds, bounded, boundsInWords, isWithin } from '../value/bounds';

export const toHaveEnhancedMonitoring = defineMatcher({
  facet: 'enhancedMonitoring',
  summary: 'reports metrics of its operating system',
  takes: [optional(bounded(seconds))],
  check: ({ enabled, intervalInSeconds }, expected?: Bounds) => ({
    pass: enabled && (expected === undefined || isWithin(expected, intervalInSeconds)),
    expected: expected ? `on, every ${boundsInWords(expected, inWords)}` : 'on',
    received: enabled ? `on, every ${inWords(intervalInSeconds)}` : 'off',
  }),
});

declare module '../../src/engine/matcher' {
  interface AwsMatchers<T> {
    /**
     * Passes when Enhanced Monitoring is on (`MonitoringInterval` above 0).
     *
     * @param interval seconds between samples (`60`), a duration (`'1m'`), or `{ atLeast, atMost }`; any when left out.
     * @example await expect(db).toHaveEnhancedMonitoring({ atMost: 60 });
     */
    toHaveEnhancedMonitoring: Method<T, 'enhancedMonitoring', [interval?: Bounded<number | Duration>]>;
  }
}
