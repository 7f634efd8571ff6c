import type { Listener } from '@aws-sdk/client-elastic-load-balancing-v2';
import type { elasticLoadBalancingV2 } from '../../aws/sdk';
import { notApplicable } from '../../engine/unjudged';
import type { ListenerAction, PlainHttp } from '../../facets';
import type { AwsOf } from './aws-of';
import { listenerActions } from './balancer-listeners';

/** Whether an action sends the client to HTTPS. */
export function leadsToHttps({ type, redirect }: ListenerAction): boolean {
  return type === 'redirect' && redirect?.protocol === 'HTTPS';
}

/**
 * What listeners do with a request over plain HTTP, by default and by each rule.
 *
 * @throws {Unjudged} not applicable, when none of them takes plain HTTP.
 */
export async function plainHttp(
  aws: AwsOf<typeof elasticLoadBalancingV2>,
  listeners: readonly Listener[],
): Promise<PlainHttp> {
  const plain = listeners.filter(({ Protocol }) => Protocol === 'HTTP');
  if (plain.length === 0) throw notApplicable('No listener takes plain HTTP.');
  const actions = (await Promise.all(plain.map((listener) => listenerActions(aws, listener)))).flat();
  return { behaviours: actions.map((action) => ({ path: action.of, answer: answerOf(action) })) };
}

function answerOf(action: ListenerAction): 'serves' | 'redirects' | 'refuses' {
  if (leadsToHttps(action)) return 'redirects';
  return /^[45]/.test(action.statusCode ?? '') ? 'refuses' : 'serves';
}
