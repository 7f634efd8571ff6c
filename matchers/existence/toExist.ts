import { defineMatcher, type Method } from '../../src/engine/matcher';

export const toExist = defineMatcher({
  facet: 'existence',
  summary: 'exists',
  check: ({ exists }) => ({
    pass: exists,
    expected: 'exists',
    received: exists ? 'exists' : 'AWS says that it does not exist',
  }),
});

declare module '../../src/engine/matcher' {
  interface AwsMatchers<T> {
    /**
     * Passes when AWS describes the resource. It says nothing of its state: see `toBeAvailable`.
     *
     * Access denied, a wrong account or a wrong region are undetermined, in both directions. `.not.toExist()` is the
     * one question that a missing resource passes.
     *
     * @example await expect(resource('BucketName')).toExist();
     */
    toExist: Method<T, 'existence'>;
  }
}
