import { defineMatcher, type Method } from '../../src/engine/matcher';
import { notApplicable } from '../../src/engine/unjudged';

export const toHaveAutoMinorVersionUpgrade = defineMatcher({
  facet: 'maintenance',
  summary: 'installs minor versions by itself',
  check: ({ autoMinorVersionUpgrade: on }) => {
    if (on === undefined) throw notApplicable('It has no setting for minor versions; ask its members.');
    return { pass: on, expected: 'on', received: on ? 'on' : 'off' };
  },
});

declare module '../../src/engine/matcher' {
  interface AwsMatchers<T> {
    /**
     * Passes when AWS installs minor versions in the maintenance window (`AutoMinorVersionUpgrade`; `AllowVersionUpgrade` of
     * Redshift). An Aurora or DocumentDB cluster leaves it to its instances and does not answer.
     *
     * @example await expect(db).toHaveAutoMinorVersionUpgrade();
     */
    toHaveAutoMinorVersionUpgrade: Method<T, 'maintenance'>;
  }
}
