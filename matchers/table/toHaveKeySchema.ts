import { argument, isRecord, isRefusal, oneOf, optional, text } from '../../src/engine/argument';
import { defineMatcher, type Method } from '../../src/engine/matcher';
import { options } from '../../src/engine/options-argument';
import type { PrimaryKey } from '../../src/facets';

/** An attribute by its name, or by name and type (`S` text, `N` number, `B` binary). */
export type KeyAttribute = string | { name: string; type: 'S' | 'N' | 'B' };

/** Primary key of a table or of one of its indexes. */
export interface KeySchemaExpectation {
  partitionKey: KeyAttribute;
  /** Left out: there must be no sort key. */
  sortKey?: KeyAttribute;
  /** Name of a secondary index; the table itself when left out. */
  index?: string;
}

interface Attribute {
  name: string;
  type?: 'S' | 'N' | 'B';
}

interface ExpectedKey {
  partitionKey: Attribute;
  sortKey?: Attribute;
  index?: string;
}

const typed = options<Attribute>({ name: text, type: oneOf('S', 'N', 'B') });

const attribute = argument<KeyAttribute, Attribute>(
  "an attribute name, or { name, type: 'S' | 'N' | 'B' }",
  (given) => {
    if (isRecord(given)) return typed.read(given);
    const name = text.read(given);
    return isRefusal(name) ? name : { name };
  },
);

export const toHaveKeySchema = defineMatcher({
  facet: 'keySchema',
  summary: 'has the given primary key',
  takes: [options<ExpectedKey>({ partitionKey: attribute, sortKey: optional(attribute), index: optional(text) })],
  check: ({ indexes, ...table }, { index, ...expected }: ExpectedKey) => {
    const found = index === undefined ? table : Object.hasOwn(indexes, index) ? indexes[index] : undefined;
    const names = Object.keys(indexes).join(', ') || 'none';
    return {
      pass:
        found !== undefined &&
        isSame(expected.partitionKey, found.partitionKey) &&
        isSame(expected.sortKey, found.sortKey),
      expected: keyInWords(expected),
      received: found ? keyInWords(typesAsAsked(found, expected)) : `no index ${index}`,
      fault: found ? undefined : `the table has no index '${index}'; its indexes: ${names}`,
    };
  },
});

function isSame(expected: Attribute | undefined, received: PrimaryKey['sortKey']): boolean {
  if (expected === undefined || received === undefined) return expected === received;
  return expected.name === received.name && (expected.type === undefined || expected.type === received.type);
}

interface KeyInWords {
  partitionKey: { name: string; type?: string };
  sortKey?: { name: string; type?: string };
}

function typesAsAsked(received: PrimaryKey, expected: KeyInWords): KeyInWords {
  const withTypes = expected.partitionKey.type !== undefined || expected.sortKey?.type !== undefined;
  const { partitionKey, sortKey } = received;
  if (withTypes) return received;
  return { partitionKey: { name: partitionKey.name }, sortKey: sortKey && { name: sortKey.name } };
}

function keyInWords({ partitionKey, sortKey }: KeyInWords): string {
  const one = ({ name, type }: { name: string; type?: string }) => (type === undefined ? name : `${name} (${type})`);
  return `partition key ${one(partitionKey)}, ${sortKey ? `sort key ${one(sortKey)}` : 'no sort key'}`;
}

declare module '../../src/engine/matcher' {
  interface AwsMatchers<T> {
    /**
     * Passes when the primary key of the table, or of one of its indexes, is exactly this one. Without `sortKey` there must
     * be none. An index that does not exist fails in both directions.
     *
     * @param key attributes by name, or by `{ name, type }`; `index` names a secondary index.
     * @example await expect(table).toHaveKeySchema({ partitionKey: 'customerId', sortKey: { name: 'at', type: 'N' } });
     * @example await expect(table).toHaveKeySchema({ index: 'byStatus', partitionKey: 'status' });
     */
    toHaveKeySchema: Method<T, 'keySchema', [key: KeySchemaExpectation]>;
  }
}
