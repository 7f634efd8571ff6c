import { defineMatcher, type Method } from '../../src/engine/matcher';

export const toBePrivateSubnet = defineMatcher({
  facet: 'routing',
  summary: 'is not routed to the internet',
  check: ({ public: isPublic, because, mapPublicIpOnLaunch }) => ({
    pass: !isPublic,
    expected: 'private',
    received: `${isPublic ? 'public' : 'private'}: ${because}`,
    advice:
      isPublic === mapPublicIpOnLaunch
        ? undefined
        : `MapPublicIpOnLaunch is ${mapPublicIpOnLaunch}, which does not decide: the route to an internet gateway does.`,
  }),
});

declare module '../../src/engine/matcher' {
  interface AwsMatchers<T> {
    /**
     * Passes when no route leads from the subnet to an internet gateway. A route to a NAT gateway keeps it private; see
     * `toBeIsolatedSubnet` and `toRouteTo` to tell these apart.
     *
     * @example await expect(resources(/private.*subnet/i)).toBePrivateSubnet();
     */
    toBePrivateSubnet: Method<T, 'routing'>;
  }
}
