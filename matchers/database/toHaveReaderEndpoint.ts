import { optional } from '../../src/engine/argument';
import { defineMatcher, type Method } from '../../src/engine/matcher';
import { type ExpectedText, expectedText, fits, shown } from '../value/value-match';

export const toHaveReaderEndpoint = defineMatcher({
  facet: 'serviceEndpoint',
  summary: 'has an address for readers',
  takes: [optional(expectedText)],
  check: ({ reader }, expected?: ExpectedText) => ({
    pass: reader !== undefined && (expected === undefined || fits(expected, reader)),
    expected: expected === undefined ? 'an address for readers' : shown(expected),
    received: reader ?? 'no address for readers',
  }),
});

declare module '../../src/engine/matcher' {
  interface AwsMatchers<T> {
    /**
     * Passes when there is an address that leads to the readers (`ReaderEndpoint`).
     *
     * @param address text, RegExp or asymmetric matcher; any address when left out.
     * @example await expect(cluster).toHaveReaderEndpoint(/cluster-ro-/);
     */
    toHaveReaderEndpoint: Method<T, 'serviceEndpoint', [address?: ExpectedText]>;
  }
}
