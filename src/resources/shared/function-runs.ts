import type { lambda } from '../../aws/sdk';
import { cloudwatch } from '../../aws/sdk';
import { told } from '../../engine/unjudged';
import type { FunctionRuns } from '../../facets';
import type { AwsOf } from './aws-of';

const lengthInSeconds = 300;
const dayInMilliseconds = 86_400_000;

/** Calls and failures of the last day, as Lambda reports them to CloudWatch. */
export async function functionRuns(aws: AwsOf<typeof lambda>, functionName: string): Promise<FunctionRuns> {
  const EndTime = new Date();
  const sums = async (MetricName: string) => {
    const { Datapoints } = await aws.through(cloudwatch).call('GetMetricStatistics', {
      Namespace: 'AWS/Lambda',
      MetricName,
      Dimensions: [{ Name: 'FunctionName', Value: functionName }],
      StartTime: new Date(EndTime.getTime() - dayInMilliseconds),
      EndTime,
      Period: lengthInSeconds,
      Statistics: ['Sum'],
    });
    return new Map(
      told(Datapoints, 'Datapoints').map((point) => [
        new Date(told(point.Timestamp, 'Datapoints[].Timestamp')).toISOString(),
        told(point.Sum, 'Datapoints[].Sum'),
      ]),
    );
  };
  const [invocations, errors] = await Promise.all([sums('Invocations'), sums('Errors')]);
  // CloudWatch has no datapoint for a period without a call.
  const starts = [...new Set([...invocations.keys(), ...errors.keys()])].sort();
  return {
    periods: starts.map((startedAt) => ({
      startedAt,
      lengthInSeconds,
      invocations: invocations.get(startedAt) ?? 0,
      errors: errors.get(startedAt) ?? 0,
    })),
  };
}
