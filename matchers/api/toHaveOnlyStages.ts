import { pattern } from '../../src/engine/argument';
import { defineMatcher, type Method } from '../../src/engine/matcher';
import { compareExactly, judgeExactly } from '../value/exact-set';
import { listOf } from '../value/list-argument';
import { fits, shown } from '../value/value-match';

export const toHaveOnlyStages = defineMatcher({
  facet: 'apiStages',
  summary: 'is deployed to the given stages and to no other',
  takes: [listOf(pattern)],
  check: ({ stages }, expected: (string | RegExp)[]) =>
    judgeExactly(
      compareExactly(stages, expected, (wanted: string | RegExp, stage: string) => fits(wanted, stage), {
        item: (stage) => stage,
        wish: (wanted) => String(shown(wanted)),
      }),
      'no stage',
    ),
});

declare module '../../src/engine/matcher' {
  interface AwsMatchers<T> {
    /**
     * Passes when the API has exactly these stages: one more serves the same methods, perhaps without logs and limits.
     *
     * @param names a list of names, such as `prod` or `$default`, or RegExps.
     * @example await expect(api).toHaveOnlyStages(['prod']);
     */
    toHaveOnlyStages: Method<T, 'apiStages', [names: (string | RegExp)[]]>;
  }
}
