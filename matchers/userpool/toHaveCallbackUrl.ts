import { pattern } from '../../src/engine/argument';
import { defineMatcher, type Method } from '../../src/engine/matcher';
import { fits, shown } from '../value/value-match';

export const toHaveCallbackUrl = defineMatcher({
  facet: 'oauthClient',
  summary: 'sends users back to the given address',
  takes: [pattern],
  check: ({ callbackUrls }, expected: string | RegExp) => ({
    pass: callbackUrls.some((url) => fits(expected, url)),
    expected: shown(expected),
    received: callbackUrls.join(', ') || 'none',
  }),
});

declare module '../../src/engine/matcher' {
  interface AwsMatchers<T> {
    /**
     * Passes when users may be sent to this address after they signed in.
     *
     * @param url the whole address, which Cognito compares to the letter, or a RegExp.
     * @example await expect(client).toHaveCallbackUrl('https://app.example.com/callback');
     */
    toHaveCallbackUrl: Method<T, 'oauthClient', [url: string | RegExp]>;
  }
}
