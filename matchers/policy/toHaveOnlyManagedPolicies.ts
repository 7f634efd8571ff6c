import { isRegExp } from '../../src/engine/argument';
import { defineMatcher, type Method, type ResourceLike } from '../../src/engine/matcher';
import { compareExactly, judgeExactly } from '../value/exact-set';
import { listOf } from '../value/list-argument';
import { isMeantPolicy, managedPolicy, type WantedPolicy } from './managed-policy';

interface PolicyFacts {
  attached: { name: string; arn: string }[];
  wanted: WantedPolicy[];
}

export const toHaveOnlyManagedPolicies = defineMatcher({
  facet: 'managedPolicies',
  summary: 'has the given managed policies attached and no others',
  takes: [listOf(managedPolicy)],
  relate: async ({ attached }, ask, expected: (ResourceLike | RegExp)[]): Promise<PolicyFacts> => ({
    attached,
    wanted: await Promise.all(
      expected.map(async (policy) => ({ policy, names: isRegExp(policy) ? [] : await ask.names(policy) })),
    ),
  }),
  check: ({ attached, wanted }: PolicyFacts, _expected: (ResourceLike | RegExp)[]) =>
    judgeExactly(
      compareExactly(attached, wanted, isMeantPolicy, {
        item: ({ arn }) => arn,
        wish: ({ policy, names }) => names[0] ?? String(policy),
      }),
      'no managed policy',
    ),
});

declare module '../../src/engine/matcher' {
  interface AwsMatchers<T> {
    /**
     * Passes when exactly these managed policies are attached. Inline policies and the permissions boundary are not
     * looked at.
     *
     * @param policies a list of names, ARNs, handles or RegExps; `[]` for none.
     * @example await expect(role).toHaveOnlyManagedPolicies(['AWSLambdaVPCAccessExecutionRole']);
     */
    toHaveOnlyManagedPolicies: Method<T, 'managedPolicies', [policies: (ResourceLike | RegExp)[]]>;
  }
}
