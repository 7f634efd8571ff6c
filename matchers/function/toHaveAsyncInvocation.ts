import { optional } from '../../src/engine/argument';
import { type Duration, inWords, seconds } from '../../src/engine/duration';
import { defineMatcher, type Method, type ResourceLike } from '../../src/engine/matcher';
import { options } from '../../src/engine/options-argument';
import { resourceLike } from '../../src/engine/resource-like';
import type { AsyncInvocation } from '../../src/facets';
import { isArn, refersTo } from '../reference/refers-to';
import { type Bounded, type Bounds, bounded, boundsInWords, isWithin } from '../value/bounds';
import { listOf } from '../value/list-argument';
import { wholeNumber } from '../value/whole-number';

/** How a function must treat the events that it is handed without anybody waiting for the answer. */
export interface AsyncInvocationExpectation {
  /** How often a failed event is tried again: 2 unless it was configured. */
  retryAttempts?: Bounded<number>;
  /** Seconds, or a duration, after which an event is given up: 6 hours unless it was configured. */
  eventAge?: Bounded<number | Duration>;
  /** All who are told of what succeeded or failed, as handles or ARNs; `[]` for nobody. */
  destinations?: ResourceLike | ResourceLike[];
}

interface Expected {
  retryAttempts?: Bounds;
  eventAge?: Bounds;
  destinations?: ResourceLike[];
}

interface AsyncFacts {
  invocation: AsyncInvocation;
  wanted: { shown: string; names: readonly string[] }[];
}

export const toHaveAsyncInvocation = defineMatcher({
  facet: 'asyncInvocation',
  summary: 'treats asynchronous events as given',
  takes: [
    options<Expected>({
      retryAttempts: optional(bounded(wholeNumber)),
      eventAge: optional(bounded(seconds)),
      destinations: optional(listOf(resourceLike)),
    }),
  ],
  relate: async (invocation, ask, { destinations = [] }: Expected): Promise<AsyncFacts> => ({
    invocation,
    wanted: await Promise.all(
      destinations.map(async (each) => {
        const names = await ask.names(each);
        return { shown: names.find(isArn) ?? String(each), names };
      }),
    ),
  }),
  check: ({ invocation, wanted }: AsyncFacts, { retryAttempts, eventAge, destinations }: Expected) => {
    const { maximumRetryAttempts, maximumEventAgeInSeconds, destinations: told } = invocation;
    const parts = [
      retryAttempts && {
        holds: isWithin(retryAttempts, maximumRetryAttempts),
        expected: `${boundsInWords(retryAttempts, String)} retries`,
        received: `${maximumRetryAttempts} retries`,
      },
      eventAge && {
        holds: isWithin(eventAge, maximumEventAgeInSeconds),
        expected: `events of ${boundsInWords(eventAge, inWords)}`,
        received: `events of ${inWords(maximumEventAgeInSeconds)}`,
      },
      destinations && {
        holds:
          told.every(({ target }) => wanted.some(({ names }) => refersTo(target, names))) &&
          wanted.every(({ names }) => told.some(({ target }) => refersTo(target, names))),
        expected: wanted.map(({ shown }) => `to ${shown}`).join(', ') || 'no destination',
        received: told.map(({ on, target }) => `${on} to ${target}`).join(', ') || 'no destination',
      },
    ].filter((part) => part !== undefined);
    const wrong = parts.filter(({ holds }) => !holds);
    return {
      pass: wrong.length === 0,
      expected: parts.map(({ expected }) => expected).join('; ') || 'any',
      received: parts.map(({ received }) => received).join('; ') || 'any',
      fault:
        wrong.length > 0 && wrong.length < parts.length
          ? `only a part is as given: not ${wrong.map(({ expected }) => expected).join(', ')}`
          : undefined,
    };
  },
});

declare module '../../src/engine/matcher' {
  interface AwsMatchers<T> {
    /**
     * Passes when the function treats asynchronous events so: those of buckets, topics, rules and of `Event` invocations
     * (`lambda:GetFunctionEventInvokeConfig`). What was never configured is Lambda's default: 2 retries, 6 hours, nobody told.
     *
     * Some of it as given and some not fails with `.not` as well.
     *
     * @param expected `retryAttempts`, `eventAge` and `destinations`, each of which may be left out.
     * @example await expect(fn).toHaveAsyncInvocation({ retryAttempts: 2, eventAge: '6h', destinations: [] });
     */
    toHaveAsyncInvocation: Method<T, 'asyncInvocation', [expected: AsyncInvocationExpectation]>;
  }
}
