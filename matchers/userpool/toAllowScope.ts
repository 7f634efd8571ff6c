import { text } from '../../src/engine/argument';
import { defineMatcher, type Method } from '../../src/engine/matcher';

export const toAllowScope = defineMatcher({
  facet: 'oauthClient',
  summary: 'may ask for the given scope',
  takes: [text],
  check: ({ scopes }, scope: string) => ({
    pass: scopes.includes(scope),
    expected: scope,
    received: scopes.join(', ') || 'no scope',
  }),
});

declare module '../../src/engine/matcher' {
  interface AwsMatchers<T> {
    /**
     * Passes when the application may ask for this OAuth scope.
     *
     * @param scope the scope, such as `openid` or `orders/read`.
     * @example await expect(client).toAllowScope('openid');
     */
    toAllowScope: Method<T, 'oauthClient', [scope: string]>;
  }
}
