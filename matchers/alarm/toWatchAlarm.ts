import { defineMatcher, type Method, type ResourceLike } from '../../src/engine/matcher';
import { resourceLike } from '../../src/engine/resource-like';
import { refersTo } from '../reference/refers-to';

interface WatchFacts {
  rule: string;
  alarms: string[];
  names: readonly string[];
}

export const toWatchAlarm = defineMatcher({
  facet: 'compositeRule',
  summary: 'depends on the other alarm',
  takes: [resourceLike],
  relate: async ({ rule, alarms }, ask, alarm: ResourceLike): Promise<WatchFacts> => ({
    rule,
    alarms,
    names: await ask.names(alarm),
  }),
  check: ({ rule, alarms, names }: WatchFacts, alarm: ResourceLike) => ({
    pass: alarms.some((each) => refersTo(each, names)),
    expected: `a rule that names ${names[0] ?? alarm}`,
    received: rule,
  }),
});

declare module '../../src/engine/matcher' {
  interface AwsMatchers<T> {
    /**
     * Passes when the rule of the composite alarm names this alarm.
     *
     * @param alarm the other alarm by name, ARN or handle.
     * @example await expect(compositeAlarm).toWatchAlarm(resource('CpuAlarmName'));
     */
    toWatchAlarm: Method<T, 'compositeRule', [alarm: ResourceLike]>;
  }
}
