import { oneOf } from '../../src/engine/argument';
import { defineMatcher, type Method } from '../../src/engine/matcher';

export const toHaveIpAddressType = defineMatcher({
  facet: 'balancer',
  summary: 'has addresses of the given kind',
  takes: [oneOf('ipv4', 'dualstack', 'dualstack-without-public-ipv4')],
  check: ({ ipAddressType }, expected: string) => ({
    pass: ipAddressType === expected,
    expected,
    received: ipAddressType,
  }),
});

declare module '../../src/engine/matcher' {
  interface AwsMatchers<T> {
    /**
     * Passes when the load balancer has addresses of this kind.
     *
     * @param type `'ipv4'`, `'dualstack'` or `'dualstack-without-public-ipv4'`.
     * @example await expect(loadBalancer).toHaveIpAddressType('dualstack');
     */
    toHaveIpAddressType: Method<T, 'balancer', [type: 'ipv4' | 'dualstack' | 'dualstack-without-public-ipv4']>;
  }
}
