import { defineMatcher, type Method } from '../../src/engine/matcher';

interface PlacedFacts {
  subnets: { id: string; public: boolean; because: string }[];
}

export const toBeInPrivateSubnets = defineMatcher({
  facet: 'networkPlacement',
  summary: 'is in private subnets alone',
  relate: async ({ subnetIds }, ask): Promise<PlacedFacts> => ({
    subnets: await Promise.all(
      subnetIds.map(async (id) => {
        const { public: isPublic, because } = await ask.facet(id, 'routing');
        return { id, public: isPublic, because };
      }),
    ),
  }),
  check: ({ subnets }: PlacedFacts) => {
    const open = subnets.filter((subnet) => subnet.public);
    const mixed = open.length > 0 && open.length < subnets.length;
    return {
      pass: subnets.length > 0 && open.length === 0,
      expected: 'private subnets',
      received: subnets.map(inWords).join('; ') || 'no subnet',
      fault:
        subnets.length === 0
          ? 'AWS names no subnet for it'
          : mixed
            ? `some of its subnets are public: ${open.map(({ id }) => id).join(', ')}`
            : undefined,
    };
  },
});

function inWords({ id, public: isPublic, because }: PlacedFacts['subnets'][number]): string {
  return `${id} is ${isPublic ? 'public' : 'private'} (${because})`;
}

declare module '../../src/engine/matcher' {
  interface AwsMatchers<T> {
    /**
     * Passes when no subnet of the resource has a route to an internet gateway: a database, a service, a function, an
     * instance behind a load balancer.
     *
     * A mixture of private and public subnets, and a resource for which AWS names no subnet, fail in both directions.
     *
     * @example await expect(service).toBeInPrivateSubnets();
     */
    toBeInPrivateSubnets: Method<T, 'networkPlacement'>;
  }
}
