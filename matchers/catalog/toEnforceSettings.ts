import { defineMatcher, type Method } from '../../src/engine/matcher';

export const toEnforceSettings = defineMatcher({
  facet: 'queryResults',
  summary: 'enforces its settings on every client',
  check: ({ enforced }) => ({
    pass: enforced,
    expected: 'enforced',
    received: enforced ? 'enforced' : 'clients may override them',
  }),
});

declare module '../../src/engine/matcher' {
  interface AwsMatchers<T> {
    /**
     * Passes when clients cannot override the settings of the Athena workgroup (`EnforceWorkGroupConfiguration`).
     *
     * @example await expect(workgroup).toEnforceSettings();
     */
    toEnforceSettings: Method<T, 'queryResults'>;
  }
}
