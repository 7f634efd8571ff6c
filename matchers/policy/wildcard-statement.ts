import type { PolicyStatement } from '../../src/facets';
import { nameOf } from './statement-match';

/** Statements that allow something, with the policy they stand in. */
type Statement = PolicyStatement & { policy: string };

/** Whether a statement allows every action there is, or all but a few. */
export function allowsEveryAction({ effect, actions, notAction }: PolicyStatement): boolean {
  return effect === 'Allow' && (notAction || actions.some((action) => /^\*+(:\*+)?$/.test(action)));
}

/** Whether a statement allows all actions of a service, or of all. */
export function allowsWholeService(statement: PolicyStatement): boolean {
  return (
    allowsEveryAction(statement) ||
    (statement.effect === 'Allow' && statement.actions.some((action) => /^[^:]+:\*+$/.test(action)))
  );
}

/** Whether a statement reaches every resource, or all but a few. */
export function reachesEverything({ resources, notResource }: PolicyStatement): boolean {
  return notResource || resources.some((resource) => /^\*+$/.test(resource));
}

/** A statement and what it allows, in words. */
export function allowanceInWords(statement: Statement): string {
  const { policy, actions, notAction, resources, notResource, conditions } = statement;
  const what = `${notAction ? 'all but ' : ''}${actions.join(', ')}`;
  const where = `${notResource ? 'all but ' : ''}${resources.join(', ')}`;
  const under = Object.keys(conditions).length > 0 ? ', under conditions' : '';
  return `${nameOf(statement)} of the policy ${policy} allows ${what} on ${where}${under}`;
}
