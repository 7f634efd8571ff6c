import { defineMatcher, type Method } from '../../src/engine/matcher';

export const toHavePrivateAcl = defineMatcher({
  facet: 'accessControlList',
  summary: 'has an access control list for its owner alone',
  check: ({ grants }) => {
    const others = grants.filter(({ toOwner }) => !toOwner);
    return {
      pass: others.length === 0,
      expected: 'no grant but those of the owner',
      received:
        others.length === 0
          ? 'no grant but those of the owner'
          : others.map(({ grantee, permission }) => `${permission} for ${grantee}`),
    };
  },
});

declare module '../../src/engine/matcher' {
  interface AwsMatchers<T> {
    /**
     * Passes when the access control list grants nothing to anybody but the owner, which S3 calls `private`. It is the list
     * as it is kept (`s3:GetBucketAcl`): what it grants counts even where a public access block takes the effect away.
     *
     * @example await expect(bucket).toHavePrivateAcl();
     */
    toHavePrivateAcl: Method<T, 'accessControlList'>;
  }
}
