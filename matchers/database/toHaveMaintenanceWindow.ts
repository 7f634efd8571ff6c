import { pattern } from '../../src/engine/argument';
import { defineMatcher, type Method } from '../../src/engine/matcher';
import { told } from '../../src/engine/unjudged';
import { fits, shown } from '../value/value-match';

export const toHaveMaintenanceWindow = defineMatcher({
  facet: 'maintenance',
  summary: 'is maintained in the given window',
  takes: [pattern],
  check: ({ window }, expected: string | RegExp) => {
    const received = told(window, 'PreferredMaintenanceWindow').toLowerCase();
    const wanted = typeof expected === 'string' ? expected.toLowerCase() : expected;
    return { pass: fits(wanted, received), expected: shown(wanted), received: `${received} UTC` };
  },
});

declare module '../../src/engine/matcher' {
  interface AwsMatchers<T> {
    /**
     * Passes when the weekly maintenance window is this one (`PreferredMaintenanceWindow`), in UTC. Undetermined where AWS names no
     * window.
     *
     * @param window window as AWS writes it, or a RegExp.
     * @example await expect(db).toHaveMaintenanceWindow('sun:05:00-sun:06:00');
     */
    toHaveMaintenanceWindow: Method<T, 'maintenance', [window: string | RegExp]>;
  }
}
