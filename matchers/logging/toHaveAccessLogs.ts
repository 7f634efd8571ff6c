import { optional } from '../../src/engine/argument';
import { defineMatcher, type Method, type ResourceLike } from '../../src/engine/matcher';
import { resourceLike } from '../../src/engine/resource-like';
import type { AccessLogging } from '../../src/facets';
import { isArn, refersTo } from '../reference/refers-to';

interface LogFacts {
  logs: AccessLogging;
  names?: readonly string[];
}

export const toHaveAccessLogs = defineMatcher({
  facet: 'accessLogging',
  summary: 'writes a line for each request',
  takes: [optional(resourceLike)],
  relate: async (logs, ask, destination?: ResourceLike): Promise<LogFacts> => ({
    logs,
    names: destination === undefined ? undefined : await ask.names(destination),
  }),
  check: ({ logs, names }: LogFacts, destination?: ResourceLike) => ({
    pass: logs.enabled && (names === undefined || isDestination(logs.destination, names)),
    expected: destination === undefined ? 'on' : `on, to ${names?.find(isArn) ?? destination}`,
    received: logs.enabled ? `on, to ${logs.destination ?? 'a place that AWS does not tell'}` : 'off',
  }),
});

/** CloudFront names a bucket by its host name. */
function isDestination(held: string | undefined, names: readonly string[]): boolean {
  if (held === undefined) return false;
  return refersTo(held, names) || refersTo(held.replace(/\.s3[.-].*amazonaws\.com(?:\.cn)?$/, ''), names);
}

declare module '../../src/engine/matcher' {
  interface AwsMatchers<T> {
    /**
     * Passes when a line is written for each request, to this place or to any when none is given.
     *
     * @param destination the log group, bucket or stream as a handle, an ARN or a name.
     * @example await expect(stage).toHaveAccessLogs(resource('AccessLogGroupName'));
     */
    toHaveAccessLogs: Method<T, 'accessLogging', [destination?: ResourceLike]>;
  }
}
