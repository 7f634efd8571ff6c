import { oneOrMany, text } from '../../src/engine/argument';
import { defineMatcher, type Method } from '../../src/engine/matcher';

export const toHaveKeySpec = defineMatcher({
  facet: 'key',
  summary: 'has the given key spec',
  takes: [oneOrMany(text)],
  check: ({ spec }, expected: string[]) => ({
    pass: expected.includes(spec),
    expected: expected.join(' or '),
    received: spec,
  }),
});

declare module '../../src/engine/matcher' {
  interface AwsMatchers<T> {
    /**
     * Passes when the KMS key is of this spec, in the words of the API.
     *
     * @param spec such as `SYMMETRIC_DEFAULT`, or several of which one must be.
     * @example await expect(key).toHaveKeySpec('SYMMETRIC_DEFAULT');
     */
    toHaveKeySpec: Method<T, 'key', [spec: string | string[]]>;
  }
}
