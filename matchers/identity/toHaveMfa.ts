import { defineMatcher, type Method } from '../../src/engine/matcher';

export const toHaveMfa = defineMatcher({
  facet: 'signIn',
  summary: 'has a device for a second factor',
  check: ({ mfaDevices, consoleAccess }) => ({
    pass: mfaDevices.length > 0,
    expected: 'at least one MFA device',
    received: `${mfaDevices.join(', ') || 'no MFA device'} (console access ${consoleAccess ? 'on' : 'off'})`,
  }),
});

declare module '../../src/engine/matcher' {
  interface AwsMatchers<T> {
    /**
     * Passes when the user has an MFA device, virtual or not (`iam:ListMFADevices`).
     *
     * @example await expect(user).toHaveMfa();
     */
    toHaveMfa: Method<T, 'signIn'>;
  }
}
