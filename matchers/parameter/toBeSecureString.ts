import { defineMatcher, type Method } from '../../src/engine/matcher';

export const toBeSecureString = defineMatcher({
  facet: 'parameterKind',
  summary: 'is a SecureString',
  check: ({ type }) => ({ pass: type === 'SecureString', expected: 'SecureString', received: type }),
});

declare module '../../src/engine/matcher' {
  interface AwsMatchers<T> {
    /**
     * Passes when the SSM parameter is of the type `SecureString`. Its key is asked with `toBeKmsEncrypted`.
     *
     * @example await expect(parameter).toBeSecureString();
     */
    toBeSecureString: Method<T, 'parameterKind'>;
  }
}
