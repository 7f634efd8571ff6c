import { count, oneOf, optional, pattern, text } from '../../src/engine/argument';
import { defineMatcher, type Method } from '../../src/engine/matcher';
import { options } from '../../src/engine/options-argument';
import { fits, shown } from '../value/value-match';

/** What a health check looks at. */
export interface ProbeExpectation {
  type?: 'HTTP' | 'HTTPS' | 'TCP' | 'HTTP_STR_MATCH' | 'HTTPS_STR_MATCH';
  /** Host name or address. */
  host?: string | RegExp;
  port?: number;
  path?: string;
  /** Failures in a row after which it is unhealthy. */
  failureThreshold?: number;
}

export const toProbe = defineMatcher({
  facet: 'healthProbe',
  summary: 'looks at the given endpoint',
  takes: [
    options<ProbeExpectation>({
      type: optional(oneOf('HTTP', 'HTTPS', 'TCP', 'HTTP_STR_MATCH', 'HTTPS_STR_MATCH')),
      host: optional(pattern),
      port: optional(count),
      path: optional(text),
      failureThreshold: optional(count),
    }),
  ],
  check: (probe, expected: ProbeExpectation) => {
    const asked = Object.entries(expected);
    const received: Record<string, unknown> = { ...probe };
    return {
      pass: asked.every(([name, wanted]) => fits(wanted, received[name])),
      expected: asked.map(([name, wanted]) => `${name} ${shown(wanted)}`).join(', ') || 'an endpoint',
      received: Object.entries(probe)
        .filter(([, value]) => value !== undefined)
        .map(([name, value]) => `${name} ${value}`)
        .join(', '),
    };
  },
});

declare module '../../src/engine/matcher' {
  interface AwsMatchers<T> {
    /**
     * Passes when the health check looks at this endpoint; what is left out does not matter.
     *
     * @param expected `type`, `host`, `port`, `path`, `failureThreshold`.
     * @example await expect(healthCheck).toProbe({ type: 'HTTPS', path: '/health' });
     */
    toProbe: Method<T, 'healthProbe', [expected: ProbeExpectation]>;
  }
}
