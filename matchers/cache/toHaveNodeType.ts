import { pattern } from '../../src/engine/argument';
import { defineMatcher, type Method } from '../../src/engine/matcher';
import { fits, shown } from '../value/value-match';

export const toHaveNodeType = defineMatcher({
  facet: 'nodes',
  summary: 'runs on nodes of the given type',
  takes: [pattern],
  check: ({ types, pending }, expected: string | RegExp) => {
    const others = types.filter((type) => !fits(expected, type));
    return {
      pass: types.length > 0 && others.length === 0,
      expected: shown(expected),
      received: types.join(', ') || 'no node type',
      fault:
        others.length > 0 && others.length < types.length
          ? `only some of the types are as given: ${others.join(', ')} not`
          : undefined,
      advice: pending && `AWS has accepted the type ${pending} and has not changed to it yet.`,
    };
  },
});

declare module '../../src/engine/matcher' {
  interface AwsMatchers<T> {
    /**
     * Passes when every node is of this type: `cache.t4g.micro`, `ra3.large`, `r7g.large.search`, `kafka.m7g.large`, an
     * instance type of a node group. A node group that mixes fitting and other types fails in both directions.
     *
     * @param type type in the words of the API, or a RegExp for a family.
     * @example await expect(cache).toHaveNodeType(/^cache\.t4g\./);
     */
    toHaveNodeType: Method<T, 'nodes', [type: string | RegExp]>;
  }
}
