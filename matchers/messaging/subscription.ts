import { argument, isRegExp } from '../../src/engine/argument';
import type { Handle } from '../../src/engine/handle';
import { isResourceLike } from '../../src/engine/resource-like';
import type { Subscription } from '../../src/facets';
import { refersTo } from '../reference/refers-to';
import { fits } from '../value/value-match';

/** What tells subscriptions apart; what is left out fits any. */
export interface WantedSubscriber {
  protocol?: string;
  endpoint?: Handle | string | RegExp;
}

/** The subscriber of a topic. */
export const subscriber = argument<Handle | string | RegExp>(
  'a handle, an ARN or name, an address or a regular expression',
  (given) => (isResourceLike(given) || isRegExp(given) ? given : undefined),
);

/**
 * Whether a subscription is the one that is meant.
 *
 * @param names ARN, id and name of the subscriber, where it was given as a handle.
 */
export function isMeant(
  { protocol, endpoint: received }: Subscription,
  expected: WantedSubscriber,
  names: readonly string[] | undefined,
): boolean {
  if (expected.protocol !== undefined && expected.protocol.toLowerCase() !== protocol.toLowerCase()) return false;
  if (expected.endpoint === undefined) return true;
  if (isRegExp(expected.endpoint)) return fits(expected.endpoint, received);
  return refersTo(received, names ?? [String(expected.endpoint)]);
}

/** A subscription in words. */
export function subscriptionInWords({ protocol, endpoint: received, confirmed }: Subscription): string {
  return `${protocol} to ${received} (${confirmed ? 'confirmed' : 'waits for confirmation'})`;
}
