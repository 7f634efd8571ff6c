import { optional } from '../../src/engine/argument';
import { type Duration, inWords, seconds } from '../../src/engine/duration';
import { defineMatcher, type Method } from '../../src/engine/matcher';
import { options } from '../../src/engine/options-argument';

/** How fresh the events must be. */
export interface LogEventsExpectation {
  /** Seconds, or a duration, back from now. */
  within?: number | Duration;
}

interface EventFacts {
  lastEventAt?: string;
  ageInSeconds?: number;
  streams: number;
}

interface Expected {
  within?: number;
}

export const toHaveLogEvents = defineMatcher({
  facet: 'logActivity',
  summary: 'has log events',
  takes: [optional(options<Expected>({ within: optional(seconds) }))],
  // The clock is read here, so that the judgement itself depends on nothing but its facts.
  relate: async ({ lastEventAt, streams }): Promise<EventFacts> => ({
    streams,
    ...(lastEventAt !== undefined && {
      lastEventAt,
      ageInSeconds: Math.max(0, Math.round((Date.now() - Date.parse(lastEventAt)) / 1000)),
    }),
  }),
  check: ({ lastEventAt, ageInSeconds, streams }: EventFacts, { within }: Expected = {}) => ({
    pass: ageInSeconds !== undefined && (within === undefined || ageInSeconds <= within),
    expected: `an event${within === undefined ? '' : ` in the last ${inWords(within)}`}`,
    received: lastEventAt === undefined ? `no event (${streams} log streams)` : `the latest event is of ${lastEventAt}`,
    advice:
      within === undefined
        ? undefined
        : 'CloudWatch Logs updates the time of the latest event with a delay; ask expect(eventually(group)) or a longer time.',
  }),
});

declare module '../../src/engine/matcher' {
  interface AwsMatchers<T> {
    /**
     * Passes when something was written to the log group (`logs:DescribeLogStreams`, fifty streams with the latest
     * events). The time of the latest event lags behind, an hour at times.
     *
     * @param expected `{ within }` in seconds or as a duration; at any time when left out.
     * @example await expect(logGroup).toHaveLogEvents({ within: '2h' });
     */
    toHaveLogEvents: Method<T, 'logActivity', [expected?: LogEventsExpectation]>;
  }
}
