import { optional, text } from '../../src/engine/argument';
import { defineMatcher, type Method } from '../../src/engine/matcher';

export const toHaveKeyPair = defineMatcher({
  facet: 'machine',
  summary: 'lets the holder of a key pair in',
  takes: [optional(text)],
  check: ({ keyName }, expected?: string) => ({
    pass: expected === undefined ? keyName !== undefined : keyName === expected,
    expected: expected === undefined ? 'a key pair' : `the key pair ${expected}`,
    received: keyName === undefined ? 'no key pair' : `the key pair ${keyName}`,
  }),
});

declare module '../../src/engine/matcher' {
  interface AwsMatchers<T> {
    /**
     * Passes when the machine was started with this SSH key pair, or with any when none is given.
     *
     * @param name name of the key pair.
     * @example await expect(instance).not.toHaveKeyPair();
     */
    toHaveKeyPair: Method<T, 'machine', [name?: string]>;
  }
}
