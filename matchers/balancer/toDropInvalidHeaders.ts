import { defineMatcher, type Method } from '../../src/engine/matcher';

export const toDropInvalidHeaders = defineMatcher({
  facet: 'requestHandling',
  summary: 'drops invalid header fields',
  check: ({ dropInvalidHeaders }) => ({
    pass: dropInvalidHeaders === true,
    expected: 'routing.http.drop_invalid_header_fields.enabled true',
    received: `routing.http.drop_invalid_header_fields.enabled ${dropInvalidHeaders}`,
    notApplicable:
      dropInvalidHeaders === undefined ? 'only an application load balancer looks at header fields' : undefined,
  }),
});

declare module '../../src/engine/matcher' {
  interface AwsMatchers<T> {
    /**
     * Passes when the load balancer removes header fields that are not valid, which closes a way to smuggle requests. Not
     * applicable to network and gateway load balancers.
     *
     * @example await expect(loadBalancer).toDropInvalidHeaders();
     */
    toDropInvalidHeaders: Method<T, 'requestHandling'>;
  }
}
