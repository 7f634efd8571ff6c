import { optional } from '../../src/engine/argument';
import { defineMatcher, type Method } from '../../src/engine/matcher';
import { type ExpectedText, expectedText, fits, shown } from '../value/value-match';

export const toHaveDescription = defineMatcher({
  facet: 'description',
  summary: 'has the description',
  takes: [optional(expectedText)],
  check: ({ text }, expected?: ExpectedText) => ({
    pass: text !== undefined && (expected === undefined || fits(expected, text)),
    expected: expected === undefined ? 'a description' : shown(expected),
    received: text ?? 'no description',
  }),
});

declare module '../../src/engine/matcher' {
  interface AwsMatchers<T> {
    /**
     * Passes when the resource has this description.
     *
     * @param text the whole description, a RegExp or an asymmetric matcher; any description when left out.
     * @example await expect(key).toHaveDescription(/orders/i);
     */
    toHaveDescription: Method<T, 'description', [text?: ExpectedText]>;
  }
}
