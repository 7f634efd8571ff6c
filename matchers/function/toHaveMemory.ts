import { count } from '../../src/engine/argument';
import { defineMatcher, type Method } from '../../src/engine/matcher';
import { type Bounded, type Bounds, bounded, boundsInWords, isWithin } from '../value/bounds';

export const toHaveMemory = defineMatcher({
  facet: 'function',
  summary: 'has the given memory',
  takes: [bounded(count)],
  check: ({ memoryInMegabytes }, expected: Bounds) => ({
    pass: isWithin(expected, memoryInMegabytes),
    expected: boundsInWords(expected, inMegabytes),
    received: inMegabytes(memoryInMegabytes),
  }),
});

function inMegabytes(amount: number): string {
  return `${amount} MB`;
}

declare module '../../src/engine/matcher' {
  interface AwsMatchers<T> {
    /**
     * Passes when the function has this much memory. A plain value is exact; `{ atLeast, atMost }` are limits.
     *
     * @param megabytes megabytes (`512`), or `{ atLeast, atMost }`.
     * @example await expect(fn).toHaveMemory({ atLeast: 512 });
     */
    toHaveMemory: Method<T, 'function', [megabytes: Bounded<number>]>;
  }
}
