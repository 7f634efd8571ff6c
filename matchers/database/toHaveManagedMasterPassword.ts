import { defineMatcher, type Method } from '../../src/engine/matcher';

export const toHaveManagedMasterPassword = defineMatcher({
  facet: 'masterPassword',
  summary: 'leaves its main password to AWS',
  check: ({ secret }) => ({
    pass: secret !== undefined,
    expected: 'a password that AWS keeps in a secret and rotates',
    received: secret ? `the secret ${secret.id}` : 'a password that the team keeps',
  }),
});

declare module '../../src/engine/matcher' {
  interface AwsMatchers<T> {
    /**
     * Passes when AWS keeps the password of the main user in a secret and rotates it (`MasterUserSecret`,
     * `MasterPasswordSecretArn`).
     *
     * @example await expect(db).toHaveManagedMasterPassword();
     */
    toHaveManagedMasterPassword: Method<T, 'masterPassword'>;
  }
}
