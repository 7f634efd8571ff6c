import { number, oneOf, optional, pattern } from '../../src/engine/argument';
import { defineMatcher, type Method } from '../../src/engine/matcher';
import { options } from '../../src/engine/options-argument';
import type { ScalingPolicyFacts } from '../../src/facets';
import { type Bounded, type Bounds, bounded, boundsInWords, isWithin } from '../value/bounds';
import { fits, shown } from '../value/value-match';

/** Which policy is meant; what is left out may be anything. */
export interface ScalingPolicyExpectation {
  type?: 'target tracking' | 'step' | 'simple' | 'predictive';
  /** Metric it follows, such as `ASGAverageCPUUtilization` or `ECSServiceAverageCPUUtilization`. */
  metric?: string | RegExp;
  /** Value it holds the metric at. */
  targetValue?: Bounded<number>;
  /** Change of the capacity, for a simple policy. */
  adjustment?: number;
  name?: string | RegExp;
}

interface Wanted extends Omit<ScalingPolicyExpectation, 'targetValue'> {
  targetValue?: Bounds;
}

const types = {
  'target tracking': 'TargetTrackingScaling',
  step: 'StepScaling',
  simple: 'SimpleScaling',
  predictive: 'PredictiveScaling',
} as const;

const expectation = options<Wanted>({
  type: optional(oneOf('target tracking', 'step', 'simple', 'predictive')),
  metric: optional(pattern),
  targetValue: optional(bounded(number)),
  adjustment: optional(number),
  name: optional(pattern),
});

export const toHaveScalingPolicy = defineMatcher({
  facet: 'scalingPolicies',
  summary: 'scales by the given policy',
  takes: [optional(expectation)],
  check: ({ policies }, wanted: Wanted = {}) => {
    const meant = policies.filter((policy) => isMeant(policy, wanted));
    const pass = meant.some(({ enabled }) => enabled);
    return {
      pass,
      expected: expectedInWords(wanted),
      received: policies.length === 0 ? 'no scaling policy' : policies.map(inWords),
      fault: !pass && meant[0] ? `the policy ${meant[0].name} is switched off` : undefined,
    };
  },
});

function isMeant(policy: ScalingPolicyFacts, { type, metric, targetValue, adjustment, name }: Wanted): boolean {
  return (
    (type === undefined || policy.type === types[type]) &&
    (metric === undefined || policy.metrics.some((each) => fits(metric, each))) &&
    (targetValue === undefined || (policy.targetValue !== undefined && isWithin(targetValue, policy.targetValue))) &&
    (adjustment === undefined || policy.adjustment === adjustment) &&
    (name === undefined || fits(name, policy.name))
  );
}

function expectedInWords({ type, metric, targetValue, adjustment, name }: Wanted): string {
  const words = [
    'a scaling policy',
    name !== undefined && String(shown(name)),
    type && `(${type})`,
    metric !== undefined && `by ${shown(metric)}`,
    targetValue && `at ${boundsInWords(targetValue, String)}`,
    adjustment !== undefined && `by ${adjustment}`,
  ];
  return words.filter(Boolean).join(' ');
}

function inWords({ name, type, enabled, metrics, targetValue, adjustment }: ScalingPolicyFacts): string {
  const words = [
    `${name}: ${type}`,
    metrics.length > 0 && `by ${metrics.join(', ')}`,
    targetValue !== undefined && `at ${targetValue}`,
    adjustment !== undefined && `by ${adjustment}`,
    !enabled && '(switched off)',
  ];
  return words.filter(Boolean).join(' ');
}

declare module '../../src/engine/matcher' {
  interface AwsMatchers<T> {
    /**
     * Passes when capacity follows demand by such a policy, or by any when nothing is given. A policy that is switched off
     * fails in both directions.
     *
     * @param expected any of `type` (`'target tracking'`, `'step'`, `'simple'`, `'predictive'`), `metric`, `targetValue`,
     *   `adjustment` and `name`.
     * @example await expect(group).toHaveScalingPolicy({ metric: 'ASGAverageCPUUtilization', targetValue: 70 });
     */
    toHaveScalingPolicy: Method<T, 'scalingPolicies', [expected?: ScalingPolicyExpectation]>;
  }
}
