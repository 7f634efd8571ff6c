import { defineMatcher, type Method } from '../../src/engine/matcher';

export const toHaveImmutableTags = defineMatcher({
  facet: 'tagMutability',
  summary: 'keeps tags from being moved to another image',
  check: ({ mode, exclusions }) => ({
    pass: mode === 'IMMUTABLE',
    expected: 'IMMUTABLE',
    received: exclusions.length > 0 ? `${mode}: ${exclusions.join(', ')}` : mode,
    fault: mode.includes('EXCLUSION')
      ? `some tags can be moved and some cannot: ${mode} ${exclusions.join(', ')}`
      : undefined,
  }),
});

declare module '../../src/engine/matcher' {
  interface AwsMatchers<T> {
    /**
     * Passes when no tag can be moved to another image (`imageTagMutability`). Exclusions, by which only some tags can be
     * moved, fail in both directions.
     *
     * @example await expect(repository).toHaveImmutableTags();
     */
    toHaveImmutableTags: Method<T, 'tagMutability'>;
  }
}
