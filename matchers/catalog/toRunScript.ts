import { pattern } from '../../src/engine/argument';
import { defineMatcher, type Method } from '../../src/engine/matcher';
import { fits, shown } from '../value/value-match';

export const toRunScript = defineMatcher({
  facet: 'glueRun',
  summary: 'runs the given script',
  takes: [pattern],
  check: ({ script, command }, expected: string | RegExp) => ({
    pass: fits(expected, script),
    expected: shown(expected),
    received: `${script} (${command})`,
  }),
});

declare module '../../src/engine/matcher' {
  interface AwsMatchers<T> {
    /**
     * Passes when the Glue job runs this script.
     *
     * @param location the whole address, such as `s3://code/etl/orders.py`, or a RegExp.
     * @example await expect(job).toRunScript(/orders\.py$/);
     */
    toRunScript: Method<T, 'glueRun', [location: string | RegExp]>;
  }
}
