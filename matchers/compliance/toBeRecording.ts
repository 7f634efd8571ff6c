import { defineMatcher, type Method } from '../../src/engine/matcher';

export const toBeRecording = defineMatcher({
  facet: 'recording',
  summary: 'writes down changes of resources',
  check: ({ recording, lastStatus, error }) => ({
    pass: recording,
    expected: 'recording',
    received: recording ? `recording${lastStatus ? ` (${lastStatus})` : ''}` : 'stopped',
    fault:
      recording && lastStatus?.toUpperCase() === 'FAILURE'
        ? `it is on, but its latest delivery failed${error ? `: ${error}` : ''}`
        : undefined,
  }),
});

declare module '../../src/engine/matcher' {
  interface AwsMatchers<T> {
    /**
     * Passes when the AWS Config recorder is switched on. A recorder that is on and whose latest delivery failed fails in
     * both directions.
     *
     * @example await expect(recorder).toBeRecording();
     */
    toBeRecording: Method<T, 'recording'>;
  }
}
