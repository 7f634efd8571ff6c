import { oneOf, optional } from '../../src/engine/argument';
import { defineMatcher, type Method } from '../../src/engine/matcher';

export const toHaveContainerInsights = defineMatcher({
  facet: 'containerInsights',
  summary: 'is observed by Container Insights',
  takes: [optional(oneOf('enabled', 'enhanced'))],
  check: ({ mode }, expected?: 'enabled' | 'enhanced') => ({
    pass: expected === undefined ? mode !== 'disabled' : mode === expected,
    expected: expected ?? 'enabled or enhanced',
    received: mode,
  }),
});

declare module '../../src/engine/matcher' {
  interface AwsMatchers<T> {
    /**
     * Passes when Container Insights is on for the cluster (setting `containerInsights`).
     *
     * @param mode `enabled` or `enhanced`; either when left out.
     * @example await expect(cluster).toHaveContainerInsights();
     */
    toHaveContainerInsights: Method<T, 'containerInsights', [mode?: 'enabled' | 'enhanced']>;
  }
}
