import { oneOrMany, text } from '../../src/engine/argument';
import { defineMatcher, type Method } from '../../src/engine/matcher';

export const toHaveKeyUsage = defineMatcher({
  facet: 'key',
  summary: 'is for the given use',
  takes: [oneOrMany(text)],
  check: ({ usage }, expected: string[]) => ({
    pass: expected.includes(usage),
    expected: expected.join(' or '),
    received: usage,
  }),
});

declare module '../../src/engine/matcher' {
  interface AwsMatchers<T> {
    /**
     * Passes when the KMS key is for this use, in the words of the API.
     *
     * @param usage such as `ENCRYPT_DECRYPT`, or several of which one must be.
     * @example await expect(key).toHaveKeyUsage('ENCRYPT_DECRYPT');
     */
    toHaveKeyUsage: Method<T, 'key', [usage: string | string[]]>;
  }
}
