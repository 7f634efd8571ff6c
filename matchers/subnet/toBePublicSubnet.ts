import { defineMatcher, type Method } from '../../src/engine/matcher';
import { judgeInternetRoute } from './internet-route';

export const toBePublicSubnet = defineMatcher({
  facet: 'routing',
  summary: 'is routed to the internet',
  check: (routing) => judgeInternetRoute(routing, 'public'),
});

declare module '../../src/engine/matcher' {
  interface AwsMatchers<T> {
    /**
     * Passes when a route leads from the subnet to an internet gateway. `.not` is a private subnet, be it isolated or with a
     * NAT gateway. `MapPublicIpOnLaunch` does not decide it.
     *
     * @example await expect(resources(/private.*subnet/i)).not.toBePublicSubnet();
     */
    toBePublicSubnet: Method<T, 'routing'>;
  }
}
