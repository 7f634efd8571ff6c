import { oneOf } from '../../src/engine/argument';
import { defineMatcher, type Method } from '../../src/engine/matcher';

export const toAllowOAuthFlow = defineMatcher({
  facet: 'oauthClient',
  summary: 'may use the given OAuth flow',
  takes: [oneOf('code', 'implicit', 'client_credentials')],
  check: ({ flows }, flow: string) => ({
    pass: flows.includes(flow),
    expected: flow,
    received: flows.join(', ') || 'no OAuth flow',
  }),
});

declare module '../../src/engine/matcher' {
  interface AwsMatchers<T> {
    /**
     * Passes when the application may use this OAuth flow. Flows that are listed and switched off as a whole
     * (`AllowedOAuthFlowsUserPoolClient`) are not allowed.
     *
     * @param flow `'code'`, `'implicit'` or `'client_credentials'`.
     * @example await expect(client).not.toAllowOAuthFlow('implicit');
     */
    toAllowOAuthFlow: Method<T, 'oauthClient', [flow: 'code' | 'implicit' | 'client_credentials']>;
  }
}
