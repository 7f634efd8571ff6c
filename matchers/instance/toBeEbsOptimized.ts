import { defineMatcher, type Method } from '../../src/engine/matcher';

export const toBeEbsOptimized = defineMatcher({
  facet: 'machine',
  summary: 'has bandwidth of its own to its volumes',
  check: ({ ebsOptimized }) => ({
    pass: ebsOptimized,
    expected: 'EbsOptimized true',
    received: `EbsOptimized ${ebsOptimized}`,
  }),
});

declare module '../../src/engine/matcher' {
  interface AwsMatchers<T> {
    /**
     * Passes when the setting EbsOptimized is on. Types of the current generations are optimized by default, whatever the
     * setting says.
     *
     * @example await expect(template).toBeEbsOptimized();
     */
    toBeEbsOptimized: Method<T, 'machine'>;
  }
}
