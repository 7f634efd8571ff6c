import { optional, pattern } from '../../src/engine/argument';
import { defineMatcher, type Method } from '../../src/engine/matcher';
import { fits, shown } from '../value/value-match';

export const toRequireAuthentication = defineMatcher({
  facet: 'clientAuthentication',
  summary: 'makes clients prove who they are',
  takes: [optional(pattern)],
  check: ({ required, methods }, method?: string | RegExp) => ({
    pass: required && (method === undefined || methods.some((each) => fits(method, each))),
    expected: method === undefined ? 'sign-in is required' : `sign-in is required, by ${shown(method)}`,
    received: required
      ? `sign-in is required${methods.length > 0 ? `, by ${methods.join(', ')}` : ''}`
      : 'anybody who can connect is let in',
  }),
});

declare module '../../src/engine/matcher' {
  interface AwsMatchers<T> {
    /**
     * Passes when nobody is let in without proof: an auth token or a user group of a cache, SASL or TLS of a broker cluster,
     * fine-grained access control of a search domain.
     *
     * @param method way of sign-in as the message names it, such as `'auth token'` or `'SASL/IAM'`, or a RegExp; any when left out.
     * @example await expect(cache).toRequireAuthentication('auth token');
     */
    toRequireAuthentication: Method<T, 'clientAuthentication', [method?: string | RegExp]>;
  }
}
