import { optional } from '../../src/engine/argument';
import { defineMatcher, type Method, type ResourceLike } from '../../src/engine/matcher';
import { options } from '../../src/engine/options-argument';
import { resourceLike } from '../../src/engine/resource-like';
import type { DnsZone } from '../../src/facets';
import { refersTo } from '../reference/refers-to';

/** Who sees the zone. */
export interface PrivateZoneExpectation {
  /** A VPC that resolves its names. */
  vpc?: ResourceLike;
}

interface ZoneFacts {
  zone: DnsZone;
  names?: readonly string[];
}

export const toBePrivateZone = defineMatcher({
  facet: 'dnsZone',
  summary: 'is seen from VPCs only',
  takes: [optional(options<PrivateZoneExpectation>({ vpc: optional(resourceLike) }))],
  relate: async (zone, ask, { vpc }: PrivateZoneExpectation = {}): Promise<ZoneFacts> => ({
    zone,
    names: vpc === undefined ? undefined : await ask.names(vpc),
  }),
  check: ({ zone, names }: ZoneFacts, { vpc }: PrivateZoneExpectation = {}) => ({
    pass: zone.private && (names === undefined || zone.vpcIds.some((id) => refersTo(id, names))),
    expected: vpc === undefined ? 'private' : `private, seen from ${vpc}`,
    received: zone.private ? `private, seen from ${zone.vpcIds.join(', ') || 'no VPC'}` : 'public',
  }),
});

declare module '../../src/engine/matcher' {
  interface AwsMatchers<T> {
    /**
     * Passes when the zone is private: only VPCs resolve its names.
     *
     * @param expected a VPC that is among them.
     * @example await expect(zone).toBePrivateZone({ vpc: resource('VpcId') });
     */
    toBePrivateZone: Method<T, 'dnsZone', [expected?: PrivateZoneExpectation]>;
  }
}
