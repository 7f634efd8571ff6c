import { defineMatcher, type Method } from '../../src/engine/matcher';

export const toHaveDetailedMonitoring = defineMatcher({
  facet: 'machine',
  summary: 'sends its metrics each minute',
  check: ({ detailedMonitoring }) => ({
    pass: detailedMonitoring,
    expected: 'detailed monitoring on',
    received: `detailed monitoring ${detailedMonitoring ? 'on' : 'off'}`,
  }),
});

declare module '../../src/engine/matcher' {
  interface AwsMatchers<T> {
    /**
     * Passes when CloudWatch gets the metrics of the machine each minute instead of every five.
     *
     * @example await expect(instance).toHaveDetailedMonitoring();
     */
    toHaveDetailedMonitoring: Method<T, 'machine'>;
  }
}
