import { argument, optional } from '../../src/engine/argument';
import { defineMatcher, type Method } from '../../src/engine/matcher';
import { containsRange, parseCidr } from '../network/cidr-range';

const addressOrRange = argument<string>(
  "an IP address ('10.0.1.5') or a range of addresses ('10.0.0.0/16')",
  (given) => (typeof given === 'string' && rangeOf(given) ? given : undefined),
);

export const toHavePrivateIp = defineMatcher({
  facet: 'ipAddresses',
  summary: 'has a private IP address',
  takes: [optional(addressOrRange)],
  check: ({ private: addresses }, expected?: string) => ({
    pass: expected === undefined ? addresses.length > 0 : addresses.some((address) => isWithin(address, expected)),
    expected:
      expected === undefined
        ? 'a private IP address'
        : `a private IP address ${expected.includes('/') ? 'in ' : ''}${expected}`,
    received: addresses.join(', ') || 'no private IP address',
  }),
});

function rangeOf(text: string) {
  return parseCidr(text.includes('/') ? text : `${text}/${text.includes(':') ? 128 : 32}`);
}

function isWithin(address: string, wanted: string): boolean {
  const [inner, outer] = [rangeOf(address), rangeOf(wanted)];
  return inner !== undefined && outer !== undefined && containsRange(outer, inner);
}

declare module '../../src/engine/matcher' {
  interface AwsMatchers<T> {
    /**
     * Passes when one of the private addresses of the resource is this one, or lies in this range; any when none is given.
     *
     * @param address an address, or a range such as `10.0.0.0/16`.
     * @example await expect(instance).toHavePrivateIp('10.0.0.0/16');
     */
    toHavePrivateIp: Method<T, 'ipAddresses', [address?: string]>;
  }
}
