import { optional } from '../../src/engine/argument';
import { isHandle } from '../../src/engine/handle';
import { defineMatcher, type Method, type ResourceLike } from '../../src/engine/matcher';
import { resourceLike } from '../../src/engine/resource-like';
import { refersTo } from '../reference/refers-to';

interface BoundaryFacts {
  arn?: string;
  /** By what the wanted policy is known; empty for any. */
  names: readonly string[];
}

export const toHavePermissionsBoundary = defineMatcher({
  facet: 'permissionsBoundary',
  summary: 'is limited by the permissions boundary',
  takes: [optional(resourceLike)],
  relate: async ({ arn }, ask, policy?: ResourceLike): Promise<BoundaryFacts> => ({
    ...(arn !== undefined && { arn }),
    names: policy === undefined ? [] : await ask.names(policy),
  }),
  check: ({ arn, names }: BoundaryFacts, policy?: ResourceLike) => ({
    pass: arn !== undefined && (policy === undefined || refersTo(arn, names)),
    expected:
      policy === undefined ? 'a permissions boundary' : isHandle(policy) ? (names[0] ?? String(policy)) : policy,
    received: arn ?? 'no permissions boundary',
  }),
});

declare module '../../src/engine/matcher' {
  interface AwsMatchers<T> {
    /**
     * Passes when this managed policy is the permissions boundary of the role or user.
     *
     * @param policy the policy by name, ARN or handle; any boundary when left out.
     * @example await expect(role).toHavePermissionsBoundary('developer-boundary');
     */
    toHavePermissionsBoundary: Method<T, 'permissionsBoundary', [policy?: ResourceLike]>;
  }
}
