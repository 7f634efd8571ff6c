import { pattern } from '../../src/engine/argument';
import { defineMatcher, type Method } from '../../src/engine/matcher';
import { fits, shown } from '../value/value-match';

export const toHaveInstanceClass = defineMatcher({
  facet: 'instanceClass',
  summary: 'runs on the given instance class',
  takes: [pattern],
  check: ({ name, pending }, expected: string | RegExp) => ({
    pass: fits(expected, name),
    expected: shown(expected),
    received: name,
    advice: pending && `AWS has accepted the class ${pending} and waits for the maintenance window.`,
  }),
});

declare module '../../src/engine/matcher' {
  interface AwsMatchers<T> {
    /**
     * Passes when the database runs on this instance class (`DBInstanceClass`). A class that waits for the maintenance
     * window does not count yet. Undetermined for a cluster whose members differ: ask the members.
     *
     * @param instanceClass class in the words of the API, or a RegExp for a family.
     * @example await expect(db).toHaveInstanceClass(/^db\.t4g\./);
     */
    toHaveInstanceClass: Method<T, 'instanceClass', [instanceClass: string | RegExp]>;
  }
}
