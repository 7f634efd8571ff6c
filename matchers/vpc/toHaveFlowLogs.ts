import { oneOf, optional } from '../../src/engine/argument';
import { defineMatcher, type Method, type ResourceLike } from '../../src/engine/matcher';
import { options } from '../../src/engine/options-argument';
import { resourceLike } from '../../src/engine/resource-like';
import type { FlowLogDelivery } from '../../src/facets';
import { refersTo } from '../reference/refers-to';

/** Which flow log is meant. */
export interface FlowLogExpectation {
  /** Traffic that must be recorded; a log of `ALL` records the others too. */
  trafficType?: 'ALL' | 'ACCEPT' | 'REJECT';
  destinationType?: 'cloud-watch-logs' | 's3' | 'kinesis-data-firehose';
  /** Log group, bucket or delivery stream: a handle, a name or an ARN. */
  destination?: ResourceLike;
}

interface FlowLogFacts {
  logs: FlowLogDelivery[];
  names?: readonly string[];
}

const expectation = options<FlowLogExpectation>({
  trafficType: optional(oneOf('ALL', 'ACCEPT', 'REJECT')),
  destinationType: optional(oneOf('cloud-watch-logs', 's3', 'kinesis-data-firehose')),
  destination: optional(resourceLike),
});

export const toHaveFlowLogs = defineMatcher({
  facet: 'flowLogs',
  summary: 'has its traffic recorded by flow logs',
  takes: [optional(expectation)],
  relate: async ({ logs }, ask, { destination }: FlowLogExpectation = {}): Promise<FlowLogFacts> => ({
    logs,
    names: destination === undefined ? undefined : await ask.names(destination),
  }),
  check: ({ logs, names }: FlowLogFacts, expected: FlowLogExpectation = {}) => {
    const meant = logs.filter((log) => isMeant(log, expected, names));
    const working = meant.filter(({ active, problem }) => active && problem === undefined);
    const [broken] = meant;
    const pass = working.length > 0 && records(working, expected.trafficType);
    return {
      pass,
      expected: expectedInWords(expected),
      received: logs.length === 0 ? 'no flow log' : logs.map(inWords),
      fault:
        !pass && broken && working.length === 0
          ? `the flow log ${broken.id} does not deliver: ${broken.problem ?? 'it is not active'}`
          : undefined,
    };
  },
});

function isMeant(
  { trafficType, destinationType, destination }: FlowLogDelivery,
  expected: FlowLogExpectation,
  names: readonly string[] | undefined,
): boolean {
  return (
    (expected.trafficType === undefined ||
      expected.trafficType === 'ALL' ||
      [expected.trafficType, 'ALL'].includes(trafficType)) &&
    (expected.destinationType === undefined || expected.destinationType === destinationType) &&
    (names === undefined || (destination !== undefined && refersTo(withoutFolder(destination), names)))
  );
}

/** Whether these logs together record the traffic: accepted and rejected make up all. */
function records(logs: readonly FlowLogDelivery[], wanted: FlowLogExpectation['trafficType']): boolean {
  const types = logs.map(({ trafficType }) => trafficType);
  return wanted !== 'ALL' || types.includes('ALL') || (types.includes('ACCEPT') && types.includes('REJECT'));
}

/** A bucket is named with the folder that the records go to. */
function withoutFolder(destination: string): string {
  return /^arn:[^:]+:s3:::/.test(destination) ? destination.replace(/\/.*$/, '') : destination;
}

function expectedInWords({ trafficType, destinationType, destination }: FlowLogExpectation): string {
  const where = destination === undefined ? destinationType : String(destination);
  return ['an active flow log', trafficType && `of ${trafficType} traffic`, where && `to ${where}`]
    .filter(Boolean)
    .join(' ');
}

function inWords({ id, trafficType, destinationType, destination, active, problem }: FlowLogDelivery): string {
  const state = problem ?? (active ? 'active' : 'not active');
  return `${id}: ${trafficType} to ${destination ?? destinationType} (${state})`;
}

declare module '../../src/engine/matcher' {
  interface AwsMatchers<T> {
    /**
     * Passes when an active flow log records the traffic of the VPC or subnet; for a subnet, those of its VPC count. Asked of
     * a flow log, it speaks of that one.
     *
     * A log that cannot deliver (a role that is refused, a log group that is gone) fails in both directions.
     *
     * @param expected `trafficType` (`ALL` may be one log of ACCEPT and one of REJECT), `destinationType` and `destination`.
     * @example await expect(vpc).toHaveFlowLogs({ trafficType: 'ALL', destination: resource('FlowLogGroupName') });
     */
    toHaveFlowLogs: Method<T, 'flowLogs', [expected?: FlowLogExpectation]>;
  }
}
