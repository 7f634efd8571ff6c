import { isRegExp } from '../../src/engine/argument';
import { isHandle } from '../../src/engine/handle';
import { defineMatcher, type Method, type ResourceLike } from '../../src/engine/matcher';
import { shown } from '../value/value-match';
import { isMeantPolicy, managedPolicy } from './managed-policy';

interface PolicyNames {
  attached: { name: string; arn: string }[];
  names: readonly string[];
}

export const toHaveManagedPolicy = defineMatcher({
  facet: 'managedPolicies',
  summary: 'has the managed policy attached',
  takes: [managedPolicy],
  relate: async ({ attached }, ask, expected: ResourceLike | RegExp): Promise<PolicyNames> => ({
    attached,
    names: isRegExp(expected) ? [] : await ask.names(expected),
  }),
  check: ({ attached, names }: PolicyNames, expected: ResourceLike | RegExp) => ({
    pass: attached.some((each) => isMeantPolicy({ policy: expected, names }, each)),
    expected: isHandle(expected) ? (names[0] ?? String(expected)) : shown(expected),
    received: attached.map(({ arn }) => arn).join(', ') || 'no managed policy',
  }),
});

declare module '../../src/engine/matcher' {
  interface AwsMatchers<T> {
    /**
     * Passes when this managed policy is attached. Inline policies are not looked at.
     *
     * @param policy the policy by name, with or without its path (`service-role/AWSLambdaRole`), ARN or handle; a RegExp is
     *   tried on names and ARNs.
     * @example await expect(role).toHaveManagedPolicy('AWSLambdaVPCAccessExecutionRole');
     * @example await expect(role).not.toHaveManagedPolicy(/AdministratorAccess|PowerUserAccess/);
     */
    toHaveManagedPolicy: Method<T, 'managedPolicies', [policy: ResourceLike | RegExp]>;
  }
}
