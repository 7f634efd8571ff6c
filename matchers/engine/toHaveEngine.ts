import { pattern } from '../../src/engine/argument';
import { defineMatcher, type Method } from '../../src/engine/matcher';
import { fits, shown } from '../value/value-match';

export const toHaveEngine = defineMatcher({
  facet: 'engine',
  summary: 'runs the given engine',
  takes: [pattern],
  check: ({ name, version }, expected: string | RegExp) => ({
    pass: fits(expected, name),
    expected: shown(expected),
    received: name,
    advice: fits(expected, name) ? undefined : `It runs ${name} ${version}.`,
  }),
});

declare module '../../src/engine/matcher' {
  interface AwsMatchers<T> {
    /**
     * Passes when the resource runs this engine, in the words of its API: `postgres`, `aurora-postgresql`, `mysql`.
     *
     * The name is exact (`postgres` is not `aurora-postgresql`); a RegExp asks for a family.
     *
     * @param engine name of the engine, or a RegExp.
     * @example await expect(db).toHaveEngine('postgres');
     */
    toHaveEngine: Method<T, 'engine', [engine: string | RegExp]>;
  }
}
