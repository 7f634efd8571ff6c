import { defineMatcher, type Method } from '../../src/engine/matcher';

export const toHaveTerminationProtection = defineMatcher({
  facet: 'terminationProtection',
  summary: 'is protected against being taken down',
  check: ({ enabled }) => ({ pass: enabled, expected: 'on', received: enabled ? 'on' : 'off' }),
});

declare module '../../src/engine/matcher' {
  interface AwsMatchers<T> {
    /**
     * Passes when the resource cannot be taken down before its termination protection is switched off.
     *
     * @example await expect(stack).toHaveTerminationProtection();
     */
    toHaveTerminationProtection: Method<T, 'terminationProtection'>;
  }
}
