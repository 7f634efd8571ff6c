import { argument, optional, text } from '../../src/engine/argument';
import { defineMatcher, type Method, type ResourceLike } from '../../src/engine/matcher';
import { options } from '../../src/engine/options-argument';
import { resourceLike } from '../../src/engine/resource-like';
import type { Deliveries } from '../../src/facets';
import { refersTo } from '../reference/refers-to';

/** How records must be delivered. */
export interface DeliveryExpectation {
  /** Prefix of the keys, exactly. */
  prefix?: string;
  /** `GZIP`, `Snappy`, `ZIP`, `UNCOMPRESSED`, ... */
  compression?: string;
}

interface DeliveryFacts extends Deliveries {
  names: string[];
}

const prefix = argument<string>('a text', (given) => (typeof given === 'string' ? given : undefined));

export const toDeliverRecordsTo = defineMatcher({
  facet: 'deliveries',
  summary: 'delivers its records to the given destination',
  takes: [
    resourceLike,
    optional(options<DeliveryExpectation>({ prefix: optional(prefix), compression: optional(text) })),
  ],
  relate: async (deliveries, ask, destination: ResourceLike): Promise<DeliveryFacts> => ({
    ...deliveries,
    names: await ask.names(destination),
  }),
  check: ({ destinations, names }: DeliveryFacts, _: ResourceLike, expected: DeliveryExpectation = {}) => ({
    pass: destinations.some(
      (each) =>
        refersTo(each.arn, names) &&
        (expected.prefix === undefined || (each.prefix ?? '') === expected.prefix) &&
        (expected.compression === undefined || each.compression === expected.compression),
    ),
    expected: [names[0], ...Object.entries(expected).map(([name, value]) => `${name} ${value}`)].join(', '),
    received: destinations.map(({ kind, arn, prefix: under, compression }) =>
      [`${kind} ${arn}`, under && `prefix ${under}`, compression && `compression ${compression}`]
        .filter(Boolean)
        .join(', '),
    ),
  }),
});

declare module '../../src/engine/matcher' {
  interface AwsMatchers<T> {
    /**
     * Passes when records are delivered to this bucket, domain or endpoint.
     *
     * @param destination handle, name, ARN, or the URL of an endpoint.
     * @param expected prefix of the keys and compression; any when left out.
     * @example await expect(delivery).toDeliverRecordsTo(resource('ArchiveBucketName'), { compression: 'GZIP' });
     */
    toDeliverRecordsTo: Method<T, 'deliveries', [destination: ResourceLike, expected?: DeliveryExpectation]>;
  }
}
