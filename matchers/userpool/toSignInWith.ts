import { oneOf } from '../../src/engine/argument';
import { defineMatcher, type Method } from '../../src/engine/matcher';

export const toSignInWith = defineMatcher({
  facet: 'userSignUp',
  summary: 'takes the given attribute for signing in',
  takes: [oneOf('email', 'phone_number', 'preferred_username')],
  check: ({ signInWith }, attribute: string) => ({
    pass: signInWith.includes(attribute),
    expected: attribute,
    received: signInWith.join(', ') || 'user names only',
  }),
});

declare module '../../src/engine/matcher' {
  interface AwsMatchers<T> {
    /**
     * Passes when users sign in with this attribute, in place of a user name or besides it.
     *
     * @param attribute `'email'`, `'phone_number'` or `'preferred_username'`.
     * @example await expect(userPool).toSignInWith('email');
     */
    toSignInWith: Method<T, 'userSignUp', [attribute: 'email' | 'phone_number' | 'preferred_username']>;
  }
}
