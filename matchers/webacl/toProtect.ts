import { defineMatcher, type Method, type ResourceLike } from '../../src/engine/matcher';
import { resourceLike } from '../../src/engine/resource-like';
import { isArn, refersTo } from '../reference/refers-to';

interface ProtectionFacts {
  arns: string[];
  names: readonly string[];
}

export const toProtect = defineMatcher({
  facet: 'protectedResources',
  summary: 'stands before the given resource',
  takes: [resourceLike],
  relate: async ({ arns }, ask, resource: ResourceLike): Promise<ProtectionFacts> => ({
    arns,
    names: await ask.names(resource),
  }),
  check: ({ arns, names }: ProtectionFacts, resource: ResourceLike) => ({
    pass: arns.some((arn) => refersTo(arn, names)),
    expected: names.find(isArn) ?? String(resource),
    received: arns.length === 0 ? 'it stands before nothing' : arns,
  }),
});

declare module '../../src/engine/matcher' {
  interface AwsMatchers<T> {
    /**
     * Passes when the web ACL stands before this load balancer, API stage, user pool, GraphQL API or distribution.
     *
     * @param resource the resource as a handle, an ARN or a name.
     * @example await expect(webAcl).toProtect(resource('LoadBalancerArn'));
     */
    toProtect: Method<T, 'protectedResources', [resource: ResourceLike]>;
  }
}
