import { defineMatcher, type Method, type ResourceLike } from '../../src/engine/matcher';
import { resourceLike } from '../../src/engine/resource-like';
import type { ProxyTargets } from '../../src/facets';
import { refersTo } from '../reference/refers-to';

interface TargetFacts extends ProxyTargets {
  names: string[];
}

export const toProxyTo = defineMatcher({
  facet: 'proxyTargets',
  summary: 'leads to the given database',
  takes: [resourceLike],
  relate: async ({ targets }, ask, database: ResourceLike): Promise<TargetFacts> => ({
    targets,
    names: await ask.names(database),
  }),
  check: ({ targets, names }: TargetFacts, _: ResourceLike) => {
    const meant = targets.filter(({ id }) => refersTo(id, names));
    const broken = meant.filter(({ state }) => state !== 'AVAILABLE' && state !== 'TRACKED');
    return {
      pass: meant.length > 0,
      expected: names[0],
      received: targets.map(({ id, state }) => `${id} (${state})`),
      fault:
        broken.length > 0
          ? broken.map(({ id, state, reason }) => `${id} is ${state}${reason ? `: ${reason}` : ''}`).join('; ')
          : undefined,
    };
  },
});

declare module '../../src/engine/matcher' {
  interface AwsMatchers<T> {
    /**
     * Passes when the proxy leads to this database and reaches it. A target that is not available fails in both directions.
     *
     * @param database handle, identifier or ARN of the DB instance or cluster.
     * @example await expect(proxy).toProxyTo(resource('DatabaseEndpoint'));
     */
    toProxyTo: Method<T, 'proxyTargets', [database: ResourceLike]>;
  }
}
