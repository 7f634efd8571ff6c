import { optional } from '../../src/engine/argument';
import { defineMatcher, type Method, type ResourceLike } from '../../src/engine/matcher';
import { resourceLike } from '../../src/engine/resource-like';
import { refersTo } from '../reference/refers-to';

interface ProfileFacts {
  profile?: string;
  names?: readonly string[];
}

export const toHaveInstanceProfile = defineMatcher({
  facet: 'instanceProfile',
  summary: 'has an instance profile',
  takes: [optional(resourceLike)],
  relate: async ({ profile }, ask, wanted?: ResourceLike): Promise<ProfileFacts> => ({
    profile,
    names: wanted === undefined ? undefined : await ask.names(wanted),
  }),
  check: ({ profile, names }: ProfileFacts, wanted?: ResourceLike) => ({
    pass: profile !== undefined && (names === undefined || refersTo(profile, names)),
    expected: wanted === undefined ? 'an instance profile' : `the instance profile ${wanted}`,
    received: profile ?? 'no instance profile',
  }),
});

declare module '../../src/engine/matcher' {
  interface AwsMatchers<T> {
    /**
     * Passes when the machine has this instance profile, or any when none is given. An instance profile holds a role and is
     * not the role: give its own ARN or name, which are often alike.
     *
     * @param profile the instance profile: a handle, an ARN or a name.
     * @example await expect(instance).toHaveInstanceProfile(resource('InstanceProfileArn'));
     */
    toHaveInstanceProfile: Method<T, 'instanceProfile', [profile?: ResourceLike]>;
  }
}
