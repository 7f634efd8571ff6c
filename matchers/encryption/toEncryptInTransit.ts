import { defineMatcher, type Method } from '../../src/engine/matcher';

export const toEncryptInTransit = defineMatcher({
  facet: 'transitEncryption',
  summary: 'takes encrypted connections only',
  check: ({ enforced, offered, detail }) => ({
    pass: enforced,
    expected: 'encrypted connections only',
    received: `${enforced ? 'encrypted connections only' : offered ? 'connections in the clear are taken as well' : 'no encryption in transit'} (${detail})`,
  }),
});

declare module '../../src/engine/matcher' {
  interface AwsMatchers<T> {
    /**
     * Passes when nobody can connect in the clear. That TLS is possible is not enough: `preferred` of a cache, `TLS_PLAINTEXT`
     * of a broker cluster and a database without `rds.force_ssl` or `require_secure_transport` fail.
     *
     * @example await expect(cache).toEncryptInTransit();
     */
    toEncryptInTransit: Method<T, 'transitEncryption'>;
  }
}
