import { defineMatcher, type Method, type ResourceLike } from '../../src/engine/matcher';
import { resourceLike } from '../../src/engine/resource-like';
import { refersTo } from '../reference/refers-to';

interface MemberFacts {
  groups: string[];
  names: readonly string[];
}

export const toBelongToGroup = defineMatcher({
  facet: 'membership',
  summary: 'is in the group',
  takes: [resourceLike],
  relate: async ({ groups }, ask, group: ResourceLike): Promise<MemberFacts> => ({
    groups,
    names: await ask.names(group),
  }),
  check: ({ groups, names }: MemberFacts, group: ResourceLike) => ({
    pass: groups.some((each) => refersTo(each, names)),
    expected: names[0] ?? String(group),
    received: groups.join(', ') || 'no group',
  }),
});

declare module '../../src/engine/matcher' {
  interface AwsMatchers<T> {
    /**
     * Passes when the user is in this group.
     *
     * @param group the group by name, ARN or handle.
     * @example await expect(user).toBelongToGroup('developers');
     */
    toBelongToGroup: Method<T, 'membership', [group: ResourceLike]>;
  }
}
