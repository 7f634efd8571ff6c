import { oneOrMany, pattern } from '../../src/engine/argument';
import { defineMatcher, type Method } from '../../src/engine/matcher';
import { fits, shown } from '../value/value-match';

export const toHaveStackStatus = defineMatcher({
  facet: 'stackDeployment',
  summary: 'has the given stack status',
  takes: [oneOrMany(pattern)],
  check: ({ status, reason }, expected: (string | RegExp)[]) => ({
    pass: expected.some((each) => fits(each, status)),
    expected: expected.map((each) => shown(each)).join(' or '),
    received: `${status}${reason ? ` (${reason})` : ''}`,
  }),
});

declare module '../../src/engine/matcher' {
  interface AwsMatchers<T> {
    /**
     * Passes when the CloudFormation stack has this status.
     *
     * @param statuses one status or RegExp, or several of which one must be.
     * @example await expect(stack).toHaveStackStatus(['CREATE_COMPLETE', 'UPDATE_COMPLETE']);
     */
    toHaveStackStatus: Method<T, 'stackDeployment', [statuses: string | RegExp | (string | RegExp)[]]>;
  }
}
