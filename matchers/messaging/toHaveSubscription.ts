import { optional, text } from '../../src/engine/argument';
import { type Handle, isHandle } from '../../src/engine/handle';
import { defineMatcher, type Method } from '../../src/engine/matcher';
import { options } from '../../src/engine/options-argument';
import type { Subscription } from '../../src/facets';
import { shown } from '../value/value-match';
import { isMeant, subscriber, subscriptionInWords } from './subscription';

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

export const toHaveSubscription = defineMatcher({
  facet: 'subscriptions',
  summary: 'has a confirmed subscription',
  takes: [optional(options<SubscriptionExpectation>({ protocol: optional(text), endpoint: optional(subscriber) }))],
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
      received: subscriptions.length === 0 ? 'no subscription' : subscriptions.map(subscriptionInWords),
      fault: meant[0] && !confirmed ? `the subscription of ${meant[0].endpoint} waits for its confirmation` : undefined,
      advice: meant[0] && !confirmed ? 'The subscriber must confirm it; SNS forgets it after three days.' : undefined,
    };
  },
});

function expectedInWords({ protocol, endpoint: wanted }: SubscriptionExpectation): string {
  const words = [
    protocol && `by ${protocol}`,
    wanted !== undefined && `to ${isHandle(wanted) ? wanted : shown(wanted)}`,
  ];
  return ['a confirmed subscription', ...words].filter(Boolean).join(' ');
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
