import { defineMatcher, type Method } from '../../src/engine/matcher';

export const toPublishMetrics = defineMatcher({
  facet: 'methodMetrics',
  summary: 'publishes metrics of every method',
  check: ({ enabled, without }) => ({
    pass: enabled && without.length === 0,
    expected: 'metrics of every method',
    received: !enabled ? 'no metrics' : without.length === 0 ? 'metrics of every method' : { without },
    fault: enabled && without.length > 0 ? `it does so but for ${without.join(', ')}` : undefined,
  }),
});

declare module '../../src/engine/matcher' {
  interface AwsMatchers<T> {
    /**
     * Passes when the stage publishes metrics of each of its methods to CloudWatch (`metricsEnabled` for all methods), without
     * which only the API as a whole is counted. All but some methods fails in both directions.
     *
     * @example await expect(stage).toPublishMetrics();
     */
    toPublishMetrics: Method<T, 'methodMetrics'>;
  }
}
