import { optional } from '../../src/engine/argument';
import { options } from '../../src/engine/options-argument';
import type { ListenerAction } from '../../src/facets';
import { port } from './listener-port';

/** Which requests are meant. */
export interface RequestExpectation {
  /** Those that come in on this port; any when left out. */
  from?: number;
}

/** Which requests are meant: those on one port, or all. */
export const requests = optional(options<RequestExpectation>({ from: optional(port) }));

/** Actions for the requests that are meant. */
export function actionsFor(actions: readonly ListenerAction[], { from }: RequestExpectation = {}): ListenerAction[] {
  return actions.filter((action) => from === undefined || action.port === from);
}

/** Actions in words, not more than a reader takes in. */
export function actionsInWords(actions: readonly ListenerAction[]): string {
  const shown = actions.slice(0, 10).map((action) => `${action.of}: ${actionInWords(action)}`);
  const rest = actions.length - shown.length;
  return `${shown.join('; ') || 'no listener'}${rest > 0 ? `; and ${rest} more` : ''}`;
}

function actionInWords({ type, targetGroups, redirect, statusCode }: ListenerAction): string {
  if (redirect) {
    return `redirect to ${redirect.protocol}://${redirect.host}:${redirect.port}${redirect.path} (${redirect.statusCode})`;
  }
  if (statusCode !== undefined) return `${type} ${statusCode}`;
  return targetGroups.length === 0 ? type : `${type} to ${targetGroups.map(({ arn }) => arn).join(', ')}`;
}
