import { defineMatcher, type Method } from '../../src/engine/matcher';
import { allowanceInWords, allowsEveryAction, reachesEverything } from './wildcard-statement';

export const toHaveNoWildcardAdmin = defineMatcher({
  facet: 'permissions',
  summary: 'allows no action on everything',
  check: ({ statements }) => {
    const admin = statements.filter((statement) => allowsEveryAction(statement) && reachesEverything(statement));
    return {
      pass: admin.length === 0,
      expected: 'no statement that allows every action on every resource',
      received: admin.length === 0 ? 'no such statement' : admin.map(allowanceInWords),
    };
  },
});

declare module '../../src/engine/matcher' {
  interface AwsMatchers<T> {
    /**
     * Passes when no policy of the identity allows every action on every resource (`"*"` on `"*"`, or `NotAction` on
     * everything). Managed policies such as `AdministratorAccess` count, and so does a statement under conditions.
     *
     * @example await expect(role).toHaveNoWildcardAdmin();
     */
    toHaveNoWildcardAdmin: Method<T, 'permissions'>;
  }
}
