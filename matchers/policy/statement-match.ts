import type { PolicyStatement } from '../../src/facets';
import { arnParts, covers, overlaps } from '../pattern/wildcard';

/** The name of a statement in a message. */
export function nameOf({ sid, effect, actions }: PolicyStatement): string {
  return sid ? `the statement '${sid}'` : `the ${effect} statement on ${actions.slice(0, 3).join(', ')}`;
}

/**
 * Whether a statement speaks of an action. An Allow must cover all of it; a Deny that touches a part of it counts.
 *
 * @param asked an action such as `kms:Decrypt`, or a pattern such as `kms:GenerateDataKey*`.
 */
export function speaksOfAction({ effect, actions, notAction }: PolicyStatement, asked: string): boolean {
  const action = asked.toLowerCase();
  const patterns = actions.map((each) => each.toLowerCase());
  if (!notAction) return patterns.some((each) => (effect === 'Allow' ? covers : overlaps)(each, action));
  return effect === 'Allow'
    ? !patterns.some((each) => overlaps(each, action))
    : !patterns.some((each) => covers(each, action));
}

/** Whether a statement speaks of the resource that holds the policy, or of what is in it. */
export function speaksOfResource({ resources, notResource }: PolicyStatement, arn: string, action: string): boolean {
  // Trust policies and key policies may leave the resource out: they speak of the one they are attached to.
  if (resources.length === 0) return true;
  const target = targetOf(arn, action);
  return notResource
    ? !resources.some((each) => covers(each, target))
    : resources.some((each) => overlaps(each, target));
}

/** Actions on objects of a bucket name what is in it; all others name the resource itself. */
function targetOf(arn: string, action: string): string {
  const [, , service] = arnParts(arn);
  return service === 's3' && /^s3:.*(object|multipart)/i.test(action) ? `${arn}/*` : arn;
}

/** Whether a statement speaks of everybody, without any exception. */
export function isForEverybody({ principals, notPrincipal }: PolicyStatement): boolean {
  return !notPrincipal && (principals.AWS ?? []).concat(principals['*'] ?? []).includes('*');
}

/** Whether a statement speaks of one of these service principals, such as `logs.eu-west-1.amazonaws.com`. */
export function speaksOfService(statement: PolicyStatement, names: readonly string[]): boolean {
  const listed = statement.principals.Service ?? [];
  const named = listed.includes('*') || names.some((name) => listed.includes(name));
  return statement.notPrincipal ? !named : named || isForEverybody(statement);
}
