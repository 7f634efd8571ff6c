import { defineMatcher, type Method } from '../../src/engine/matcher';

export const toUseIamAuthentication = defineMatcher({
  facet: 'iamAuthentication',
  summary: 'lets clients sign in with IAM',
  check: ({ enabled, detail }) => ({ pass: enabled, expected: 'sign-in with IAM', received: detail }),
});

declare module '../../src/engine/matcher' {
  interface AwsMatchers<T> {
    /**
     * Passes when clients can sign in with IAM instead of a password (`IAMDatabaseAuthenticationEnabled`, `IAMAuth` of every
     * user of a proxy, SASL/IAM of a broker cluster).
     *
     * @example await expect(db).toUseIamAuthentication();
     */
    toUseIamAuthentication: Method<T, 'iamAuthentication'>;
  }
}
