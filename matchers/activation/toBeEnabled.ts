import { defineMatcher, type Method } from '../../src/engine/matcher';

export const toBeEnabled = defineMatcher({
  facet: 'activation',
  summary: 'is switched on',
  check: ({ enabled, state }) => ({
    pass: enabled,
    expected: 'enabled',
    received: `${enabled ? 'enabled' : 'disabled'} (${state})`,
  }),
});

declare module '../../src/engine/matcher' {
  interface AwsMatchers<T> {
    /**
     * Passes when the resource is switched on: an event rule, a schedule, an event source mapping, a distribution, a
     * health check.
     *
     * @example await expect(rule).toBeEnabled();
     */
    toBeEnabled: Method<T, 'activation'>;
  }
}
