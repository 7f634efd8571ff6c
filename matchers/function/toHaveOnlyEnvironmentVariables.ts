import { optional, text } from '../../src/engine/argument';
import { defineMatcher, type Method } from '../../src/engine/matcher';
import { options } from '../../src/engine/options-argument';
import { compareExactly, judgeExactly } from '../value/exact-set';
import { listOf } from '../value/list-argument';

/** Whose variables are meant. */
export interface OnlyVariablesExpectation {
  /** Name of a container; the containers of a task together when left out. */
  container?: string;
}

export const toHaveOnlyEnvironmentVariables = defineMatcher({
  facet: 'environmentNames',
  summary: 'has the given environment variables and no others',
  takes: [listOf(text), optional(options<OnlyVariablesExpectation>({ container: optional(text) }))],
  check: ({ parts }, expected: string[], { container }: OnlyVariablesExpectation = {}) => {
    const meant = parts.filter(({ of }) => container === undefined || of === container);
    const names = [...new Set(meant.flatMap((part) => part.names))].sort();
    const says = (name: string) => name;
    const comparison = compareExactly(names, expected, (wish, name) => wish === name, { item: says, wish: says });
    return {
      ...judgeExactly(comparison, 'no environment variable'),
      fault:
        meant.length === 0
          ? `there is no container ${container}; there is ${parts.map(({ of }) => of).join(', ')}`
          : undefined,
    };
  },
});

declare module '../../src/engine/matcher' {
  interface AwsMatchers<T> {
    /**
     * Passes when exactly these environment variables are set, whatever their values; those that are filled from secrets
     * count too. What they hold is asked with `toHaveEnvironmentVariables`.
     *
     * Not applicable where a container takes variables from files, which are not read.
     *
     * @param names all names; `[]` for none.
     * @param expected `container`: the one that is meant, for a task definition or a service.
     * @example await expect(fn).toHaveOnlyEnvironmentVariables(['STAGE', 'TABLE_NAME']);
     */
    toHaveOnlyEnvironmentVariables: Method<
      T,
      'environmentNames',
      [names: string[], expected?: OnlyVariablesExpectation]
    >;
  }
}
