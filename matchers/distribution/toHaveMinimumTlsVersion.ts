import { argument } from '../../src/engine/argument';
import { defineMatcher, type Method } from '../../src/engine/matcher';

const version = argument<string | number, string>("a version of TLS such as '1.2'", (given) => {
  if (typeof given !== 'string' && typeof given !== 'number') return undefined;
  const text = typeof given === 'number' ? given.toFixed(1) : given;
  return /^(?:TLS\s?v?)?(1\.[0-3])$/i.exec(text)?.[1];
});

export const toHaveMinimumTlsVersion = defineMatcher({
  facet: 'minimumTls',
  summary: 'takes no TLS below the given version',
  takes: [version],
  check: ({ version: received, policy }, expected: string) => ({
    pass: Number(received) >= Number(expected),
    expected: `TLS ${expected} or later`,
    received: `TLS ${received} or later (${policy})`,
    fault: Number.isNaN(Number(received)) ? `the policy ${policy} is no policy of TLS` : undefined,
  }),
});

declare module '../../src/engine/matcher' {
  interface AwsMatchers<T> {
    /**
     * Passes when visitors need at least this version of TLS.
     *
     * @param version `'1.2'`, or `'TLSv1.2'`.
     * @example await expect(distribution).toHaveMinimumTlsVersion('1.2');
     */
    toHaveMinimumTlsVersion: Method<T, 'minimumTls', [version: string | number]>;
  }
}
