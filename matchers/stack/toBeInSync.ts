import { defineMatcher, type Method } from '../../src/engine/matcher';

export const toBeInSync = defineMatcher({
  facet: 'drift',
  summary: 'is still as its template says',
  check: ({ status, checkedAt }) => {
    const known = status === 'IN_SYNC' || status === 'DRIFTED';
    return {
      pass: status === 'IN_SYNC',
      expected: 'IN_SYNC',
      received: `${status}${checkedAt ? ` at ${checkedAt}` : ''}`,
      fault: known ? undefined : 'CloudFormation has not looked for drift, so nothing is known about it',
      advice: known ? undefined : 'Run `aws cloudformation detect-stack-drift --stack-name ...` and ask again.',
    };
  },
});

declare module '../../src/engine/matcher' {
  interface AwsMatchers<T> {
    /**
     * Passes when the last drift detection found the stack as its template says. Detection itself is not started, since
     * it is no read; a stack that was never checked fails in both directions.
     *
     * @example await expect(stack).toBeInSync();
     */
    toBeInSync: Method<T, 'drift'>;
  }
}
