import { defineMatcher, type Method } from '../../src/engine/matcher';

export const toBeLogging = defineMatcher({
  facet: 'trailStatus',
  summary: 'writes down what is done in the account',
  check: ({ logging, deliveryError, stoppedAt }) => ({
    pass: logging,
    expected: 'on',
    received: logging ? 'on' : `off${stoppedAt ? ` since ${stoppedAt}` : ''}`,
    fault: logging && deliveryError ? `it is on, but its latest delivery failed: ${deliveryError}` : undefined,
  }),
});

declare module '../../src/engine/matcher' {
  interface AwsMatchers<T> {
    /**
     * Passes when the trail is switched on (`cloudtrail:GetTrailStatus`). A trail that is on and whose latest delivery
     * failed fails in both directions.
     *
     * @example await expect(trail).toBeLogging();
     */
    toBeLogging: Method<T, 'trailStatus'>;
  }
}
