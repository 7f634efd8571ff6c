import { number, optional } from '../../src/engine/argument';
import { defineMatcher, type Method } from '../../src/engine/matcher';
import { type Bounded, type Bounds, bounded, boundsInWords, isWithin } from '../value/bounds';

export const toHaveStorageAutoscaling = defineMatcher({
  facet: 'storage',
  summary: 'lets its storage grow by itself',
  takes: [optional(bounded(number))],
  check: ({ sizeInGibibytes, maximumInGibibytes }, expected?: Bounds) => {
    // AWS keeps a limit that equals the size when it was switched off.
    const grows =
      sizeInGibibytes === undefined || (maximumInGibibytes !== undefined && maximumInGibibytes > sizeInGibibytes);
    return {
      pass:
        grows &&
        (expected === undefined || (maximumInGibibytes !== undefined && isWithin(expected, maximumInGibibytes))),
      expected: expected ? `on, up to ${boundsInWords(expected, inWords)}` : 'on',
      received: grows ? `on${maximumInGibibytes === undefined ? '' : `, up to ${inWords(maximumInGibibytes)}`}` : 'off',
    };
  },
});

function inWords(gibibytes: number): string {
  return `${gibibytes} GiB`;
}

declare module '../../src/engine/matcher' {
  interface AwsMatchers<T> {
    /**
     * Passes when the storage grows by itself before it is full (`MaxAllocatedStorage`). Storage without a size, as that of
     * Aurora, always does.
     *
     * @param maximum up to how many GiB, exact or `{ atLeast, atMost }`; any when left out.
     * @example await expect(db).toHaveStorageAutoscaling({ atLeast: 500 });
     */
    toHaveStorageAutoscaling: Method<T, 'storage', [maximum?: Bounded<number>]>;
  }
}
