import { oneOf, optional, text } from '../../src/engine/argument';
import type { Judgement } from '../../src/engine/matcher';
import { options } from '../../src/engine/options-argument';
import type { SecondaryIndex } from '../../src/facets';

/** What an index must be like. */
export interface SecondaryIndexExpectation {
  /** Name of its partition key. */
  partitionKey?: string;
  /** Name of its sort key. */
  sortKey?: string;
  /** What of each item it holds. */
  projection?: 'ALL' | 'KEYS_ONLY' | 'INCLUDE';
}

export const expectedIndex = optional(
  options<SecondaryIndexExpectation>({
    partitionKey: optional(text),
    sortKey: optional(text),
    projection: optional(oneOf('ALL', 'KEYS_ONLY', 'INCLUDE')),
  }),
);

/** Judges the index of a name among those of a table. */
export function judgeIndex(
  indexes: readonly SecondaryIndex[],
  name: string,
  expected: SecondaryIndexExpectation = {},
): Judgement {
  const index = indexes.find((each) => each.name === name);
  const received = index && {
    partitionKey: index.partitionKey.name,
    sortKey: index.sortKey?.name,
    projection: index.projection,
  };
  const asked = (['partitionKey', 'sortKey', 'projection'] as const).filter((part) => expected[part] !== undefined);
  const usable = index?.state === undefined || index.state === 'ACTIVE' || index.state === 'UPDATING';
  const list = indexes.map((each) => each.name).join(', ') || 'no such index';
  return {
    pass: received !== undefined && asked.every((part) => received[part] === expected[part]),
    expected: [name, ...asked.map((part) => `${part} ${expected[part]}`)].join(', '),
    received: received ? [name, ...asked.map((part) => `${part} ${received[part] ?? 'none'}`)].join(', ') : list,
    fault: usable ? undefined : `the index ${name} is ${index?.state}`,
  };
}
