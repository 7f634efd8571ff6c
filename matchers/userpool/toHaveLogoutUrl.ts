import { pattern } from '../../src/engine/argument';
import { defineMatcher, type Method } from '../../src/engine/matcher';
import { fits, shown } from '../value/value-match';

export const toHaveLogoutUrl = defineMatcher({
  facet: 'oauthClient',
  summary: 'sends users to the given address when they sign out',
  takes: [pattern],
  check: ({ logoutUrls }, expected: string | RegExp) => ({
    pass: logoutUrls.some((url) => fits(expected, url)),
    expected: shown(expected),
    received: logoutUrls.join(', ') || 'none',
  }),
});

declare module '../../src/engine/matcher' {
  interface AwsMatchers<T> {
    /**
     * Passes when users may be sent to this address after they signed out.
     *
     * @param url the whole address, which Cognito compares to the letter, or a RegExp.
     * @example await expect(client).toHaveLogoutUrl('https://app.example.com/');
     */
    toHaveLogoutUrl: Method<T, 'oauthClient', [url: string | RegExp]>;
  }
}
