import { optional } from '../../src/engine/argument';
import { defineMatcher, type Method, type ResourceLike } from '../../src/engine/matcher';
import { resourceLike } from '../../src/engine/resource-like';
import { isArn, refersTo } from '../reference/refers-to';

interface WebAclFacts {
  arn?: string;
  names?: readonly string[];
}

export const toHaveWebAcl = defineMatcher({
  facet: 'attachedWebAcl',
  summary: 'has a web ACL before it',
  takes: [optional(resourceLike)],
  relate: async ({ arn }, ask, acl?: ResourceLike): Promise<WebAclFacts> => ({
    arn,
    names: acl === undefined ? undefined : await ask.names(acl),
  }),
  check: ({ arn, names }: WebAclFacts, acl?: ResourceLike) => ({
    pass: arn !== undefined && (names === undefined || refersTo(arn, names) || isCalled(arn, names)),
    expected: names?.find(isArn) ?? (acl === undefined ? 'a web ACL' : String(acl)),
    received: arn ?? 'no web ACL',
  }),
});

/** The name of a web ACL stands before the id at the end of its ARN. */
function isCalled(arn: string, names: readonly string[]): boolean {
  const name = /\/webacl\/([^/]+)\//.exec(arn)?.[1];
  return name !== undefined && !names.some(isArn) && names.includes(name);
}

declare module '../../src/engine/matcher' {
  interface AwsMatchers<T> {
    /**
     * Passes when this web ACL of WAF stands before the distribution or API; any when none is given.
     *
     * @param acl the web ACL as a handle, an ARN, an id or a name.
     * @example await expect(distribution).toHaveWebAcl(resource('WebAclArn'));
     */
    toHaveWebAcl: Method<T, 'attachedWebAcl', [acl?: ResourceLike]>;
  }
}
