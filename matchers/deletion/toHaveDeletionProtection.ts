import { defineMatcher, type Method } from '../../src/engine/matcher';

export const toHaveDeletionProtection = defineMatcher({
  facet: 'deletionProtection',
  summary: 'is protected against deletion',
  check: ({ enabled }) => ({
    pass: enabled,
    expected: 'deletion protection on',
    received: `deletion protection ${enabled ? 'on' : 'off'}`,
  }),
});

declare module '../../src/engine/matcher' {
  interface AwsMatchers<T> {
    /**
     * Passes when AWS refuses to delete the resource until its deletion protection is switched off.
     *
     * @example await expect(db).toHaveDeletionProtection();
     */
    toHaveDeletionProtection: Method<T, 'deletionProtection'>;
  }
}
