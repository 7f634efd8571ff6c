import { pattern } from '../../src/engine/argument';
import { defineMatcher, type Method } from '../../src/engine/matcher';
import { compareExactly, judgeExactly } from '../value/exact-set';
import { listOf } from '../value/list-argument';
import { fits, shown } from '../value/value-match';

export const toHaveOnlyInlinePolicies = defineMatcher({
  facet: 'inlinePolicies',
  summary: 'has the given inline policies and no others',
  takes: [listOf(pattern)],
  check: ({ policies }, names: (string | RegExp)[]) =>
    judgeExactly(
      compareExactly(policies, names, (name, policy) => fits(name, policy.name), {
        item: ({ name }) => name,
        wish: (name) => String(shown(name)),
      }),
      'no inline policy',
    ),
});

declare module '../../src/engine/matcher' {
  interface AwsMatchers<T> {
    /**
     * Passes when exactly these policies are written into the role, user or group itself. What they allow is asked with
     * `toHavePolicyDocument`.
     *
     * @param names a list of names or RegExps; `[]` for none.
     * @example await expect(role).toHaveOnlyInlinePolicies([/DefaultPolicy/, 'orders-access']);
     */
    toHaveOnlyInlinePolicies: Method<T, 'inlinePolicies', [names: (string | RegExp)[]]>;
  }
}
