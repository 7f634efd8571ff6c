import type { EventSourceMappingConfiguration } from '@aws-sdk/client-lambda';
import { told } from '../../engine/unjudged';
import type { PolicyStatement, Trigger } from '../../facets';
import { eventSourceOf } from './event-source';

/** What a mapping feeds the function with. */
export function mappingTrigger(mapping: EventSourceMappingConfiguration): Trigger {
  const state = told(mapping.State, 'State');
  return { source: eventSourceOf(mapping), via: 'event source mapping', enabled: state === 'Enabled', state };
}

/** Who is allowed to invoke: the resources in the condition on aws:SourceArn, or else the principals themselves. */
export function permissionTriggers(statement: PolicyStatement): Trigger[] {
  if (statement.effect !== 'Allow' || !statement.actions.some(invokes)) return [];
  const arns = Object.values(statement.conditions).flatMap((keys) =>
    Object.entries(keys).flatMap(([key, values]) => (key.toLowerCase() === 'aws:sourcearn' ? values : [])),
  );
  const sources = arns.length > 0 ? arns : Object.values(statement.principals).flat();
  return sources.map((source) => ({ source, via: 'permission', enabled: true, state: statement.effect }));
}

function invokes(action: string): boolean {
  return ['lambda:invokefunction', 'lambda:invoke*', 'lambda:*', '*'].includes(action.toLowerCase());
}
