import { text } from '../../src/engine/argument';
import { defineMatcher, type Method } from '../../src/engine/matcher';

export const toHaveAuthorizationType = defineMatcher({
  facet: 'clientAuthentication',
  summary: 'lets callers prove who they are in the given way',
  takes: [text],
  check: ({ methods }, expected: string) => ({
    pass: methods.some((each) => each.toUpperCase() === expected.toUpperCase()),
    expected,
    received: methods.join(', ') || 'none',
  }),
});

declare module '../../src/engine/matcher' {
  interface AwsMatchers<T> {
    /**
     * Passes when callers may prove who they are in this way, in the words of the API; letter case does not matter.
     *
     * @param type `'AWS_IAM'`, `'API_KEY'`, `'AMAZON_COGNITO_USER_POOLS'`, `'NONE'`, ...
     * @example await expect(graphqlApi).toHaveAuthorizationType('AMAZON_COGNITO_USER_POOLS');
     */
    toHaveAuthorizationType: Method<T, 'clientAuthentication', [type: string]>;
  }
}
