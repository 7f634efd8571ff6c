import { count } from '../../src/engine/argument';
import { defineMatcher, type Method } from '../../src/engine/matcher';
import { type Bounded, type Bounds, bounded, boundsInWords, isWithin } from '../value/bounds';

export const toHaveSubnetCount = defineMatcher({
  facet: 'vpcSubnets',
  summary: 'has the given number of subnets',
  takes: [bounded(count)],
  check: ({ subnetIds }, expected: Bounds) => ({
    pass: isWithin(expected, subnetIds.length),
    expected: `${boundsInWords(expected, String)} subnets`,
    received: `${subnetIds.length} subnets${subnetIds.length > 0 ? `: ${subnetIds.join(', ')}` : ''}`,
  }),
});

declare module '../../src/engine/matcher' {
  interface AwsMatchers<T> {
    /**
     * Passes when the VPC has so many subnets, those of other stacks included. A plain number is exact; `{ atLeast, atMost }`
     * are limits.
     *
     * @param count how many subnets.
     * @example await expect(vpc).toHaveSubnetCount({ atLeast: 4 });
     */
    toHaveSubnetCount: Method<T, 'vpcSubnets', [count: Bounded<number>]>;
  }
}
