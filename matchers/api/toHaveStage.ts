import { pattern } from '../../src/engine/argument';
import { defineMatcher, type Method } from '../../src/engine/matcher';
import { fits, shown } from '../value/value-match';

export const toHaveStage = defineMatcher({
  facet: 'apiStages',
  summary: 'is deployed to the given stage',
  takes: [pattern],
  check: ({ stages }, expected: string | RegExp) => ({
    pass: stages.some((stage) => fits(expected, stage)),
    expected: shown(expected),
    received: stages.join(', ') || 'no stage',
  }),
});

declare module '../../src/engine/matcher' {
  interface AwsMatchers<T> {
    /**
     * Passes when the API has this stage.
     *
     * @param name name of the stage, such as `prod` or `$default`, or a RegExp.
     * @example await expect(api).toHaveStage('prod');
     */
    toHaveStage: Method<T, 'apiStages', [name: string | RegExp]>;
  }
}
