import { pattern } from '../../src/engine/argument';
import { defineMatcher, type Method } from '../../src/engine/matcher';
import { told } from '../../src/engine/unjudged';
import { fits, shown } from '../value/value-match';

export const toHaveBackupWindow = defineMatcher({
  facet: 'backups',
  summary: 'is backed up in the given window',
  takes: [pattern],
  check: ({ window }, expected: string | RegExp) => {
    const received = told(window, 'PreferredBackupWindow').toLowerCase();
    const wanted = typeof expected === 'string' ? expected.toLowerCase() : expected;
    return { pass: fits(wanted, received), expected: shown(wanted), received: `${received} UTC` };
  },
});

declare module '../../src/engine/matcher' {
  interface AwsMatchers<T> {
    /**
     * Passes when the daily backup window is this one (`PreferredBackupWindow`), in UTC. Undetermined where AWS names no
     * window.
     *
     * @param window window as AWS writes it, or a RegExp.
     * @example await expect(db).toHaveBackupWindow('03:00-04:00');
     */
    toHaveBackupWindow: Method<T, 'backups', [window: string | RegExp]>;
  }
}
