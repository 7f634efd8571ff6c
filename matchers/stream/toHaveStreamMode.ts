import { oneOf } from '../../src/engine/argument';
import { defineMatcher, type Method } from '../../src/engine/matcher';
import { notApplicable } from '../../src/engine/unjudged';

/** How the capacity of a stream is set. */
export type StreamMode = 'ON_DEMAND' | 'PROVISIONED';

export const toHaveStreamMode = defineMatcher({
  facet: 'shards',
  summary: 'has capacity in the given mode',
  takes: [oneOf('ON_DEMAND', 'PROVISIONED')],
  check: ({ mode }, expected: StreamMode) => {
    if (mode === undefined) throw notApplicable('AWS tells no capacity mode for it.');
    return { pass: mode === expected, expected, received: mode };
  },
});

declare module '../../src/engine/matcher' {
  interface AwsMatchers<T> {
    /**
     * Passes when the capacity of the stream is set in this way (`StreamModeDetails.StreamMode`).
     *
     * @param mode `ON_DEMAND` or `PROVISIONED`.
     * @example await expect(stream).toHaveStreamMode('ON_DEMAND');
     */
    toHaveStreamMode: Method<T, 'shards', [mode: StreamMode]>;
  }
}
