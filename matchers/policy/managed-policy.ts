import { argument, isRegExp } from '../../src/engine/argument';
import type { ResourceLike } from '../../src/engine/matcher';
import { isResourceLike, resourceLike } from '../../src/engine/resource-like';
import { refersTo } from '../reference/refers-to';
import { fits } from '../value/value-match';

/** A managed policy that is asked for, with every name it is known by; a RegExp has none. */
export interface WantedPolicy {
  policy: ResourceLike | RegExp;
  names: readonly string[];
}

/** A managed policy as a person has it at hand. */
export const managedPolicy = argument<ResourceLike | RegExp>(
  `${resourceLike.takes}, or a regular expression`,
  (given) => (isResourceLike(given) || isRegExp(given) ? given : undefined),
);

/** Whether an attached policy is the one that is asked for. */
export function isMeantPolicy({ policy, names }: WantedPolicy, { name, arn }: { name: string; arn: string }): boolean {
  return isRegExp(policy) ? fits(policy, name) || fits(policy, arn) : refersTo(arn, names) || names.includes(name);
}
