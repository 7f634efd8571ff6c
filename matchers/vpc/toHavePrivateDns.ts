import { defineMatcher, type Method } from '../../src/engine/matcher';

export const toHavePrivateDns = defineMatcher({
  facet: 'endpointService',
  summary: "answers to the service's usual name inside the VPC",
  check: ({ privateDns, type }) => ({
    pass: privateDns,
    expected: 'PrivateDnsEnabled true',
    received: `PrivateDnsEnabled ${privateDns}`,
    notApplicable:
      type === 'Interface' ? undefined : `private DNS is a notion of interface endpoints; this is a ${type} endpoint`,
  }),
});

declare module '../../src/engine/matcher' {
  interface AwsMatchers<T> {
    /**
     * Passes when the service's usual host name leads to the endpoint inside the VPC, so that clients need no change. Not
     * applicable to gateway endpoints, which work by routes.
     *
     * @example await expect(secretsEndpoint).toHavePrivateDns();
     */
    toHavePrivateDns: Method<T, 'endpointService'>;
  }
}
