import { pattern } from '../../src/engine/argument';
import { defineMatcher, type Method } from '../../src/engine/matcher';
import { fits, shown } from '../value/value-match';

export const toHaveDisplayName = defineMatcher({
  facet: 'displayName',
  summary: 'has the given display name',
  takes: [pattern],
  check: ({ text }, expected: string | RegExp) => ({
    pass: fits(expected, text),
    expected: shown(expected),
    received: text === '' ? 'no display name' : text,
  }),
});

declare module '../../src/engine/matcher' {
  interface AwsMatchers<T> {
    /**
     * Passes when the topic has this display name, which subscribers see as the sender.
     *
     * @param name the whole name, or a RegExp.
     * @example await expect(topic).toHaveDisplayName('Order alerts');
     */
    toHaveDisplayName: Method<T, 'displayName', [name: string | RegExp]>;
  }
}
