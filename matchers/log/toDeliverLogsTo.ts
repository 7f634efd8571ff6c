import { optional, pattern } from '../../src/engine/argument';
import { defineMatcher, type Method, type ResourceLike } from '../../src/engine/matcher';
import { options } from '../../src/engine/options-argument';
import { resourceLike } from '../../src/engine/resource-like';
import type { LogDelivery } from '../../src/facets';
import { refersTo } from '../reference/refers-to';
import { judgeOneOf, textWish } from '../value/one-of-items';

/** What else must hold of the destination. */
export interface DeliveryExpectation {
  /** Key prefix in the bucket. */
  prefix?: string | RegExp;
}

type Destination = LogDelivery['destinations'][number];

interface DeliveryFacts {
  destinations: Destination[];
  names: readonly string[];
}

export const toDeliverLogsTo = defineMatcher({
  facet: 'logDelivery',
  summary: 'delivers what it records to the given destination',
  takes: [resourceLike, optional(options<DeliveryExpectation>({ prefix: optional(pattern) }))],
  relate: async ({ destinations }, ask, destination: ResourceLike): Promise<DeliveryFacts> => ({
    destinations,
    names: await ask.names(destination),
  }),
  check: ({ destinations, names }: DeliveryFacts, destination: ResourceLike, { prefix }: DeliveryExpectation = {}) =>
    judgeOneOf(
      'destination',
      destinations,
      [
        { name: 'name', expected: names[0] ?? String(destination), holds: ({ target }) => refersTo(target, names) },
        ...textWish<Destination>('prefix', prefix, (each) => each.prefix),
      ],
      ({ kind, target, prefix: own }) => `${kind} ${target}${own === undefined ? '' : ` (prefix ${own})`}`,
    ),
});

declare module '../../src/engine/matcher' {
  interface AwsMatchers<T> {
    /**
     * Passes when the trail, recorder, project or function delivers what it records to this bucket, log group or topic.
     *
     * @param destination bucket, log group or topic as a handle, an ARN or a name.
     * @param expected `{ prefix }` of the keys in a bucket.
     * @example await expect(trail).toDeliverLogsTo(resource('AuditBucketName'));
     */
    toDeliverLogsTo: Method<T, 'logDelivery', [destination: ResourceLike, expected?: DeliveryExpectation]>;
  }
}
