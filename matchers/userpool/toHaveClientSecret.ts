import { defineMatcher, type Method } from '../../src/engine/matcher';

export const toHaveClientSecret = defineMatcher({
  facet: 'signInFlows',
  summary: 'has a secret of its own',
  check: ({ hasSecret }) => ({ pass: hasSecret, expected: 'a secret', received: hasSecret ? 'a secret' : 'no secret' }),
});

declare module '../../src/engine/matcher' {
  interface AwsMatchers<T> {
    /**
     * Passes when the application has a secret. One that runs in a browser or on a phone cannot keep it.
     *
     * @example await expect(webClient).not.toHaveClientSecret();
     */
    toHaveClientSecret: Method<T, 'signInFlows'>;
  }
}
