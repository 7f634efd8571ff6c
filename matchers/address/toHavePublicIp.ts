import { optional } from '../../src/engine/argument';
import { defineMatcher, type Method, type ResourceLike } from '../../src/engine/matcher';
import { resourceLike } from '../../src/engine/resource-like';
import { wrongArgument } from '../../src/engine/unjudged';
import type { IpAddresses } from '../../src/facets';
import { refersTo } from '../reference/refers-to';

interface AddressFacts extends IpAddresses {
  names?: readonly string[];
}

export const toHavePublicIp = defineMatcher({
  facet: 'ipAddresses',
  summary: 'has a public IP address',
  takes: [optional(resourceLike)],
  relate: async (addresses, ask, address?: ResourceLike): Promise<AddressFacts> => ({
    ...addresses,
    names: address === undefined ? undefined : namesOfAddress(await ask.names(address)),
  }),
  check: ({ public: addresses, allocationIds, names }: AddressFacts, address?: ResourceLike) => ({
    pass:
      names === undefined
        ? addresses.length > 0
        : [...addresses, ...allocationIds].some((each) => refersTo(each, names)),
    expected: address === undefined ? 'a public IP address' : `the public IP address ${names?.join(', ') ?? address}`,
    received: [...addresses, ...allocationIds].join(', ') || 'no public IP address',
  }),
});

function namesOfAddress(names: string[]): string[] {
  if (names.some((name) => /^[0-9.]+$|^[0-9a-f:]+$|(^|\/)eipalloc-/i.test(name))) return names;
  throw wrongArgument(
    `toHavePublicIp takes an IP address or an Elastic IP address; ${names.join(', ')} is none`,
    "Give its handle, its id ('eipalloc-...') or the address itself.",
  );
}

declare module '../../src/engine/matcher' {
  interface AwsMatchers<T> {
    /**
     * Passes when the resource has this public IPv4 address, or any when none is given: an instance, a NAT gateway, an Elastic
     * IP address.
     *
     * @param address the address (`'203.0.113.7'`), or an Elastic IP address as a handle or an id (`eipalloc-...`).
     * @example await expect(natGateway).toHavePublicIp(resource('NatEipAllocationId'));
     */
    toHavePublicIp: Method<T, 'ipAddresses', [address?: ResourceLike]>;
  }
}
