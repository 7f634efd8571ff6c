import { defineMatcher, type Method } from '../../src/engine/matcher';
import { cidr } from './cidr-argument';
import { isSameRange, parseCidr } from './cidr-range';

export const toHaveCidr = defineMatcher({
  facet: 'cidr',
  summary: 'has the given range of addresses',
  takes: [cidr],
  check: ({ blocks }, expected: string) => ({
    pass: blocks.some((block) => isSameRange(parseCidr(block), parseCidr(expected))),
    expected,
    received: blocks.join(', ') || 'no range of addresses',
  }),
});

declare module '../../src/engine/matcher' {
  interface AwsMatchers<T> {
    /**
     * Passes when one of the ranges of the VPC or subnet is this one, IPv4 or IPv6. The range is compared as a whole, not
     * what it contains; spellings of an IPv6 range do not matter.
     *
     * @param cidr the range, such as `10.0.0.0/16`.
     * @example await expect(vpc).toHaveCidr('10.0.0.0/16');
     */
    toHaveCidr: Method<T, 'cidr', [cidr: string]>;
  }
}
