import { number } from '../../src/engine/argument';
import { defineMatcher, type Method } from '../../src/engine/matcher';
import { notApplicable } from '../../src/engine/unjudged';
import { type Bounded, type Bounds, bounded, boundsInWords, isWithin } from '../value/bounds';

export const toHaveDesiredCount = defineMatcher({
  facet: 'serviceTasks',
  summary: 'is meant to run the given number of tasks',
  takes: [bounded(number)],
  check: ({ desired, running }, expected: Bounds) => {
    if (desired === undefined)
      throw notApplicable('It runs one task on each instance (DAEMON) and has no desired count.');
    return {
      pass: isWithin(expected, desired),
      expected: boundsInWords(expected, String),
      received: `${desired} (${running} running)`,
    };
  },
});

declare module '../../src/engine/matcher' {
  interface AwsMatchers<T> {
    /**
     * Passes when the service is meant to run this many tasks (`desiredCount`). What runs is another question:
     * `toHaveRunningTasks`.
     *
     * @param count how many, exact or `{ atLeast, atMost }`.
     * @example await expect(service).toHaveDesiredCount({ atLeast: 2 });
     */
    toHaveDesiredCount: Method<T, 'serviceTasks', [count: Bounded<number>]>;
  }
}
