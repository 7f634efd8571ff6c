import { defineMatcher, type Method, type ResourceLike } from '../../src/engine/matcher';
import { resourceLike } from '../../src/engine/resource-like';
import { refersTo } from '../reference/refers-to';

interface MemberFacts {
  users: string[];
  names: readonly string[];
}

export const toHaveMember = defineMatcher({
  facet: 'membership',
  summary: 'has the user in it',
  takes: [resourceLike],
  relate: async ({ users }, ask, user: ResourceLike): Promise<MemberFacts> => ({ users, names: await ask.names(user) }),
  check: ({ users, names }: MemberFacts, user: ResourceLike) => ({
    pass: users.some((each) => refersTo(each, names)),
    expected: names[0] ?? String(user),
    received: users.join(', ') || 'no user',
  }),
});

declare module '../../src/engine/matcher' {
  interface AwsMatchers<T> {
    /**
     * Passes when this user is in the group.
     *
     * @param user the user by name, ARN or handle.
     * @example await expect(group).toHaveMember('deploy-bot');
     */
    toHaveMember: Method<T, 'membership', [user: ResourceLike]>;
  }
}
