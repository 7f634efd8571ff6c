import { optional } from '../../src/engine/argument';
import { defineMatcher, type Method } from '../../src/engine/matcher';
import { type Bounded, type Bounds, bounded, boundsInWords, isWithin } from '../value/bounds';
import { wholeNumber } from '../value/whole-number';

export const toHaveReservedConcurrency = defineMatcher({
  facet: 'reservedConcurrency',
  summary: 'has concurrency reserved for it',
  takes: [optional(bounded(wholeNumber))],
  check: ({ executions }, expected?: Bounds) => ({
    pass: executions !== undefined && (expected === undefined || isWithin(expected, executions)),
    expected: expected ? `${boundsInWords(expected, String)} reserved executions` : 'a reservation',
    received: executions === undefined ? 'nothing reserved' : `${executions} reserved executions`,
    advice: executions === 0 ? 'With 0 reserved executions Lambda refuses every call.' : undefined,
  }),
});

declare module '../../src/engine/matcher' {
  interface AwsMatchers<T> {
    /**
     * Passes when so many concurrent executions are reserved for the function; any number when none is given. A plain value
     * is exact; `{ atLeast, atMost }` are limits.
     *
     * @param executions number of executions, 0 included, or `{ atLeast, atMost }`.
     * @example await expect(fn).toHaveReservedConcurrency(10);
     */
    toHaveReservedConcurrency: Method<T, 'reservedConcurrency', [executions?: Bounded<number>]>;
  }
}
