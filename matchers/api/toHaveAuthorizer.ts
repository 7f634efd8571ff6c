import { optional, text } from '../../src/engine/argument';
import { defineMatcher, type Method, type ResourceLike } from '../../src/engine/matcher';
import { options } from '../../src/engine/options-argument';
import { resourceLike } from '../../src/engine/resource-like';
import type { ApiAuthorizers } from '../../src/facets';
import { refersTo } from '../reference/refers-to';

/** Which authorizer is meant. */
export interface AuthorizerExpectation {
  name?: string;
  /** `TOKEN`, `REQUEST`, `COGNITO_USER_POOLS`, `JWT`. */
  type?: string;
  /** The user pool or function it asks. */
  provider?: ResourceLike;
}

interface AuthorizerFacts extends ApiAuthorizers {
  names?: readonly string[];
}

export const toHaveAuthorizer = defineMatcher({
  facet: 'apiAuthorizers',
  summary: 'has an authorizer',
  takes: [
    optional(
      options<AuthorizerExpectation>({ name: optional(text), type: optional(text), provider: optional(resourceLike) }),
    ),
  ],
  relate: async ({ authorizers }, ask, { provider }: AuthorizerExpectation = {}): Promise<AuthorizerFacts> => ({
    authorizers,
    names: provider === undefined ? undefined : await ask.names(provider),
  }),
  check: ({ authorizers, names }: AuthorizerFacts, { name, type, provider }: AuthorizerExpectation = {}) => ({
    pass: authorizers.some(
      (each) =>
        (name === undefined || each.name === name || each.id === name) &&
        (type === undefined || each.type.toUpperCase() === type.toUpperCase()) &&
        (names === undefined || each.providers.some((held) => asks(held, names))),
    ),
    expected:
      [name && `the authorizer ${name}`, type && `type ${type}`, provider && `that asks ${provider}`]
        .filter(Boolean)
        .join(', ') || 'an authorizer',
    received:
      authorizers.length === 0
        ? 'no authorizer'
        : authorizers.map((each) => `${each.name} (${[each.type, ...each.providers].join(', ')})`),
  }),
});

/** A function is named inside of the address to invoke it, a user pool at the end of the address of its issuer. */
function asks(held: string, names: readonly string[]): boolean {
  const fn = /\/functions\/(arn:[^/]+)\/invocations$/.exec(held)?.[1];
  const pool = /^https:\/\/cognito-idp\.[^/]+\/([^/]+)$/.exec(held)?.[1];
  return refersTo(fn ?? pool ?? held, names);
}

declare module '../../src/engine/matcher' {
  interface AwsMatchers<T> {
    /**
     * Passes when the API has such an authorizer; any when nothing is given. Which methods use it, `toHaveMethod` tells.
     *
     * @param expected its `name`, `type`, and the user pool or function it asks (`provider`).
     * @example await expect(api).toHaveAuthorizer({ type: 'COGNITO_USER_POOLS', provider: resource('UserPoolArn') });
     */
    toHaveAuthorizer: Method<T, 'apiAuthorizers', [expected?: AuthorizerExpectation]>;
  }
}
