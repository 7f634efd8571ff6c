import { defineMatcher, type Method } from '../../src/engine/matcher';

export const toHaveAutomaticFailover = defineMatcher({
  facet: 'failover',
  summary: 'lets a replica take over by itself',
  check: ({ automatic, state }) => ({
    pass: automatic,
    expected: 'enabled',
    received: state,
    fault: /ing$/.test(state) ? `AWS is changing it: ${state}` : undefined,
  }),
});

declare module '../../src/engine/matcher' {
  interface AwsMatchers<T> {
    /**
     * Passes when a replica takes over by itself as soon as the primary is lost (`AutomaticFailover`). While AWS switches it
     * on or off it fails in both directions.
     *
     * @example await expect(cache).toHaveAutomaticFailover();
     */
    toHaveAutomaticFailover: Method<T, 'failover'>;
  }
}
