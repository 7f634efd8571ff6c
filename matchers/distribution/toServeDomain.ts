import { text } from '../../src/engine/argument';
import { defineMatcher, type Method } from '../../src/engine/matcher';
import { coversDomain } from '../certificate/domain';

export const toServeDomain = defineMatcher({
  facet: 'alternateNames',
  summary: 'answers to the given domain name',
  takes: [text],
  check: ({ names, certificateArn }, domain: string) => {
    const named = names.some((name) => coversDomain(name, domain));
    return {
      pass: named && certificateArn !== undefined,
      expected: domain,
      received: names.join(', ') || 'no name of its own',
      fault: named && certificateArn === undefined ? 'it has no certificate for names of its own' : undefined,
    };
  },
});

declare module '../../src/engine/matcher' {
  interface AwsMatchers<T> {
    /**
     * Passes when the distribution answers to this domain name: an alternate name of it (alias, CNAME), or a wildcard that covers it.
     *
     * @param domain the domain name.
     * @example await expect(distribution).toServeDomain('www.example.com');
     */
    toServeDomain: Method<T, 'alternateNames', [domain: string]>;
  }
}
