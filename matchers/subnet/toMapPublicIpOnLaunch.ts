import { defineMatcher, type Method } from '../../src/engine/matcher';

export const toMapPublicIpOnLaunch = defineMatcher({
  facet: 'routing',
  summary: 'gives its instances public addresses',
  check: ({ mapPublicIpOnLaunch, public: isPublic, because }) => ({
    pass: mapPublicIpOnLaunch,
    expected: 'MapPublicIpOnLaunch true',
    received: `MapPublicIpOnLaunch ${mapPublicIpOnLaunch}`,
    advice:
      mapPublicIpOnLaunch && !isPublic ? `The addresses are of no use: the subnet is private, ${because}.` : undefined,
  }),
});

declare module '../../src/engine/matcher' {
  interface AwsMatchers<T> {
    /**
     * Passes when instances get a public IPv4 address as they are launched in the subnet (`MapPublicIpOnLaunch`). It does not
     * make a subnet public: for that, see `toBePublicSubnet`.
     *
     * @example await expect(resources(/private.*subnet/i)).not.toMapPublicIpOnLaunch();
     */
    toMapPublicIpOnLaunch: Method<T, 'routing'>;
  }
}
