import type { PolicyStatement } from '../../src/facets';
import { arnParts, covers, overlaps } from '../pattern/wildcard';
import { judgeConditions, type RequestContext } from './condition';
import { nameOf } from './statement-match';

/** How far something is allowed: all of what was asked, a part of it, nothing, or it hangs on a condition. */
export type Extent = 'all' | 'part' | 'none' | 'unclear';

/** What an identity's policies say of one action on one resource. */
export interface Permission {
  extent: Extent;
  because: string;
}

/** What somebody wants to do. */
export interface PermissionRequest {
  /** Such as `s3:GetObject`, or a pattern such as `s3:*`. */
  action: string;
  /** ARN, or a pattern of one. */
  resource: string;
  context: RequestContext;
}

type Statement = PolicyStatement & { policy?: string };

/** Whether policies allow an action on a resource: explicit Deny first, then any Allow, and within the boundary. */
export function judgePermission(
  statements: readonly Statement[],
  boundary: readonly Statement[] | undefined,
  request: PermissionRequest,
): Permission {
  const own = evaluate(statements, request);
  if (own.extent === 'none' || boundary === undefined) return own;
  const limit = evaluate(boundary, request);
  if (limit.extent === 'all') return own;
  return { extent: limit.extent, because: `within the permissions boundary, ${limit.because}` };
}

/**
 * The resources that any statement allows an action on, so that "anywhere at all" can be asked.
 *
 * @param action such as `s3:GetObject`.
 */
export function allowedPlaces(statements: readonly Statement[], action: string): string[] {
  const places = statements
    .filter((each) => each.effect === 'Allow' && extentOfAction(each, action) !== 'none')
    .flatMap((each) => (each.notResource ? ['*'] : each.resources));
  return [...new Set(places)];
}

function evaluate(statements: readonly Statement[], request: PermissionRequest): Permission {
  const speaking = statements
    .map((statement) => ({ statement, ...extentOf(statement, request) }))
    .filter(({ extent }) => extent !== 'none');
  const allows = speaking.filter(({ statement }) => statement.effect === 'Allow');
  const denies = speaking.filter(({ statement }) => statement.effect === 'Deny');
  const allow = allows.find(({ extent }) => extent === 'all') ?? allows[0];
  if (!allow) return { extent: 'none', because: 'no statement allows it' };
  const denied = denies.find(({ extent }) => extent === 'all');
  if (denied) return { extent: 'none', because: `${inWords(denied.statement)} denies it` };
  const [deny] = denies;
  if (allow.extent === 'all' && deny) {
    return { extent: deny.extent, because: `${inWords(deny.statement)} denies it ${deny.under}` };
  }
  return { extent: allow.extent, because: `${inWords(allow.statement)} allows it${allow.under && ` ${allow.under}`}` };
}

function inWords(statement: Statement): string {
  return statement.policy ? `${nameOf(statement)} of the policy ${statement.policy}` : nameOf(statement);
}

/** How far a statement speaks of a request, and what narrows it. */
function extentOf(statement: Statement, request: PermissionRequest): { extent: Extent; under: string } {
  const action = extentOfAction(statement, request.action);
  const resource = extentOfResource(statement, request);
  if (action === 'none' || resource === 'none') return { extent: 'none', under: '' };
  const { holding, because } = judgeConditions(statement, request.context);
  if (holding === 'none') return { extent: 'none', under: '' };
  if (holding !== 'all') return { extent: 'unclear', under: `under the condition ${because}` };
  if (resource === 'part') return { extent: 'part', under: `only on ${statement.resources.join(', ')}` };
  if (action === 'part') return { extent: 'part', under: `only for ${statement.actions.join(', ')}` };
  return { extent: 'all', under: '' };
}

function extentOfAction({ actions, notAction }: Statement, asked: string): Extent {
  const action = asked.toLowerCase();
  return extentOfPatterns(
    actions.map((each) => each.toLowerCase()),
    [action],
    notAction,
  );
}

function extentOfResource({ resources, notResource }: Statement, { action, resource }: PermissionRequest): Extent {
  return extentOfPatterns(resources, spellings(resource, action), notResource);
}

function extentOfPatterns(patterns: readonly string[], asked: readonly string[], inverted: boolean): Extent {
  const covered = patterns.some((each) => asked.some((one) => covers(each, one)));
  const touched = covered || patterns.some((each) => asked.some((one) => overlaps(each, one)));
  if (inverted) return covered ? 'none' : touched ? 'part' : 'all';
  return covered ? 'all' : touched ? 'part' : 'none';
}

/** How policies write a resource: actions on objects name what is in the bucket, those on log streams end with `:*`. */
function spellings(arn: string, action: string): string[] {
  const [, , service, , , resource = ''] = arnParts(arn);
  if (service === 's3' && !/[/*]/.test(resource) && /^s3:.*(object|multipart)/i.test(action)) return [`${arn}/*`];
  return service === 'logs' && !arn.endsWith('*') ? [arn, `${arn}:*`] : [arn];
}
