import { argument, isRegExp, optional, text } from '../../src/engine/argument';
import { type Handle, isHandle } from '../../src/engine/handle';
import { defineMatcher, type Method } from '../../src/engine/matcher';
import { options } from '../../src/engine/options-argument';
import { isResourceLike } from '../../src/engine/resource-like';
import type { Subscription } from '../../src/facets';
import { refersTo } from '../reference/refers-to';
import { fits, shown } from '../value/value-match';

/** Which subscription is meant. */
export interface SubscriptionExpectation {
  /** `sqs`, `lambda`, `email`, `https`, ... */
  protocol?: string;
  /** Subscriber: a handle, an ARN or name, an address, or a RegExp. */
  endpoint?: Handle | string | RegExp;
}

interface SubscriptionFacts {
  subscriptions: Subscription[];
  /** ARN, id and name of the endpoint, where it is a resource. */
  names?: readonly string[];
}

const endpoint = argument<Handle | string | RegExp>(
  'a handle, an ARN or name, an address or a regular expression',
  (given) => (isResourceLike(given) || isRegExp(given) ? given : undefined),
);

export const toHaveSubscription = defineMatcher({
  facet: 'subscriptions',
  summary: 'has a confirmed subscription',
  takes: [optional(options<SubscriptionExpectation>({ protocol: optional(text), endpoint: optional(endpoint) }))],
  relate: async ({ subscriptions }, ask, expected?: SubscriptionExpectation): Promise<SubscriptionFacts> => ({
    subscriptions,
    names: isHandle(expected?.endpoint) ? await ask.names(expected.endpoint) : undefined,
  }),
  check: ({ subscriptions, names }: SubscriptionFacts, expected: SubscriptionExpectation = {}) => {
    const meant = subscriptions.filter((each) => isMeant(each, expected, names));
    const confirmed = meant.some((each) => each.confirmed);
    return {
      pass: confirmed,
      expected: expectedInWords(expected),
      received: subscriptions.length === 0 ? 'no subscription' : subscriptions.map(inWords),
      fault: meant[0] && !confirmed ? `the subscription of ${meant[0].endpoint} waits for its confirmation` : undefined,
      advice: meant[0] && !confirmed ? 'The subscriber must confirm it; SNS forgets it after three days.' : undefined,
    };
  },
});

function isMeant(
  { protocol, endpoint: received }: Subscription,
  expected: SubscriptionExpectation,
  names: readonly string[] | undefined,
): boolean {
  if (expected.protocol !== undefined && expected.protocol.toLowerCase() !== protocol.toLowerCase()) return false;
  if (expected.endpoint === undefined) return true;
  if (isRegExp(expected.endpoint)) return fits(expected.endpoint, received);
  return refersTo(received, names ?? [String(expected.endpoint)]);
}

function expectedInWords({ protocol, endpoint: wanted }: SubscriptionExpectation): string {
  const words = [
    protocol && `by ${protocol}`,
    wanted !== undefined && `to ${isHandle(wanted) ? wanted : shown(wanted)}`,
  ];
  return ['a confirmed subscription', ...words].filter(Boolean).join(' ');
}

function inWords({ protocol, endpoint: received, confirmed }: Subscription): string {
  return `${protocol} to ${received} (${confirmed ? 'confirmed' : 'waits for confirmation'})`;
}

declare module '../../src/engine/matcher' {
  interface AwsMatchers<T> {
    /**
     * Passes when the topic has such a subscription and the subscriber has confirmed it; any when nothing is given.
     *
     * A subscription that still waits for its confirmation fails in both directions.
     *
     * @param expected protocol and subscriber (handle, ARN, name, address or RegExp).
     * @example await expect(topic).toHaveSubscription({ protocol: 'sqs', endpoint: resource('QueueArn') });
     */
    toHaveSubscription: Method<T, 'subscriptions', [expected?: SubscriptionExpectation]>;
  }
}
