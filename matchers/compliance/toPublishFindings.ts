import { oneOf } from '../../src/engine/argument';
import { defineMatcher, type Method } from '../../src/engine/matcher';

/** How often findings that change are published again, in the words of the API. */
export type FindingFrequency = 'FIFTEEN_MINUTES' | 'ONE_HOUR' | 'SIX_HOURS';

export const toPublishFindings = defineMatcher({
  facet: 'threatDetection',
  summary: 'publishes findings as often as given',
  takes: [oneOf('FIFTEEN_MINUTES', 'ONE_HOUR', 'SIX_HOURS')],
  check: ({ publishingFrequency, enabled }, expected: FindingFrequency) => ({
    pass: publishingFrequency === expected,
    expected,
    received: publishingFrequency,
    fault: enabled ? undefined : 'the detector itself is switched off',
  }),
});

declare module '../../src/engine/matcher' {
  interface AwsMatchers<T> {
    /**
     * Passes when the GuardDuty detector publishes updated findings this often.
     *
     * @param frequency in the words of the API.
     * @example await expect(detector).toPublishFindings('FIFTEEN_MINUTES');
     */
    toPublishFindings: Method<T, 'threatDetection', [frequency: FindingFrequency]>;
  }
}
