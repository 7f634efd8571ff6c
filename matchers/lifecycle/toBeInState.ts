import { oneOrMany, text } from '../../src/engine/argument';
import { defineMatcher, type Method } from '../../src/engine/matcher';

export const toBeInState = defineMatcher({
  facet: 'lifecycle',
  summary: 'is in the given state',
  takes: [oneOrMany(text)],
  check: ({ state, reason }, states: string[]) => ({
    pass: states.some((each) => each.toLowerCase() === state?.toLowerCase()),
    expected: states.join(' or '),
    received: `${state}${reason ? ` (${reason})` : ''}`,
    notApplicable: state === undefined ? 'resources of this type have no state; ask toExist()' : undefined,
  }),
});

declare module '../../src/engine/matcher' {
  interface AwsMatchers<T> {
    /**
     * Passes when the resource is in the given state, in the words of its API; letter case does not matter.
     *
     * Not applicable to a type that has no states.
     *
     * @param states one state, or several of which one must be.
     * @example await expect(db).toBeInState(['available', 'backing-up']);
     */
    toBeInState: Method<T, 'lifecycle', [states: string | string[]]>;
  }
}
