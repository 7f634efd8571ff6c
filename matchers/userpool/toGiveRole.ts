import { oneOf, optional } from '../../src/engine/argument';
import { defineMatcher, type Method, type ResourceLike } from '../../src/engine/matcher';
import { options } from '../../src/engine/options-argument';
import { resourceLike } from '../../src/engine/resource-like';
import type { IdentityAccess } from '../../src/facets';
import { isArn, refersTo } from '../reference/refers-to';

/** Who gets the role. */
export interface GivenRoleExpectation {
  /** `users` who signed in, unless told; or `guests`. */
  to?: 'users' | 'guests';
}

interface GivenRoleFacts extends IdentityAccess {
  names: readonly string[];
}

export const toGiveRole = defineMatcher({
  facet: 'identityAccess',
  summary: 'gives the given role to its people',
  takes: [resourceLike, optional(options<GivenRoleExpectation>({ to: optional(oneOf('users', 'guests')) }))],
  relate: async (access, ask, role: ResourceLike): Promise<GivenRoleFacts> => ({
    ...access,
    names: await ask.names(role),
  }),
  check: (access: GivenRoleFacts, role: ResourceLike, { to = 'users' }: GivenRoleExpectation = {}) => {
    const given = to === 'users' ? access.authenticatedRole : access.unauthenticatedRole;
    return {
      pass: given !== undefined && refersTo(given, access.names),
      expected: `${to}: ${access.names.find(isArn) ?? role}`,
      received: `${to}: ${given ?? 'no role'}`,
    };
  },
});

declare module '../../src/engine/matcher' {
  interface AwsMatchers<T> {
    /**
     * Passes when the identity pool gives this role to people who signed in, or to guests.
     *
     * @param role the role as a handle, an ARN or a name.
     * @param expected to whom; `users` who signed in when left out.
     * @example await expect(identityPool).toGiveRole(resource('UserRoleArn'));
     */
    toGiveRole: Method<T, 'identityAccess', [role: ResourceLike, expected?: GivenRoleExpectation]>;
  }
}
