import { isRecord } from '../../engine/argument';
import { statementsOr } from '../../engine/policy-document';
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
  return statementsOr(policyDocument(document), (why) => {
    throw unreadable(why);
  });
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

function unreadable(why: string): Error {
  return undetermined('broken answer', `AWS answered with a policy document that cannot be read: ${why}`, {
    advice: 'Look at the policy in the console: nothing can be said about what it allows until it is valid.',
  });
}
