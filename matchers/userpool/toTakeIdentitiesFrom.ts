import { defineMatcher, type Method, type ResourceLike } from '../../src/engine/matcher';
import { resourceLike } from '../../src/engine/resource-like';
import { refersTo } from '../reference/refers-to';

interface ProviderFacts {
  providers: string[];
  names: readonly string[];
}

export const toTakeIdentitiesFrom = defineMatcher({
  facet: 'identityAccess',
  summary: 'takes identities from the given provider',
  takes: [resourceLike],
  relate: async ({ providers }, ask, provider: ResourceLike): Promise<ProviderFacts> => ({
    providers,
    names: await ask.names(provider),
  }),
  check: ({ providers, names }: ProviderFacts, provider: ResourceLike) => ({
    pass: providers.some((held) => refersTo(held, names) || refersTo(held.slice(held.lastIndexOf('/') + 1), names)),
    expected: names[0] ?? String(provider),
    received: providers.join(', ') || 'no provider',
  }),
});

declare module '../../src/engine/matcher' {
  interface AwsMatchers<T> {
    /**
     * Passes when the identity pool takes people from this user pool, user pool client or other provider.
     *
     * @param provider the provider as a handle, an id or an ARN.
     * @example await expect(identityPool).toTakeIdentitiesFrom(resource('UserPoolClientId'));
     */
    toTakeIdentitiesFrom: Method<T, 'identityAccess', [provider: ResourceLike]>;
  }
}
