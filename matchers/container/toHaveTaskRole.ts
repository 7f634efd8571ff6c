import { optional } from '../../src/engine/argument';
import { defineMatcher, type Method, type ResourceLike } from '../../src/engine/matcher';
import { resourceLike } from '../../src/engine/resource-like';
import type { TaskRoles } from '../../src/facets';
import { refersTo } from '../reference/refers-to';

interface RoleFacts extends TaskRoles {
  names?: string[];
}

export const toHaveTaskRole = defineMatcher({
  facet: 'taskRoles',
  summary: 'gives its code a role',
  takes: [optional(resourceLike)],
  relate: async (roles, ask, role?: ResourceLike): Promise<RoleFacts> => ({
    ...roles,
    ...(role !== undefined && { names: await ask.names(role) }),
  }),
  check: ({ taskRoleArn: held, names }: RoleFacts, _?: ResourceLike) => ({
    pass: held !== undefined && (names === undefined || refersTo(held, names)),
    expected: names?.[0] ?? 'a role',
    received: held ?? 'no role',
  }),
});

declare module '../../src/engine/matcher' {
  interface AwsMatchers<T> {
    /**
     * Passes when code runs with this role (`taskRoleArn`).
     *
     * @param role handle, name or ARN; any role when left out.
     * @example await expect(task).toHaveTaskRole(resource('TaskRoleArn'));
     */
    toHaveTaskRole: Method<T, 'taskRoles', [role?: ResourceLike]>;
  }
}
