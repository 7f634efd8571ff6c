import { text } from '../../src/engine/argument';
import { defineMatcher, type Method } from '../../src/engine/matcher';
import { expectedIndex, judgeIndex, type SecondaryIndexExpectation } from './secondary-index';

export const toHaveLocalSecondaryIndex = defineMatcher({
  facet: 'secondaryIndexes',
  summary: 'has a local secondary index',
  takes: [text, expectedIndex],
  check: ({ local }, name: string, expected?: SecondaryIndexExpectation) => judgeIndex(local, name, expected),
});

declare module '../../src/engine/matcher' {
  interface AwsMatchers<T> {
    /**
     * Passes when the table has a local secondary index of this name, with these keys and this projection.
     *
     * @param name name of the index.
     * @param expected names of its keys and what it holds; any when left out.
     * @example await expect(table).toHaveLocalSecondaryIndex('byStatus', { partitionKey: 'status', projection: 'ALL' });
     */
    toHaveLocalSecondaryIndex: Method<T, 'secondaryIndexes', [name: string, expected?: SecondaryIndexExpectation]>;
  }
}
