import { pattern } from '../../src/engine/argument';
import { defineMatcher, type Method } from '../../src/engine/matcher';
import { fits, shown } from '../value/value-match';

/** Ids that AWS makes up: `vpc-0a1b...`, a UUID, an ARN. */
const madeUp = /^(?:[a-z]+-[0-9a-f]{8,17}|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|mrk-[0-9a-f]{32}|arn:.*)$/;

export const toHaveName = defineMatcher({
  facet: 'identity',
  summary: 'has the given name',
  takes: [pattern],
  check: ({ id, name }, expected: string | RegExp) => {
    const received = name ?? id;
    return {
      pass: fits(expected, received),
      expected: shown(expected),
      received,
      ...(name === undefined &&
        madeUp.test(id) && {
          notApplicable: `It has no name of its own, only the id ${id}.`,
          advice: "What people call it stands in its tag: toHaveTags({ Name: '...' }).",
        }),
    };
  },
});

declare module '../../src/engine/matcher' {
  interface AwsMatchers<T> {
    /**
     * Passes when the resource is called so: the name of a table, a role, a load balancer, the identifier of a database.
     *
     * Not applicable to what has an id alone, such as a VPC or a KMS key: their names are tags or aliases.
     *
     * @param name the whole name, or a RegExp that a part of it matches.
     * @example await expect(resource('TableName')).toHaveName(/-dev$/);
     */
    toHaveName: Method<T, 'identity', [name: string | RegExp]>;
  }
}
