import { defineMatcher, type Method } from '../../src/engine/matcher';

export const toHaveTracing = defineMatcher({
  facet: 'tracing',
  summary: 'traces its requests with X-Ray',
  check: ({ enabled, mode }) => ({
    pass: enabled,
    expected: 'tracing on',
    received: `tracing ${enabled ? 'on' : 'off'} (${mode})`,
  }),
});

declare module '../../src/engine/matcher' {
  interface AwsMatchers<T> {
    /**
     * Passes when the resource records traces of its own (mode `Active`). `PassThrough`, which only hands on what the caller
     * traces, does not pass.
     *
     * @example await expect(fn).toHaveTracing();
     */
    toHaveTracing: Method<T, 'tracing'>;
  }
}
