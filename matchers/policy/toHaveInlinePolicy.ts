import { optional, pattern } from '../../src/engine/argument';
import { defineMatcher, type Method } from '../../src/engine/matcher';
import { fits, shown } from '../value/value-match';

export const toHaveInlinePolicy = defineMatcher({
  facet: 'inlinePolicies',
  summary: 'has the inline policy',
  takes: [optional(pattern)],
  check: ({ policies }, name?: string | RegExp) => ({
    pass: policies.some((policy) => name === undefined || fits(name, policy.name)),
    expected: name === undefined ? 'an inline policy' : shown(name),
    received: policies.map((policy) => policy.name).join(', ') || 'no inline policy',
  }),
});

declare module '../../src/engine/matcher' {
  interface AwsMatchers<T> {
    /**
     * Passes when a policy of this name is written into the role, user or group itself. What it allows is asked with
     * `toAllow`.
     *
     * @param name name of the policy, or a RegExp; any inline policy when left out.
     * @example await expect(role).toHaveInlinePolicy(/^orders-access/);
     * @example await expect(user).not.toHaveInlinePolicy();
     */
    toHaveInlinePolicy: Method<T, 'inlinePolicies', [name?: string | RegExp]>;
  }
}
