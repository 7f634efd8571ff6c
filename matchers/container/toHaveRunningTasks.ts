import { number, optional } from '../../src/engine/argument';
import { defineMatcher, type Method } from '../../src/engine/matcher';
import { type Bounded, type Bounds, bounded, boundsInWords, isWithin } from '../value/bounds';

export const toHaveRunningTasks = defineMatcher({
  facet: 'serviceTasks',
  summary: 'runs its tasks',
  takes: [optional(bounded(number))],
  check: ({ desired, running, pending, unsettled }, given?: Bounds) => {
    const expected = given ?? { atLeast: Math.max(1, desired ?? 1) };
    return {
      pass: isWithin(expected, running),
      expected: `${boundsInWords(expected, String)} running`,
      received: `${running} running, ${pending} pending`,
      advice: unsettled.join('; ') || undefined,
    };
  },
});

declare module '../../src/engine/matcher' {
  interface AwsMatchers<T> {
    /**
     * Passes when this many tasks run (`runningCount`); without a number, as many as desired and at least one.
     *
     * @param count how many, exact or `{ atLeast, atMost }`.
     * @example await expect(eventually(service, { within: '5m' })).toHaveRunningTasks();
     */
    toHaveRunningTasks: Method<T, 'serviceTasks', [count?: Bounded<number>]>;
  }
}
