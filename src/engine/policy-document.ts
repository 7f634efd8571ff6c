import type { PolicyStatement } from '../facets';
import { isRecord } from './argument';

/** A document that is no policy, with what exactly is wrong. */
export class PolicyError extends Error {
  override readonly name = 'PolicyError';
}

/**
 * The statements of a policy document with every list spelled out.
 *
 * @throws {PolicyError} when a part of it is not what a policy holds there.
 * @example statementsOf({ Statement: { Effect: 'Allow', Action: 's3:GetObject', Resource: '*' } })
 */
export function statementsOf({ Statement: statements = [] }: Record<string, unknown>): PolicyStatement[] {
  return (Array.isArray(statements) ? statements : [statements]).map(statement);
}

/**
 * The statements of a policy document, or what becomes of one that is none.
 *
 * @param otherwise gets what is wrong.
 */
export function statementsOr<Other>(
  document: Record<string, unknown>,
  otherwise: (why: string) => Other,
): PolicyStatement[] | Other {
  try {
    return statementsOf(document);
  } catch (error) {
    if (error instanceof PolicyError) return otherwise(error.message);
    throw error;
  }
}

function statement(given: unknown): PolicyStatement {
  if (!isRecord(given)) throw new PolicyError('a statement is no JSON object');
  const { Sid, Effect, Principal, NotPrincipal, Action, NotAction, Resource, NotResource, Condition } = given;
  if (Effect !== 'Allow' && Effect !== 'Deny') {
    throw new PolicyError(`a statement has the effect ${JSON.stringify(Effect)}`);
  }
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
  if (!isRecord(given)) throw new PolicyError('a principal is neither a text nor a JSON object');
  return Object.fromEntries(Object.entries(given).map(([kind, members]) => [kind, texts(members)]));
}

function conditions(given: unknown): PolicyStatement['conditions'] {
  if (given === undefined) return {};
  if (!isRecord(given)) throw new PolicyError('a condition is no JSON object');
  return Object.fromEntries(
    Object.entries(given).map(([operator, keys]) => {
      if (!isRecord(keys)) throw new PolicyError(`the condition ${operator} is no JSON object`);
      return [operator, Object.fromEntries(Object.entries(keys).map(([key, values]) => [key, texts(values)]))];
    }),
  );
}

function texts(given: unknown): string[] {
  if (given === undefined) return [];
  return (Array.isArray(given) ? given : [given]).map((member) => {
    // Conditions may hold true, 5 and "5" alike; IAM compares them as texts.
    if (typeof member === 'string' || typeof member === 'boolean' || typeof member === 'number') return String(member);
    throw new PolicyError(`${JSON.stringify(member)} stands where a text is wanted`);
  });
}
