import type { Judgement } from '../../src/engine/matcher';

/** One property that was asked for: what must be, what is, and whether that is the same. */
export interface PropertyRow {
  name: string;
  pass: boolean;
  expected: unknown;
  received: unknown;
}

/**
 * Judges several properties of one thing together: all must be as given. Where some are and some are not, neither
 * direction passes.
 *
 * @param rows the properties that were asked for.
 */
export function judgeProperties(rows: readonly PropertyRow[]): Judgement {
  const misses = rows.filter(({ pass }) => !pass);
  const told = misses.length > 0 ? misses : rows;
  const names = (some: readonly PropertyRow[]) => some.map(({ name }) => name).join(', ');
  const hits = rows.filter(({ pass }) => pass);
  return {
    pass: misses.length === 0,
    expected: Object.fromEntries(told.map(({ name, expected }) => [name, expected])),
    received: Object.fromEntries(told.map(({ name, received }) => [name, received])),
    fault:
      hits.length > 0 && misses.length > 0
        ? `only some of it is as given: ${names(hits)} yes, ${names(misses)} no`
        : undefined,
  };
}
