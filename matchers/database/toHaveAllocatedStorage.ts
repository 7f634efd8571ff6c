import { number } from '../../src/engine/argument';
import { defineMatcher, type Method } from '../../src/engine/matcher';
import { notApplicable } from '../../src/engine/unjudged';
import { type Bounded, type Bounds, bounded, boundsInWords, isWithin } from '../value/bounds';

export const toHaveAllocatedStorage = defineMatcher({
  facet: 'storage',
  summary: 'has disk space of the given size',
  takes: [bounded(number)],
  check: ({ sizeInGibibytes, pending }, expected: Bounds) => {
    if (sizeInGibibytes === undefined) throw notApplicable('Its storage grows by itself and has no size to ask for.');
    return {
      pass: isWithin(expected, sizeInGibibytes),
      expected: boundsInWords(expected, inWords),
      received: inWords(sizeInGibibytes),
      advice: pending && `AWS has accepted a change that it has not made yet: ${pending}.`,
    };
  },
});

function inWords(gibibytes: number): string {
  return `${gibibytes} GiB`;
}

declare module '../../src/engine/matcher' {
  interface AwsMatchers<T> {
    /**
     * Passes when the disk has this size. A plain number is exact; `{ atLeast, atMost }` are limits. Storage that grows by
     * itself, as that of Aurora, does not answer.
     *
     * @param size GiB, as AWS counts them.
     * @example await expect(db).toHaveAllocatedStorage({ atLeast: 100 });
     */
    toHaveAllocatedStorage: Method<T, 'storage', [size: Bounded<number>]>;
  }
}
