import { oneOf, optional, text } from '../../src/engine/argument';
import { defineMatcher, type Method } from '../../src/engine/matcher';
import { options } from '../../src/engine/options-argument';

/** Which kind of endpoint is meant. */
export interface EndpointExpectation {
  type?: 'Gateway' | 'Interface' | 'GatewayLoadBalancer' | 'Resource' | 'ServiceNetwork';
}

const expectation = options<EndpointExpectation>({
  type: optional(oneOf('Gateway', 'Interface', 'GatewayLoadBalancer', 'Resource', 'ServiceNetwork')),
});

export const toConnectToService = defineMatcher({
  facet: 'endpointService',
  summary: 'connects the VPC to the given service',
  takes: [text, optional(expectation)],
  check: ({ name, type }, service: string, expected: EndpointExpectation = {}) => ({
    pass: isService(name, service) && (expected.type === undefined || expected.type === type),
    expected: expected.type === undefined ? service : `${service} (${expected.type})`,
    received: `${name} (${type})`,
  }),
});

/** `s3` means `com.amazonaws.eu-west-1.s3`, in any region and partition. */
function isService(name: string, service: string): boolean {
  return name === service || /^(?:[a-z]+\.)+[a-z]{2}(?:-[a-z]+)+-\d\.(.+)$/.exec(name)?.[1] === service;
}

declare module '../../src/engine/matcher' {
  interface AwsMatchers<T> {
    /**
     * Passes when the VPC endpoint leads to this service.
     *
     * @param service the service as endpoints name it (`s3`, `ecr.dkr`, `secretsmanager`) or the whole name
     *   (`com.amazonaws.eu-west-1.s3`).
     * @param expected the `type` of the endpoint; any when left out.
     * @example await expect(endpoint).toConnectToService('s3', { type: 'Gateway' });
     */
    toConnectToService: Method<T, 'endpointService', [service: string, expected?: EndpointExpectation]>;
  }
}
