/** Metric fields of a target tracking or predictive configuration, in both scaling services. */
interface MetricFields {
  PredefinedMetricSpecification?: { PredefinedMetricType?: string };
  CustomizedMetricSpecification?: { MetricName?: string; Metrics?: { MetricStat?: MetricStat }[] };
}

interface MetricStat {
  Metric?: { MetricName?: string };
}

/** Names of the metrics that a policy follows; several where it computes with them. */
export function scalingMetrics(configuration: MetricFields | undefined): string[] {
  const { PredefinedMetricSpecification: predefined, CustomizedMetricSpecification: own } = configuration ?? {};
  const computed = (own?.Metrics ?? []).map(({ MetricStat }) => MetricStat?.Metric?.MetricName);
  return [predefined?.PredefinedMetricType, own?.MetricName, ...computed].filter((name) => name !== undefined);
}
