import { argument, refuse } from '../../src/engine/argument';
import { defineMatcher, type Method } from '../../src/engine/matcher';
import { type CidrRange, parseCidr } from './cidr-range';

const cidr = argument<string>("a range of addresses such as '10.0.0.0/16'", (given) => {
  if (typeof given !== 'string') return undefined;
  if (parseCidr(given)) return given;
  return given.includes('/') ? refuse('it is no range of addresses') : refuse('it has no prefix length such as /16');
});

export const toHaveCidr = defineMatcher({
  facet: 'cidr',
  summary: 'has the given range of addresses',
  takes: [cidr],
  check: ({ blocks }, expected: string) => ({
    pass: blocks.some((block) => isSame(parseCidr(block), parseCidr(expected))),
    expected,
    received: blocks.join(', ') || 'no range of addresses',
  }),
});

function isSame(one: CidrRange | undefined, other: CidrRange | undefined): boolean {
  return (
    one !== undefined &&
    one.family === other?.family &&
    one.first === other.first &&
    one.prefixLength === other.prefixLength
  );
}

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
