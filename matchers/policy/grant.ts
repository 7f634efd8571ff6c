import type { PolicyStatement } from '../../src/facets';
import { judgeConditions, type RequestContext } from './condition';
import { nameOf, speaksOfAction, speaksOfResource, speaksOfService } from './statement-match';

/** What a service asks a policy for. */
export interface ServiceRequest {
  /** Names of its principal, any of which counts. */
  principals: readonly string[];
  /** ARN of the resource that holds the policy. */
  arn: string;
  context: RequestContext;
}

/** What a policy says of one action. */
export interface Grant {
  action: string;
  answer: 'granted' | 'denied' | 'missing' | 'undecided';
  /** Which statement decides, and why it does not simply grant. */
  because?: string;
  /** Statements that grant it. */
  by: PolicyStatement[];
}

/** Evaluates a policy for one action, as AWS does: an explicit Deny first, then any Allow. */
export function judgeGrant(statements: readonly PolicyStatement[], request: ServiceRequest, action: string): Grant {
  const relevant = statements
    .filter((each) => speaksOfService(each, request.principals) && speaksOfAction(each, action))
    .filter((each) => speaksOfResource(each, request.arn, action))
    .map((statement) => ({ statement, ...judgeConditions(statement, request.context) }));
  const denies = relevant.filter(({ statement, holding }) => statement.effect === 'Deny' && holding !== 'none');
  const allows = relevant.filter(({ statement }) => statement.effect === 'Allow');
  const denied = denies.find(({ holding }) => holding === 'all');
  if (denied) return { action, answer: 'denied', because: `${nameOf(denied.statement)} denies it`, by: [] };
  const granting = allows.filter(({ holding }) => holding === 'all' || holding === 'some');
  const doubtful = granting.length > 0 ? denies[0] : allows.find(({ holding }) => holding === 'unknown');
  if (doubtful) {
    const says = doubtful.statement.effect === 'Deny' ? 'may deny' : 'may allow';
    const because = `${nameOf(doubtful.statement)} ${says} ${action}, which hangs on ${doubtful.because}`;
    return { action, answer: 'undecided', because, by: [] };
  }
  if (granting.length > 0) return { action, answer: 'granted', by: granting.map(({ statement }) => statement) };
  const [unmet] = allows;
  const because = unmet && `${nameOf(unmet.statement)} allows it only under ${unmet.because}`;
  return { action, answer: 'missing', because, by: [] };
}
