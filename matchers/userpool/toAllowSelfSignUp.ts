import { defineMatcher, type Method } from '../../src/engine/matcher';

export const toAllowSelfSignUp = defineMatcher({
  facet: 'userSignUp',
  summary: 'lets people sign up by themselves',
  check: ({ selfSignUp }) => ({
    pass: selfSignUp,
    expected: 'people sign up by themselves',
    received: selfSignUp ? 'people sign up by themselves' : 'administrators create users',
  }),
});

declare module '../../src/engine/matcher' {
  interface AwsMatchers<T> {
    /**
     * Passes when people can sign up by themselves; otherwise only administrators create users.
     *
     * @example await expect(userPool).not.toAllowSelfSignUp();
     */
    toAllowSelfSignUp: Method<T, 'userSignUp'>;
  }
}
