import { argument } from '../../src/engine/argument';
import { defineMatcher, type Method } from '../../src/engine/matcher';

const flow = argument<string>("a flow such as 'ALLOW_USER_SRP_AUTH'", (given) =>
  typeof given === 'string' && /^[A-Z_]+$/i.test(given)
    ? `ALLOW_${given.toUpperCase().replace(/^ALLOW_/, '')}`
    : undefined,
);

export const toAllowSignInFlow = defineMatcher({
  facet: 'signInFlows',
  summary: 'lets users sign in by the given flow',
  takes: [flow],
  check: ({ flows }, expected: string) => ({
    pass: flows.some((each) => `ALLOW_${each.replace(/^ALLOW_/, '')}` === expected),
    expected,
    received: flows.join(', ') || 'none named',
  }),
});

declare module '../../src/engine/matcher' {
  interface AwsMatchers<T> {
    /**
     * Passes when users may sign in by this flow of the API.
     *
     * @param flow the flow with or without `ALLOW_`, such as `USER_SRP_AUTH`.
     * @example await expect(client).not.toAllowSignInFlow('USER_PASSWORD_AUTH');
     */
    toAllowSignInFlow: Method<T, 'signInFlows', [flow: string]>;
  }
}
