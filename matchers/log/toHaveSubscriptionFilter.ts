import { optional, pattern } from '../../src/engine/argument';
import { defineMatcher, type Method, type ResourceLike } from '../../src/engine/matcher';
import { options } from '../../src/engine/options-argument';
import { resourceLike } from '../../src/engine/resource-like';
import type { SubscriptionFilters } from '../../src/facets';
import { refersTo } from '../reference/refers-to';
import { judgeOneOf, textWish, type Wish } from '../value/one-of-items';

/** What a subscription filter must be. */
export interface SubscriptionFilterExpectation {
  name?: string | RegExp;
  /** Filter pattern in the syntax of CloudWatch Logs. */
  pattern?: string | RegExp;
}

type Filter = SubscriptionFilters['filters'][number];

interface FilterFacts {
  filters: Filter[];
  /** By what the destination is known; absent for any. */
  names?: readonly string[];
}

export const toHaveSubscriptionFilter = defineMatcher({
  facet: 'subscriptionFilters',
  summary: 'sends its events on',
  takes: [
    optional(resourceLike),
    optional(options<SubscriptionFilterExpectation>({ name: optional(pattern), pattern: optional(pattern) })),
  ],
  relate: async ({ filters }, ask, destination?: ResourceLike): Promise<FilterFacts> => ({
    filters,
    ...(destination !== undefined && { names: await ask.names(destination) }),
  }),
  check: (
    { filters, names }: FilterFacts,
    _destination?: ResourceLike,
    { name, pattern: wanted }: SubscriptionFilterExpectation = {},
  ) =>
    judgeOneOf(
      'subscription filter',
      filters,
      [
        ...destinationWish(names),
        ...textWish<Filter>('name', name, (filter) => filter.name),
        ...textWish<Filter>('pattern', wanted, (filter) => filter.pattern),
      ],
      (filter) => `${filter.name} (${filter.pattern || 'all events'}) to ${filter.destination}`,
    ),
});

function destinationWish(names: readonly string[] | undefined): Wish<Filter>[] {
  if (names === undefined) return [];
  return [{ name: 'destination', expected: names[0] ?? '', holds: ({ destination }) => refersTo(destination, names) }];
}

declare module '../../src/engine/matcher' {
  interface AwsMatchers<T> {
    /**
     * Passes when the log group sends its events to this destination (`logs:DescribeSubscriptionFilters`).
     *
     * @param destination function, stream or delivery stream as a handle, an ARN or a name; any when left out.
     * @param filter its `name` and `pattern`.
     * @example await expect(logGroup).toHaveSubscriptionFilter(resource('ForwarderFunctionArn'));
     */
    toHaveSubscriptionFilter: Method<
      T,
      'subscriptionFilters',
      [destination?: ResourceLike, filter?: SubscriptionFilterExpectation]
    >;
  }
}
