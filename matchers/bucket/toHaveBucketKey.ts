import { defineMatcher, type Method } from '../../src/engine/matcher';

export const toHaveBucketKey = defineMatcher({
  facet: 'bucketKey',
  summary: 'has a bucket key',
  check: ({ enabled }) => ({ pass: enabled, expected: 'on', received: enabled ? 'on' : 'off' }),
});

declare module '../../src/engine/matcher' {
  interface AwsMatchers<T> {
    /**
     * Passes when the bucket has a data key of its own, which saves requests to KMS (`BucketKeyEnabled`).
     *
     * @example await expect(bucket).toHaveBucketKey();
     */
    toHaveBucketKey: Method<T, 'bucketKey'>;
  }
}
