import { oneOf, optional } from '../../src/engine/argument';
import { defineMatcher, type Method } from '../../src/engine/matcher';

/** What a change stream carries. */
export type StreamViewType = 'NEW_IMAGE' | 'OLD_IMAGE' | 'NEW_AND_OLD_IMAGES' | 'KEYS_ONLY';

export const toHaveStream = defineMatcher({
  facet: 'stream',
  summary: 'has a change stream',
  takes: [optional(oneOf('NEW_IMAGE', 'OLD_IMAGE', 'NEW_AND_OLD_IMAGES', 'KEYS_ONLY'))],
  check: ({ enabled, viewType }, expected?: StreamViewType) => ({
    pass: enabled && (expected === undefined || expected === viewType),
    expected: `on${expected === undefined ? '' : `, with ${expected}`}`,
    received: enabled ? `on, with ${viewType ?? 'a view type that AWS does not name'}` : 'off',
  }),
});

declare module '../../src/engine/matcher' {
  interface AwsMatchers<T> {
    /**
     * Passes when changes of the table's items are streamed (`StreamSpecification`).
     *
     * @param viewType what each record carries; anything when left out.
     * @example await expect(table).toHaveStream('NEW_AND_OLD_IMAGES');
     */
    toHaveStream: Method<T, 'stream', [viewType?: StreamViewType]>;
  }
}
