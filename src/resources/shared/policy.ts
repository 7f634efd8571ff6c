import { isRecord } from '../../engine/argument';
import { undetermined } from '../../engine/unjudged';
import type { PolicyStatement, ResourcePolicy } from '../../facets';
import { regionAndAccount } from './arn';

/**
 * Reads a policy document as the APIs return it, URL-encoded (IAM) or plain, into statements with every list spelled
 * out. No document is no statement.
 *
 * @throws {Unjudged} undetermined, when the text is no policy.
 * @example policyStatements(role.AssumeRolePolicyDocument)
 */
export function policyStatements(document: string | undefined): PolicyStatement[] {
  if (!document) return [];
  const { Statement: statements = [] } = policyDocument(document);
  return (Array.isArray(statements) ? statements : [statements]).map(statement);
}

/**
 * Reads the text of a policy document into its JSON.
 *
 * @throws {Unjudged} undetermined, when the text is no JSON object.
 */
export function policyDocument(document: string): Record<string, unknown> {
  const parsed = parseOrRefuse(document);
  if (!isRecord(parsed)) throw unreadable('it is no JSON object');
  return parsed;
}

/**
 * The facet of a policy that is attached to the resource of this ARN.
 *
 * @param arn ARN of the resource, which gives region and account.
 * @param document the policy, or nothing where none is attached.
 */
export function attachedPolicy(arn: string, document: string | undefined): ResourcePolicy {
  return { arn, ...regionAndAccount(arn), statements: policyStatements(document) };
}

function parseOrRefuse(document: string): unknown {
  try {
    return JSON.parse(document.trimStart().startsWith('%') ? decodeURIComponent(document) : document);
  } catch (error) {
    // JSON.parse and decodeURIComponent throw nothing but these two.
    if (error instanceof SyntaxError || error instanceof URIError) throw unreadable(error.message);
    throw error;
  }
}

function statement(given: unknown): PolicyStatement {
  if (!isRecord(given)) throw unreadable('a statement is no JSON object');
  const { Sid, Effect, Principal, NotPrincipal, Action, NotAction, Resource, NotResource, Condition } = given;
  if (Effect !== 'Allow' && Effect !== 'Deny') throw unreadable(`a statement has the effect ${JSON.stringify(Effect)}`);
  return {
    ...(typeof Sid === 'string' && { sid: Sid }),
    effect: Effect,
    principals: principals(Principal ?? NotPrincipal),
    notPrincipal: NotPrincipal !== undefined,
    actions: texts(Action ?? NotAction),
    notAction: NotAction !== undefined,
    resources: texts(Resource ?? NotResource),
    notResource: NotResource !== undefined,
    conditions: conditions(Condition),
  };
}

function principals(given: unknown): Record<string, string[]> {
  if (given === undefined) return {};
  // "*" and { "AWS": "*" } mean the same in every policy.
  if (typeof given === 'string') return { AWS: [given] };
  if (!isRecord(given)) throw unreadable('a principal is neither a text nor a JSON object');
  return Object.fromEntries(Object.entries(given).map(([kind, members]) => [kind, texts(members)]));
}

function conditions(given: unknown): PolicyStatement['conditions'] {
  if (given === undefined) return {};
  if (!isRecord(given)) throw unreadable('a condition is no JSON object');
  return Object.fromEntries(
    Object.entries(given).map(([operator, keys]) => {
      if (!isRecord(keys)) throw unreadable(`the condition ${operator} is no JSON object`);
      return [operator, Object.fromEntries(Object.entries(keys).map(([key, values]) => [key, texts(values)]))];
    }),
  );
}

function texts(given: unknown): string[] {
  if (given === undefined) return [];
  return (Array.isArray(given) ? given : [given]).map((member) => {
    // Conditions may hold true, 5 and "5" alike; IAM compares them as texts.
    if (typeof member === 'string' || typeof member === 'boolean' || typeof member === 'number') return String(member);
    throw unreadable(`${JSON.stringify(member)} stands where a text is wanted`);
  });
}

function unreadable(why: string): Error {
  return undetermined('broken answer', `AWS answered with a policy document that cannot be read: ${why}`, {
    advice: 'Look at the policy in the console: nothing can be said about what it allows until it is valid.',
  });
}
