import { number, optional } from '../../src/engine/argument';
import { defineMatcher, type Method } from '../../src/engine/matcher';
import { type Bounded, type Bounds, bounded, boundsInWords, isWithin } from '../value/bounds';

export const toHaveScanLimit = defineMatcher({
  facet: 'queryResults',
  summary: 'cancels queries that scan too much',
  takes: [optional(bounded(number))],
  check: ({ scanLimitInBytes: limit }, expected?: Bounds) => ({
    pass: limit !== undefined && (expected === undefined || isWithin(expected, limit)),
    expected: expected === undefined ? 'a limit' : boundsInWords(expected, inWords),
    received: limit === undefined ? 'no limit' : inWords(limit),
  }),
});

function inWords(bytes: number): string {
  return `${bytes} bytes`;
}

declare module '../../src/engine/matcher' {
  interface AwsMatchers<T> {
    /**
     * Passes when the Athena workgroup cancels a query that scans more than this (`BytesScannedCutoffPerQuery`).
     *
     * @param bytes exact, or `{ atLeast, atMost }`; any limit when left out.
     * @example await expect(workgroup).toHaveScanLimit({ atMost: 1024 ** 4 });
     */
    toHaveScanLimit: Method<T, 'queryResults', [bytes?: Bounded<number>]>;
  }
}
