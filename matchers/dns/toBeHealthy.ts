import { defineMatcher, type Method } from '../../src/engine/matcher';

export const toBeHealthy = defineMatcher({
  facet: 'reportedHealth',
  summary: 'is healthy',
  check: ({ healthy, detail }) => ({
    pass: healthy,
    expected: 'healthy',
    received: `${healthy ? 'healthy' : 'unhealthy'} (${detail})`,
  }),
});

declare module '../../src/engine/matcher' {
  interface AwsMatchers<T> {
    /**
     * Passes when the checkers of Route 53 reach the endpoint now: more than 18 percent of them, as Route 53 counts.
     *
     * Not applicable to health checks that are made from others or from an alarm.
     *
     * @example await expect(healthCheck).toBeHealthy();
     */
    toBeHealthy: Method<T, 'reportedHealth'>;
  }
}
