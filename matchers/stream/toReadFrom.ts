import { defineMatcher, type Method, type ResourceLike } from '../../src/engine/matcher';
import { resourceLike } from '../../src/engine/resource-like';
import type { Deliveries } from '../../src/facets';
import { refersTo } from '../reference/refers-to';

interface SourceFacts extends Deliveries {
  names: string[];
}

export const toReadFrom = defineMatcher({
  facet: 'deliveries',
  summary: 'gets its records from the given source',
  takes: [resourceLike],
  relate: async (deliveries, ask, source: ResourceLike): Promise<SourceFacts> => ({
    ...deliveries,
    names: await ask.names(source),
  }),
  check: ({ source, names }: SourceFacts, _: ResourceLike) => ({
    pass: source !== undefined && refersTo(source, names),
    expected: names[0],
    received: source ?? 'records that are put directly',
  }),
});

declare module '../../src/engine/matcher' {
  interface AwsMatchers<T> {
    /**
     * Passes when the delivery stream gets its records from this stream or broker cluster.
     *
     * @param source handle, name or ARN.
     * @example await expect(delivery).toReadFrom(resource('EventStreamName'));
     */
    toReadFrom: Method<T, 'deliveries', [source: ResourceLike]>;
  }
}
