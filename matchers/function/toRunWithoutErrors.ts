import { argument, isRefusal, optional, refuse } from '../../src/engine/argument';
import { type Duration, inWords, seconds } from '../../src/engine/duration';
import { defineMatcher, type Method } from '../../src/engine/matcher';
import { options } from '../../src/engine/options-argument';

/** Which calls are looked at. */
export interface RunsExpectation {
  /** Seconds, or a duration up to a day, back from now. */
  within?: number | Duration;
}

interface Expected {
  within?: number;
}

interface RunFacts {
  invocations: number;
  errors: number;
}

const dayInSeconds = 86_400;

const upToADay = argument<number | Duration, number>(`${seconds.takes}, a day at the most`, (given) => {
  const length = seconds.read(given);
  return isRefusal(length) || length <= dayInSeconds ? length : refuse('it is more than a day');
});

export const toRunWithoutErrors = defineMatcher({
  facet: 'functionRuns',
  summary: 'was called and did not fail',
  takes: [optional(options<Expected>({ within: optional(upToADay) }))],
  // The clock is read here, so that the judgement itself depends on nothing but its facts.
  relate: async ({ periods }, _ask, { within = dayInSeconds }: Expected = {}): Promise<RunFacts> => {
    const since = Date.now() - within * 1000;
    const counted = periods.filter((each) => Date.parse(each.startedAt) + each.lengthInSeconds * 1000 > since);
    const sum = (of: keyof RunFacts) => counted.reduce((total, each) => total + each[of], 0);
    return { invocations: sum('invocations'), errors: sum('errors') };
  },
  check: ({ invocations, errors }: RunFacts, { within = dayInSeconds }: Expected = {}) => ({
    pass: invocations > 0 && errors === 0,
    expected: `calls in the last ${inWords(within)}, none of them failed`,
    received: `${invocations} calls, ${errors} of them failed`,
    fault: invocations === 0 && errors === 0 ? `nobody called it in the last ${inWords(within)}` : undefined,
    advice:
      invocations === 0
        ? 'CloudWatch learns of a call a minute or two later; call the function first and ask expect(eventually(fn)).'
        : undefined,
  }),
});

declare module '../../src/engine/matcher' {
  interface AwsMatchers<T> {
    /**
     * Passes when the function was called and no call failed, as CloudWatch counts them in periods of five minutes
     * (`cloudwatch:GetMetricStatistics`, the metrics `Invocations` and `Errors`). It calls nothing itself.
     *
     * A function that nobody called fails in both directions.
     *
     * @param expected `{ within }` in seconds or as a duration, up to a day; a day when left out.
     * @example await expect(eventually(fn, { within: '3m' })).toRunWithoutErrors({ within: '1h' });
     */
    toRunWithoutErrors: Method<T, 'functionRuns', [expected?: RunsExpectation]>;
  }
}
