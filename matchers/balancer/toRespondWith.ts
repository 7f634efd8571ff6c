import { argument } from '../../src/engine/argument';
import { defineMatcher, type Method } from '../../src/engine/matcher';
import { actionsFor, actionsInWords, type RequestExpectation, requests } from './listener-action';

const status = argument<number>('a status code such as 404', (given) =>
  typeof given === 'number' && Number.isInteger(given) && given >= 200 && given < 600 ? given : undefined,
);

export const toRespondWith = defineMatcher({
  facet: 'listenerActions',
  summary: 'answers requests by itself with the given status code',
  takes: [status, requests],
  check: ({ actions }, expected: number, which?: RequestExpectation) => {
    const meant = actionsFor(actions, which);
    const hits = meant.filter(({ statusCode }) => statusCode === String(expected));
    const byDefault = hits.some((action) => action.byDefault);
    return {
      pass: byDefault,
      expected: `a fixed response ${expected}${which?.from === undefined ? '' : ` on port ${which.from}`}`,
      received: actionsInWords(which?.from === undefined || meant.length > 0 ? meant : actions),
      fault: hits.length > 0 && !byDefault ? 'only some requests are answered so, by a rule' : undefined,
    };
  },
});

declare module '../../src/engine/matcher' {
  interface AwsMatchers<T> {
    /**
     * Passes when a listener answers requests by default with a fixed response of this status code, so that what no rule
     * takes goes nowhere. A fixed response by a rule alone fails in both directions.
     *
     * @param statusCode such as `404`.
     * @param expected `from`, the port that requests come in on; any when left out.
     * @example await expect(listener).toRespondWith(404);
     */
    toRespondWith: Method<T, 'listenerActions', [statusCode: number, expected?: RequestExpectation]>;
  }
}
