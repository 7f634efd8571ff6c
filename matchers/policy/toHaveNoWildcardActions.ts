import { defineMatcher, type Method } from '../../src/engine/matcher';
import { allowanceInWords, allowsWholeService } from './wildcard-statement';

export const toHaveNoWildcardActions = defineMatcher({
  facet: 'permissions',
  summary: 'allows no whole service',
  check: ({ statements }) => {
    const whole = statements.filter(allowsWholeService);
    return {
      pass: whole.length === 0,
      expected: "no statement that allows 'service:*'",
      received: whole.length === 0 ? 'no such statement' : whole.map(allowanceInWords),
    };
  },
});

declare module '../../src/engine/matcher' {
  interface AwsMatchers<T> {
    /**
     * Passes when no policy of the identity allows all actions of a service (`s3:*`, `*`), whatever the resource. A
     * pattern such as `s3:Get*` may be there.
     *
     * @example await expect(role).toHaveNoWildcardActions();
     */
    toHaveNoWildcardActions: Method<T, 'permissions'>;
  }
}
