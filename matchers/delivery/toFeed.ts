import { count, optional } from '../../src/engine/argument';
import { defineMatcher, type Method, type ResourceLike } from '../../src/engine/matcher';
import { options } from '../../src/engine/options-argument';
import { resourceLike } from '../../src/engine/resource-like';
import type { EventSource } from '../../src/facets';
import { isArn, refersTo } from '../reference/refers-to';
import { type Bounded, type Bounds, bounded, boundsInWords, isWithin } from '../value/bounds';

/** What the function is fed with. */
export interface FeedExpectation {
  /** The stream, queue or table. */
  from?: ResourceLike;
  /** Records or messages in one call. */
  batchSize?: Bounded<number>;
}

interface ExpectedFeed {
  from?: ResourceLike;
  batchSize?: Bounds;
}

interface FeedFacts {
  mapping: EventSource;
  functionNames: readonly string[];
  sourceNames?: readonly string[];
}

export const toFeed = defineMatcher({
  facet: 'eventSource',
  summary: 'feeds the given function',
  takes: [
    resourceLike,
    optional(options<ExpectedFeed>({ from: optional(resourceLike), batchSize: optional(bounded(count)) })),
  ],
  relate: async (mapping, ask, fn: ResourceLike, { from }: ExpectedFeed = {}): Promise<FeedFacts> => ({
    mapping,
    functionNames: await ask.names(fn),
    sourceNames: from === undefined ? undefined : await ask.names(from),
  }),
  check: (
    { mapping, functionNames, sourceNames }: FeedFacts,
    fn: ResourceLike,
    { from, batchSize }: ExpectedFeed = {},
  ) => {
    const meant =
      refersTo(mapping.functionArn, functionNames) &&
      (sourceNames === undefined || refersTo(mapping.source, sourceNames));
    return {
      pass:
        meant &&
        mapping.enabled &&
        (batchSize === undefined || (mapping.batchSize !== undefined && isWithin(batchSize, mapping.batchSize))),
      expected: [
        functionNames.find(isArn) ?? String(fn),
        from && `from ${sourceNames?.find(isArn) ?? from}`,
        batchSize && `${boundsInWords(batchSize, String)} at once`,
      ]
        .filter(Boolean)
        .join(', '),
      received: [
        mapping.functionArn,
        `from ${mapping.source}`,
        mapping.batchSize !== undefined && `${mapping.batchSize} at once`,
      ]
        .filter(Boolean)
        .join(', '),
      fault: meant && !mapping.enabled ? 'the mapping is not enabled, so nothing is handed over' : undefined,
    };
  },
});

declare module '../../src/engine/matcher' {
  interface AwsMatchers<T> {
    /**
     * Passes when the event source mapping hands the records of its source to this function and is enabled.
     *
     * A mapping that is there and not enabled fails in both directions.
     *
     * @param fn the function as a handle, an ARN or a name.
     * @param expected where from, and how many at once (a plain value is exact; `{ atLeast, atMost }` are limits).
     * @example await expect(mapping).toFeed(resource('ProcessorFunctionArn'), { from: resource('OrdersStreamArn') });
     */
    toFeed: Method<T, 'eventSource', [fn: ResourceLike, expected?: FeedExpectation]>;
  }
}
