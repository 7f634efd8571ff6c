import { defineMatcher, type Method } from '../../src/engine/matcher';

export const toHaveConsoleAccess = defineMatcher({
  facet: 'signIn',
  summary: 'can sign in to the console',
  check: ({ consoleAccess }) => ({
    pass: consoleAccess,
    expected: 'a password for the console',
    received: consoleAccess ? 'a password for the console' : 'no password for the console',
  }),
});

declare module '../../src/engine/matcher' {
  interface AwsMatchers<T> {
    /**
     * Passes when the user has a password for the AWS console (`iam:GetLoginProfile`).
     *
     * @example await expect(deployUser).not.toHaveConsoleAccess();
     */
    toHaveConsoleAccess: Method<T, 'signIn'>;
  }
}
