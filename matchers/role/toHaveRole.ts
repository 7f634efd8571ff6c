import { optional } from '../../src/engine/argument';
import { defineMatcher, type Method, type ResourceLike } from '../../src/engine/matcher';
import { resourceLike } from '../../src/engine/resource-like';
import { isArn, refersTo } from '../reference/refers-to';

interface RoleFacts {
  arn?: string;
  names?: readonly string[];
}

export const toHaveRole = defineMatcher({
  facet: 'executionRole',
  summary: 'acts with the given role',
  takes: [optional(resourceLike)],
  relate: async ({ arn }, ask, role?: ResourceLike): Promise<RoleFacts> => ({
    arn,
    names: role === undefined ? undefined : await ask.names(role),
  }),
  check: ({ arn, names }: RoleFacts, role?: ResourceLike) => ({
    pass: arn !== undefined && (names === undefined || refersTo(arn, names)),
    expected: names?.find(isArn) ?? (role === undefined ? 'a role' : String(role)),
    received: arn ?? 'no role',
  }),
});

declare module '../../src/engine/matcher' {
  interface AwsMatchers<T> {
    /**
     * Passes when the resource acts with this IAM role; with any when none is given.
     *
     * @param role the role as a handle, an ARN or a name.
     * @example await expect(fn).toHaveRole(resource('ProcessorRoleArn'));
     */
    toHaveRole: Method<T, 'executionRole', [role?: ResourceLike]>;
  }
}
