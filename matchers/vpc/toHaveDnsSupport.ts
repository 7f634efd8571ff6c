import { defineMatcher, type Method } from '../../src/engine/matcher';

export const toHaveDnsSupport = defineMatcher({
  facet: 'vpcDns',
  summary: 'resolves names for its instances',
  check: ({ support }) => ({
    pass: support,
    expected: 'EnableDnsSupport true',
    received: `EnableDnsSupport ${support}`,
  }),
});

declare module '../../src/engine/matcher' {
  interface AwsMatchers<T> {
    /**
     * Passes when instances in the VPC can ask the resolver of AWS (`EnableDnsSupport`, read by DescribeVpcAttribute).
     *
     * @example await expect(vpc).toHaveDnsSupport();
     */
    toHaveDnsSupport: Method<T, 'vpcDns'>;
  }
}
