import { oneOf } from '../../src/engine/argument';
import { defineMatcher, type Method } from '../../src/engine/matcher';

export const toHaveLoadBalancerType = defineMatcher({
  facet: 'balancer',
  summary: 'is a load balancer of the given type',
  takes: [oneOf('application', 'network', 'gateway')],
  check: ({ type }, expected: string) => ({ pass: type === expected, expected, received: type }),
});

declare module '../../src/engine/matcher' {
  interface AwsMatchers<T> {
    /**
     * Passes when the load balancer is of this type.
     *
     * @param type `'application'`, `'network'` or `'gateway'`.
     * @example await expect(loadBalancer).toHaveLoadBalancerType('application');
     */
    toHaveLoadBalancerType: Method<T, 'balancer', [type: 'application' | 'network' | 'gateway']>;
  }
}
