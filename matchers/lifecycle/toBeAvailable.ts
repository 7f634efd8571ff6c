import { defineMatcher, type Method } from '../../src/engine/matcher';

export const toBeAvailable = defineMatcher({
  facet: 'lifecycle',
  summary: 'can be used now',
  check: ({ state, available, reason }) => ({
    pass: available,
    expected: 'a state in which it can be used',
    received: `${state ?? (available ? 'ready, its type has no states' : 'not ready')}${reason ? ` (${reason})` : ''}`,
    advice: available
      ? undefined
      : "A resource that is still being made or changed may need time: expect(eventually(handle, { within: '5m' })).",
  }),
});

declare module '../../src/engine/matcher' {
  interface AwsMatchers<T> {
    /**
     * Passes when the resource is in a state in which it can be used; each type has its own, such as `available` for a
     * DB instance, `ACTIVE` for a table, `Enabled` for a key. A type without states is available when it exists.
     *
     * @example await expect(eventually(db, { within: '5m' })).toBeAvailable();
     */
    toBeAvailable: Method<T, 'lifecycle'>;
  }
}
