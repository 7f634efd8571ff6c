import { defineMatcher, type Method } from '../../src/engine/matcher';

export const toBePubliclyAccessible = defineMatcher({
  facet: 'publicAccess',
  summary: 'can be reached from the internet',
  check: ({ public: isPublic, because }) => ({
    pass: isPublic,
    expected: 'public',
    received: `${isPublic ? 'public' : 'private'}: ${because}`,
  }),
});

declare module '../../src/engine/matcher' {
  interface AwsMatchers<T> {
    /**
     * Passes when the resource's own configuration opens it to the internet: `PubliclyAccessible` of a DB instance, policy
     * and ACLs of a bucket behind its public access block. Security groups and routes are resources of their own.
     *
     * @example await expect(db).not.toBePubliclyAccessible();
     */
    toBePubliclyAccessible: Method<T, 'publicAccess'>;
  }
}
