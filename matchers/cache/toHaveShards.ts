import { number, optional } from '../../src/engine/argument';
import { defineMatcher, type Method } from '../../src/engine/matcher';
import { options } from '../../src/engine/options-argument';
import { told } from '../../src/engine/unjudged';
import { type Bounded, type Bounds, bounded, boundsInWords, isWithin } from '../value/bounds';

/** What each shard must have. */
export interface ShardExpectation {
  /** Replicas of each shard of a cache; exact, or `{ atLeast, atMost }`. */
  replicas?: Bounded<number>;
}

interface Expected {
  replicas?: Bounds;
}

export const toHaveShards = defineMatcher({
  facet: 'shards',
  summary: 'is spread over the given number of shards',
  takes: [bounded(number), optional(options<Expected>({ replicas: optional(bounded(number)) }))],
  check: (shards, expected: Bounds, each: Expected = {}) => {
    const replicas = each.replicas && told(shards.replicas, 'replicas of a shard');
    return {
      pass: isWithin(expected, shards.count) && (replicas === undefined || isWithin(each.replicas ?? {}, replicas)),
      expected: inWords(boundsInWords(expected, String), each.replicas && boundsInWords(each.replicas, String)),
      received: inWords(String(shards.count), replicas === undefined ? undefined : String(replicas)),
    };
  },
});

function inWords(count: string, replicas: string | undefined): string {
  return `shards: ${count}${replicas === undefined ? '' : `, replicas of each: ${replicas}`}`;
}

declare module '../../src/engine/matcher' {
  interface AwsMatchers<T> {
    /**
     * Passes when data is spread over this many shards: open shards of a stream, node groups of a cache.
     *
     * @param count how many, exact or `{ atLeast, atMost }`.
     * @param expected replicas of each shard of a cache; the shard with the fewest counts.
     * @example await expect(stream).toHaveShards(2);
     * @example await expect(cache).toHaveShards(3, { replicas: { atLeast: 1 } });
     */
    toHaveShards: Method<T, 'shards', [count: Bounded<number>, expected?: ShardExpectation]>;
  }
}
