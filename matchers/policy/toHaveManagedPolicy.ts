import { argument, isRegExp } from '../../src/engine/argument';
import { isHandle } from '../../src/engine/handle';
import { defineMatcher, type Method, type ResourceLike } from '../../src/engine/matcher';
import { isResourceLike, resourceLike } from '../../src/engine/resource-like';
import { refersTo } from '../reference/refers-to';
import { fits, shown } from '../value/value-match';

interface PolicyNames {
  attached: { name: string; arn: string }[];
  names: readonly string[];
}

const policy = argument<ResourceLike | RegExp>(`${resourceLike.takes}, or a regular expression`, (given) =>
  isResourceLike(given) || isRegExp(given) ? given : undefined,
);

export const toHaveManagedPolicy = defineMatcher({
  facet: 'managedPolicies',
  summary: 'has the managed policy attached',
  takes: [policy],
  relate: async ({ attached }, ask, expected: ResourceLike | RegExp): Promise<PolicyNames> => ({
    attached,
    names: isRegExp(expected) ? [] : await ask.names(expected),
  }),
  check: ({ attached, names }: PolicyNames, expected: ResourceLike | RegExp) => ({
    pass: attached.some(({ name, arn }) =>
      isRegExp(expected) ? fits(expected, name) || fits(expected, arn) : refersTo(arn, names) || names.includes(name),
    ),
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
