import { optional, text } from '../../src/engine/argument';
import { defineMatcher, type Method, type ResourceLike } from '../../src/engine/matcher';
import { options } from '../../src/engine/options-argument';
import { resourceLike } from '../../src/engine/resource-like';
import type { ExecutionLogs } from '../../src/facets';
import { isArn, refersTo } from '../reference/refers-to';

/** What is asked of the logs. */
export interface ExecutionLogExpectation {
  /** Level in the words of the API, such as `ERROR`, `INFO` or `ALL`. */
  level?: string;
  /** Log group it is written to. */
  to?: ResourceLike;
}

interface LogFacts {
  logs: ExecutionLogs;
  names?: readonly string[];
}

export const toLogExecutions = defineMatcher({
  facet: 'executionLogs',
  summary: 'writes logs of what it does',
  takes: [optional(options<ExecutionLogExpectation>({ level: optional(text), to: optional(resourceLike) }))],
  relate: async (logs, ask, { to }: ExecutionLogExpectation = {}): Promise<LogFacts> => ({
    logs,
    names: to === undefined ? undefined : await ask.names(to),
  }),
  check: ({ logs, names }: LogFacts, { level, to }: ExecutionLogExpectation = {}) => ({
    pass:
      logs.enabled &&
      (level === undefined || level.toUpperCase() === logs.level.toUpperCase()) &&
      (names === undefined || logs.destinations.some((arn) => refersTo(arn, names))),
    expected: ['on', level && `at the level ${level}`, to && `to ${names?.find(isArn) ?? to}`]
      .filter(Boolean)
      .join(' '),
    received: logs.enabled
      ? ['on', `at the level ${logs.level}`, logs.destinations.length > 0 && `to ${logs.destinations.join(', ')}`]
          .filter(Boolean)
          .join(' ')
      : `off (level ${logs.level})`,
  }),
});

declare module '../../src/engine/matcher' {
  interface AwsMatchers<T> {
    /**
     * Passes when the state machine, API stage or GraphQL API writes logs of its executions or requests.
     *
     * @param expected the level, exactly, and the log group (handle, ARN or name).
     * @example await expect(machine).toLogExecutions({ level: 'ALL', to: resource('WorkflowLogGroupName') });
     */
    toLogExecutions: Method<T, 'executionLogs', [expected?: ExecutionLogExpectation]>;
  }
}
