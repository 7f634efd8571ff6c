import { defineMatcher, type Method } from '../../src/engine/matcher';
import { judgeInternetRoute } from './internet-route';

export const toBePrivateSubnet = defineMatcher({
  facet: 'routing',
  summary: 'is not routed to the internet',
  check: (routing) => judgeInternetRoute(routing, 'private'),
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
