import { oneOf } from '../../src/engine/argument';
import { defineMatcher, type Method } from '../../src/engine/matcher';

/** Who owns the objects. */
export type OwnershipRule = 'BucketOwnerEnforced' | 'BucketOwnerPreferred' | 'ObjectWriter';

export const toHaveObjectOwnership = defineMatcher({
  facet: 'objectOwnership',
  summary: 'settles who owns its objects',
  takes: [oneOf('BucketOwnerEnforced', 'BucketOwnerPreferred', 'ObjectWriter')],
  check: ({ rule }, expected: OwnershipRule) => ({ pass: rule === expected, expected, received: rule }),
});

declare module '../../src/engine/matcher' {
  interface AwsMatchers<T> {
    /**
     * Passes when objects belong to whom this says (`OwnershipControls`). With `BucketOwnerEnforced` access control lists are
     * off. A bucket without controls has `ObjectWriter`.
     *
     * @param rule `BucketOwnerEnforced`, `BucketOwnerPreferred` or `ObjectWriter`.
     * @example await expect(bucket).toHaveObjectOwnership('BucketOwnerEnforced');
     */
    toHaveObjectOwnership: Method<T, 'objectOwnership', [rule: OwnershipRule]>;
  }
}
