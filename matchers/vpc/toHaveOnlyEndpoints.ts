import { defineMatcher, type Method, type ResourceLike } from '../../src/engine/matcher';
import { resourceLike } from '../../src/engine/resource-like';
import { isHeld, type WantedResource, wantedResources } from '../reference/held-resources';
import { compareExactly, judgeExactly } from '../value/exact-set';
import { listOf } from '../value/list-argument';

interface EndpointFacts {
  endpoints: { id: string; service: string }[];
  wanted: WantedResource[];
}

const kind = { what: "a VPC endpoint (a handle, or 'vpce-...')", pattern: /(^|\/)vpce-/ };

export const toHaveOnlyEndpoints = defineMatcher({
  facet: 'vpcEndpoints',
  summary: 'has the given VPC endpoints and no other',
  takes: [listOf(resourceLike)],
  relate: async ({ endpoints }, ask, expected: ResourceLike[]): Promise<EndpointFacts> => ({
    endpoints,
    wanted: await wantedResources(ask, expected, kind),
  }),
  check: ({ endpoints, wanted }: EndpointFacts, _expected: ResourceLike[]) =>
    judgeExactly(
      compareExactly(
        endpoints,
        wanted,
        (each: WantedResource, endpoint: EndpointFacts['endpoints'][number]) => isHeld([endpoint.id], each),
        { item: ({ id, service }) => `${id} to ${service}`, wish: ({ shown }) => shown },
      ),
      'no VPC endpoint',
    ),
});

declare module '../../src/engine/matcher' {
  interface AwsMatchers<T> {
    /**
     * Passes when the VPC has these endpoints and no other: one more is one more way out, perhaps to a service of somebody
     * else.
     *
     * @param endpoints a list of handles, ids (`vpce-...`) or ARNs; `[]` for none.
     * @example await expect(vpc).toHaveOnlyEndpoints([resource('S3EndpointId'), resource('KmsEndpointId')]);
     */
    toHaveOnlyEndpoints: Method<T, 'vpcEndpoints', [endpoints: ResourceLike | ResourceLike[]]>;
  }
}
