import { pattern } from '../../src/engine/argument';
import { defineMatcher, type Method } from '../../src/engine/matcher';
import { told } from '../../src/engine/unjudged';
import { fits, shown } from '../value/value-match';

export const toHaveStorageType = defineMatcher({
  facet: 'storage',
  summary: 'has storage of the given type',
  takes: [pattern],
  check: ({ type }, expected: string | RegExp) => {
    const received = told(type, 'StorageType');
    return { pass: fits(expected, received), expected: shown(expected), received };
  },
});

declare module '../../src/engine/matcher' {
  interface AwsMatchers<T> {
    /**
     * Passes when the storage is of this type, in the words of the API: `gp3`, `io2`, `aurora-iopt1`, `SSD`.
     *
     * @param type type, or a RegExp.
     * @example await expect(db).toHaveStorageType('gp3');
     */
    toHaveStorageType: Method<T, 'storage', [type: string | RegExp]>;
  }
}
