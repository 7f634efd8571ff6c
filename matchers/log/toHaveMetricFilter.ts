import { optional, pattern } from '../../src/engine/argument';
import { defineMatcher, type Method } from '../../src/engine/matcher';
import { options } from '../../src/engine/options-argument';
import type { LogMetric } from '../../src/facets';
import { judgeOneOf, textWish, type Wish } from '../value/one-of-items';
import { fits, shown } from '../value/value-match';

/** What a metric filter must be. */
export interface MetricFilterExpectation {
  name?: string | RegExp;
  /** Filter pattern in the syntax of CloudWatch Logs. */
  pattern?: string | RegExp;
  /** Name of the metric it publishes. */
  metric?: string | RegExp;
  namespace?: string | RegExp;
}

export const toHaveMetricFilter = defineMatcher({
  facet: 'metricFilters',
  summary: 'turns log events into a metric',
  takes: [
    optional(
      options<MetricFilterExpectation>({
        name: optional(pattern),
        pattern: optional(pattern),
        metric: optional(pattern),
        namespace: optional(pattern),
      }),
    ),
  ],
  check: ({ filters }, { name, pattern: wanted, metric, namespace }: MetricFilterExpectation = {}) =>
    judgeOneOf(
      'metric filter',
      filters,
      [
        ...textWish<LogMetric>('name', name, (filter) => filter.name),
        ...textWish<LogMetric>('pattern', wanted, (filter) => filter.pattern),
        ...metricWish(metric, namespace),
      ],
      ({ name: own, pattern: filter, metrics }) =>
        `${own} (${filter || 'all events'}) to ${metrics.map((each) => `${each.namespace} ${each.name}`).join(', ')}`,
    ),
});

/** Name and namespace must be those of one and the same metric. */
function metricWish(metric: string | RegExp | undefined, namespace: string | RegExp | undefined): Wish<LogMetric>[] {
  if (metric === undefined && namespace === undefined) return [];
  const expected = [namespace, metric].filter((each) => each !== undefined).map((each) => String(shown(each)));
  const holds = ({ metrics }: LogMetric) =>
    metrics.some(
      (each) =>
        (metric === undefined || fits(metric, each.name)) &&
        (namespace === undefined || fits(namespace, each.namespace)),
    );
  return [{ name: 'metric', expected: expected.join(' '), holds }];
}

declare module '../../src/engine/matcher' {
  interface AwsMatchers<T> {
    /**
     * Passes when the log group has a metric filter that is all of this (`logs:DescribeMetricFilters`); asked of a metric
     * filter itself, when that one is.
     *
     * @param filter its `name`, `pattern`, and the `metric` and `namespace` it publishes to; any filter when left out.
     * @example await expect(logGroup).toHaveMetricFilter({ pattern: /ERROR/, metric: 'ErrorCount' });
     */
    toHaveMetricFilter: Method<T, 'metricFilters', [filter?: MetricFilterExpectation]>;
  }
}
