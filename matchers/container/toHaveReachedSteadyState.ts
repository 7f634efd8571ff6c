import { defineMatcher, type Method } from '../../src/engine/matcher';

export const toHaveReachedSteadyState = defineMatcher({
  facet: 'serviceTasks',
  summary: 'has finished rolling out',
  check: ({ desired, running, pending, unsettled }) => {
    const complete = desired === undefined || running === desired;
    return {
      pass: unsettled.length === 0 && complete && pending === 0,
      expected: 'one finished deployment, and every task running',
      received: [`${running} of ${desired ?? 'all'} tasks run, ${pending} pending`, ...unsettled].join('; '),
    };
  },
});

declare module '../../src/engine/matcher' {
  interface AwsMatchers<T> {
    /**
     * Passes when nothing is being rolled out any more: one finished deployment, as many running tasks as desired, none pending.
     *
     * @example await expect(eventually(service, { within: '10m' })).toHaveReachedSteadyState();
     */
    toHaveReachedSteadyState: Method<T, 'serviceTasks'>;
  }
}
