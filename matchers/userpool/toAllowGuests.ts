import { defineMatcher, type Method } from '../../src/engine/matcher';

export const toAllowGuests = defineMatcher({
  facet: 'identityAccess',
  summary: 'gives identities to people who did not sign in',
  check: ({ guests, unauthenticatedRole }) => ({
    pass: guests,
    expected: 'guests allowed',
    received: guests ? `guests allowed, with ${unauthenticatedRole ?? 'no role'}` : 'guests refused',
  }),
});

declare module '../../src/engine/matcher' {
  interface AwsMatchers<T> {
    /**
     * Passes when the identity pool gives credentials to people who did not sign in.
     *
     * @example await expect(identityPool).not.toAllowGuests();
     */
    toAllowGuests: Method<T, 'identityAccess'>;
  }
}
