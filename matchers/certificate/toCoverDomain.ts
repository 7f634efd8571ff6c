import { oneOrMany, text } from '../../src/engine/argument';
import { defineMatcher, type Method } from '../../src/engine/matcher';
import { coversDomain } from './domain';

export const toCoverDomain = defineMatcher({
  facet: 'certificate',
  summary: 'is made out to the given domain',
  takes: [oneOrMany(text)],
  check: ({ domains }, expected: string[]) => ({
    pass: expected.every((domain) => domains.some((name) => coversDomain(name, domain))),
    expected: expected.join(', '),
    received: domains.join(', '),
  }),
});

declare module '../../src/engine/matcher' {
  interface AwsMatchers<T> {
    /**
     * Passes when the certificate is made out to this domain, by name or by a wildcard, which stands for one label.
     *
     * @param domains one domain, or several which all must be covered.
     * @example await expect(certificate).toCoverDomain('www.example.com');
     */
    toCoverDomain: Method<T, 'certificate', [domains: string | string[]]>;
  }
}
