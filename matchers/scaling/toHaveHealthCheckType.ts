import { oneOf, optional } from '../../src/engine/argument';
import { type Duration, seconds } from '../../src/engine/duration';
import { defineMatcher, type Method } from '../../src/engine/matcher';
import { options } from '../../src/engine/options-argument';
import { type Bounded, type Bounds, bounded, boundsInWords, isWithin } from '../value/bounds';

/** When checks begin. */
export interface InstanceCheckExpectation {
  /** Time that a new instance has to come up: seconds, or a duration. */
  gracePeriod?: Bounded<number | Duration>;
}

interface Wanted {
  gracePeriod?: Bounds;
}

const expectation = options<Wanted>({ gracePeriod: optional(bounded(seconds)) });

export const toHaveHealthCheckType = defineMatcher({
  facet: 'instanceHealthCheck',
  summary: 'finds unhealthy instances by the given checks',
  takes: [oneOf('EC2', 'ELB', 'EBS', 'VPC_LATTICE'), optional(expectation)],
  check: ({ types, gracePeriodInSeconds }, type: string, { gracePeriod }: Wanted = {}) => ({
    // The checks of EC2 are always on, whether they are named or not.
    pass:
      (type === 'EC2' || types.includes(type)) &&
      (gracePeriod === undefined || isWithin(gracePeriod, gracePeriodInSeconds)),
    expected: `${type}${gracePeriod ? `, after ${boundsInWords(gracePeriod, inSeconds)}` : ''}`,
    received: `${types.join(', ')}, after ${inSeconds(gracePeriodInSeconds)}`,
  }),
});

function inSeconds(amount: number): string {
  return `${amount} s`;
}

declare module '../../src/engine/matcher' {
  interface AwsMatchers<T> {
    /**
     * Passes when the Auto Scaling group replaces instances that these checks find unhealthy. The checks of EC2 are always
     * on.
     *
     * @param type `'EC2'`, `'ELB'` (the load balancer's), `'EBS'` or `'VPC_LATTICE'`.
     * @param expected `gracePeriod` that a new instance has, in seconds or as a duration; exact, or `{ atLeast, atMost }`.
     * @example await expect(group).toHaveHealthCheckType('ELB', { gracePeriod: '5m' });
     */
    toHaveHealthCheckType: Method<
      T,
      'instanceHealthCheck',
      [type: 'EC2' | 'ELB' | 'EBS' | 'VPC_LATTICE', expected?: InstanceCheckExpectation]
    >;
  }
}
