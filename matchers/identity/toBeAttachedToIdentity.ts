import { optional } from '../../src/engine/argument';
import { isHandle } from '../../src/engine/handle';
import { defineMatcher, type Method, type ResourceLike } from '../../src/engine/matcher';
import { resourceLike } from '../../src/engine/resource-like';
import { isArn } from '../reference/refers-to';

interface AttachmentFacts {
  /** Such as `role/orders`. */
  attached: string[];
  names: readonly string[];
}

export const toBeAttachedToIdentity = defineMatcher({
  facet: 'policyAttachment',
  summary: 'is attached to a role, a user or a group',
  takes: [optional(resourceLike)],
  relate: async ({ roles, users, groups }, ask, identity?: ResourceLike): Promise<AttachmentFacts> => ({
    attached: [
      ...roles.map((name) => `role/${name}`),
      ...users.map((name) => `user/${name}`),
      ...groups.map((name) => `group/${name}`),
    ],
    names: identity === undefined ? [] : await ask.names(identity),
  }),
  check: ({ attached, names }: AttachmentFacts, identity?: ResourceLike) => ({
    pass: identity === undefined ? attached.length > 0 : attached.some((each) => isMeant(each, names)),
    expected: identity === undefined ? 'at least one role, user or group' : isHandle(identity) ? names[0] : identity,
    received: attached.join(', ') || 'attached to nothing',
  }),
});

/** A path stands between kind and name in an ARN: `role/service-role/orders`. */
function isMeant(attached: string, names: readonly string[]): boolean {
  const [kind = '', name = ''] = attached.split('/');
  const arn = names.find(isArn);
  if (arn === undefined) return names.includes(name) || names.includes(attached);
  const resource = arn.slice(arn.lastIndexOf(':') + 1);
  return resource.startsWith(`${kind}/`) && resource.endsWith(`/${name}`);
}

declare module '../../src/engine/matcher' {
  interface AwsMatchers<T> {
    /**
     * Passes when the managed policy is attached to this role, user or group.
     *
     * @param identity the role, user or group by name, ARN or handle; any when left out.
     * @example await expect(policy).toBeAttachedToIdentity(resource('ApiRoleArn'));
     */
    toBeAttachedToIdentity: Method<T, 'policyAttachment', [identity?: ResourceLike]>;
  }
}
