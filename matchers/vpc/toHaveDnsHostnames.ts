import { defineMatcher, type Method } from '../../src/engine/matcher';

export const toHaveDnsHostnames = defineMatcher({
  facet: 'vpcDns',
  summary: 'gives its instances DNS host names',
  check: ({ support, hostnames }) => ({
    pass: hostnames,
    expected: 'EnableDnsHostnames true',
    received: `EnableDnsHostnames ${hostnames}`,
    advice:
      hostnames && !support ? 'EnableDnsSupport is false, so nobody in the VPC can resolve the names.' : undefined,
  }),
});

declare module '../../src/engine/matcher' {
  interface AwsMatchers<T> {
    /**
     * Passes when instances with a public address get a public DNS name (`EnableDnsHostnames`, read by
     * DescribeVpcAttribute). Private DNS of VPC endpoints needs it too.
     *
     * @example await expect(vpc).toHaveDnsHostnames();
     */
    toHaveDnsHostnames: Method<T, 'vpcDns'>;
  }
}
