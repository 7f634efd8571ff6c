import { optional } from '../../src/engine/argument';
import { type Duration, inWords, seconds } from '../../src/engine/duration';
import { defineMatcher, type Method } from '../../src/engine/matcher';
import { options } from '../../src/engine/options-argument';
import { Place } from './place';
import { type Resemblance, resemblance, resemblanceInWords, resembles } from './resemblance';
import { shortText } from './short-text';

/** Which lines count, and how long to wait for one. */
export interface LogExpectation {
  /** Seconds, or a duration, back from now: older lines do not count; 5 minutes when left out. */
  since?: number | Duration;
  /** Seconds, or a duration, to wait; 30 seconds when left out. */
  within?: number | Duration;
}

interface Expected {
  since?: number;
  within?: number;
}

interface Logged {
  line?: string;
  complete: boolean;
}

const sinceInSeconds = 300;
const withinInSeconds = 30;

export const toLog = defineMatcher({
  facet: 'logEvents',
  summary: 'has a line as given',
  takes: [resemblance, optional(options<Expected>({ since: optional(seconds), within: optional(seconds) }))],
  perform: async (
    { name },
    flow,
    expected: Resemblance,
    { since = sinceInSeconds, within = withinInSeconds }: Expected = {},
  ): Promise<Logged> => {
    const from = new Date(Date.parse(flow.since) - since * 1_000).toISOString();
    const words = `line in ${name}`;
    const place = new Place(
      flow,
      flow.subject,
      { unique: true, words, fits: (text) => resembles(expected, text) },
      from,
    );
    await flow.until(within, () => place.look());
    return { line: place.arrived?.text, complete: place.complete };
  },
  check: ({ line, complete }: Logged, expected: Resemblance, { since = sinceInSeconds }: Expected = {}) => ({
    pass: line !== undefined,
    expected: `a line with ${resemblanceInWords(expected)}, not older than ${inWords(since)}`,
    received: line === undefined ? 'no such line' : shortText(line),
    fault: line === undefined && !complete ? 'there are more lines than could be searched' : undefined,
  }),
});

declare module '../../src/engine/matcher' {
  interface AwsMatchers<T> {
    /**
     * Passes when the log group has, or gets while it waits, a line as given. It reads (`logs:FilterLogEvents`), and needs
     * no `allowActs`. `.not` waits the whole time, and passes when there was no such line.
     *
     * @param pattern a text in the line, a RegExp, or part of the object that the line ends with.
     * @param options `{ since, within }` in seconds or as durations.
     * @example await expect(logGroup).toLog({ level: 'info', message: 'started' }, { since: '10m', within: '1m' });
     */
    toLog: Method<T, 'logEvents', [pattern: Resemblance, options?: LogExpectation]>;
  }
}
