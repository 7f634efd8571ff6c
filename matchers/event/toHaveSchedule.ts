import { optional, pattern, text } from '../../src/engine/argument';
import { defineMatcher, type Method } from '../../src/engine/matcher';
import { options } from '../../src/engine/options-argument';
import { fits, shown } from '../value/value-match';

/** What else is asked of the schedule. */
export interface ScheduleOptions {
  /** Time zone in which it counts, such as `Europe/Berlin`. */
  timezone?: string;
}

export const toHaveSchedule = defineMatcher({
  facet: 'scheduleExpression',
  summary: 'runs by the given schedule',
  takes: [optional(pattern), optional(options<ScheduleOptions>({ timezone: optional(text) }))],
  check: ({ expression, timezone }, expected?: string | RegExp, { timezone: zone }: ScheduleOptions = {}) => ({
    pass:
      expression !== undefined &&
      (expected === undefined || fits(typeof expected === 'string' ? plain(expected) : expected, plain(expression))) &&
      (zone === undefined || zone === timezone),
    expected: [expected === undefined ? 'a schedule' : shown(expected), zone && `in ${zone}`].filter(Boolean).join(' '),
    received:
      expression === undefined ? 'no schedule' : [expression, timezone && `in ${timezone}`].filter(Boolean).join(' '),
  }),
});

/** `rate( 5 minutes )` and `rate(5 minutes)` are one. */
function plain(expression: string): string {
  return expression.trim().replace(/\s+/g, ' ').replace(/\( /g, '(').replace(/ \)/g, ')');
}

declare module '../../src/engine/matcher' {
  interface AwsMatchers<T> {
    /**
     * Passes when the rule or schedule runs by this expression; by any when none is given.
     *
     * @param expression `rate(5 minutes)`, `cron(0 12 * * ? *)`, `at(...)`, or a RegExp.
     * @param expected the time zone it counts in; rules count in UTC.
     * @example await expect(rule).toHaveSchedule('rate(5 minutes)');
     */
    toHaveSchedule: Method<T, 'scheduleExpression', [expression?: string | RegExp, expected?: ScheduleOptions]>;
  }
}
