import { defineMatcher, type Method } from '../../src/engine/matcher';

export const toRenewAutomatically = defineMatcher({
  facet: 'certificate',
  summary: 'is renewed by ACM itself',
  check: ({ renewal, usedBy }) => ({
    pass: renewal === 'ELIGIBLE',
    expected: 'ELIGIBLE',
    received: `${renewal}, used by ${usedBy.length === 0 ? 'nothing' : `${usedBy.length} resources`}`,
    advice:
      renewal === 'INELIGIBLE'
        ? 'ACM renews certificates of its own that are in use; imported ones it never renews.'
        : undefined,
  }),
});

declare module '../../src/engine/matcher' {
  interface AwsMatchers<T> {
    /**
     * Passes when ACM renews the certificate by itself, which it does for certificates of its own that something uses.
     *
     * @example await expect(certificate).toRenewAutomatically();
     */
    toRenewAutomatically: Method<T, 'certificate'>;
  }
}
