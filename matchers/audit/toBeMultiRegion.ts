import { defineMatcher, type Method } from '../../src/engine/matcher';

export const toBeMultiRegion = defineMatcher({
  facet: 'regionalReach',
  summary: 'covers more than one region',
  check: ({ multiRegion, detail }) => ({
    pass: multiRegion,
    expected: 'more than one region',
    received: detail,
  }),
});

declare module '../../src/engine/matcher' {
  interface AwsMatchers<T> {
    /**
     * Passes when the trail records all regions, or the KMS key is a multi-Region key.
     *
     * @example await expect(trail).toBeMultiRegion();
     */
    toBeMultiRegion: Method<T, 'regionalReach'>;
  }
}
