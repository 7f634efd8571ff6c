import { pattern } from '../../src/engine/argument';
import { defineMatcher, type Method } from '../../src/engine/matcher';
import { fits, shown } from '../value/value-match';

export const toHaveCatalogTable = defineMatcher({
  facet: 'catalogTables',
  summary: 'has the table',
  takes: [pattern],
  check: ({ names }, expected: string | RegExp) => ({
    pass: names.some((name) => fits(expected, name)),
    expected: shown(expected),
    received: names.join(', ') || 'no table',
  }),
});

declare module '../../src/engine/matcher' {
  interface AwsMatchers<T> {
    /**
     * Passes when the Glue database has a table of this name.
     *
     * @param name the name, or a RegExp.
     * @example await expect(database).toHaveCatalogTable('orders');
     */
    toHaveCatalogTable: Method<T, 'catalogTables', [name: string | RegExp]>;
  }
}
