import type { MetricFilter } from '@aws-sdk/client-cloudwatch-logs';
import { told } from '../../engine/unjudged';
import type { LogMetric } from '../../facets';

/** A metric filter in the words of the facet. */
export function logMetric(filter: MetricFilter): LogMetric {
  return {
    name: told(filter.filterName, 'metricFilters[].filterName'),
    logGroup: told(filter.logGroupName, 'metricFilters[].logGroupName'),
    pattern: filter.filterPattern ?? '',
    metrics: told(filter.metricTransformations, 'metricFilters[].metricTransformations').map((metric) => ({
      namespace: told(metric.metricNamespace, 'metricTransformations[].metricNamespace'),
      name: told(metric.metricName, 'metricTransformations[].metricName'),
      value: told(metric.metricValue, 'metricTransformations[].metricValue'),
      ...(metric.defaultValue !== undefined && { defaultValue: metric.defaultValue }),
    })),
  };
}
