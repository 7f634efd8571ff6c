import { number } from '../../src/engine/argument';
import { defineMatcher, type Method } from '../../src/engine/matcher';
import { told } from '../../src/engine/unjudged';
import { type Bounded, type Bounds, bounded, boundsInWords, isWithin } from '../value/bounds';

export const toHaveNodeCount = defineMatcher({
  facet: 'nodes',
  summary: 'has the given number of nodes',
  takes: [bounded(number)],
  check: ({ count, types }, expected: Bounds) => {
    const nodes = told(count, 'the number of nodes');
    return {
      pass: isWithin(expected, nodes),
      expected: boundsInWords(expected, inWords),
      received: `${inWords(nodes)} (${types.join(', ')})`,
    };
  },
});

function inWords(nodes: number): string {
  return `${nodes} node${nodes === 1 ? '' : 's'}`;
}

declare module '../../src/engine/matcher' {
  interface AwsMatchers<T> {
    /**
     * Passes when there are this many nodes: of a cache, a warehouse, brokers, data nodes of a search domain, the desired
     * size of a node group.
     *
     * @param count how many, exact or `{ atLeast, atMost }`.
     * @example await expect(warehouse).toHaveNodeCount({ atLeast: 2 });
     */
    toHaveNodeCount: Method<T, 'nodes', [count: Bounded<number>]>;
  }
}
