import { text } from '../../src/engine/argument';
import { defineMatcher, type Method } from '../../src/engine/matcher';
import { expectedIndex, judgeIndex, type SecondaryIndexExpectation } from './secondary-index';

export const toHaveGlobalSecondaryIndex = defineMatcher({
  facet: 'secondaryIndexes',
  summary: 'has a global secondary index',
  takes: [text, expectedIndex],
  check: ({ global }, name: string, expected?: SecondaryIndexExpectation) => judgeIndex(global, name, expected),
});

declare module '../../src/engine/matcher' {
  interface AwsMatchers<T> {
    /**
     * Passes when the table has a global secondary index of this name, with these keys and this projection. An index that is being made or deleted fails in both directions.
     *
     * @param name name of the index.
     * @param expected names of its keys and what it holds; any when left out.
     * @example await expect(table).toHaveGlobalSecondaryIndex('byStatus', { partitionKey: 'status', projection: 'ALL' });
     */
    toHaveGlobalSecondaryIndex: Method<T, 'secondaryIndexes', [name: string, expected?: SecondaryIndexExpectation]>;
  }
}
