import { oneOrMany, text } from '../../src/engine/argument';
import { defineMatcher, type Method } from '../../src/engine/matcher';
import { told } from '../../src/engine/unjudged';

export const toHaveKeyUsage = defineMatcher({
  facet: 'key',
  summary: 'is for the given use',
  takes: [oneOrMany(text)],
  check: ({ usage }, expected: string[]) => {
    const received = told(usage, 'KeyMetadata.KeyUsage');
    return { pass: expected.includes(received), expected: expected.join(' or '), received };
  },
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
