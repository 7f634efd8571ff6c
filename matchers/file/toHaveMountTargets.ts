import { number } from '../../src/engine/argument';
import { defineMatcher, type Method } from '../../src/engine/matcher';
import { type Bounded, type Bounds, bounded, boundsInWords, isWithin } from '../value/bounds';

export const toHaveMountTargets = defineMatcher({
  facet: 'mountTargets',
  summary: 'can be mounted in the given number of subnets',
  takes: [bounded(number)],
  check: ({ targets }, expected: Bounds) => {
    const ready = targets.filter(({ state }) => state === 'available');
    return {
      pass: isWithin(expected, ready.length),
      expected: boundsInWords(expected, String),
      received: targets.map(({ subnetId, zone, state }) => `${subnetId} in ${zone} (${state})`),
    };
  },
});

declare module '../../src/engine/matcher' {
  interface AwsMatchers<T> {
    /**
     * Passes when there are this many mount targets that can be used.
     *
     * @param count how many, exact or `{ atLeast, atMost }`.
     * @example await expect(files).toHaveMountTargets({ atLeast: 2 });
     */
    toHaveMountTargets: Method<T, 'mountTargets', [count: Bounded<number>]>;
  }
}
