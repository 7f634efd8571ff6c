import { text } from '../../src/engine/argument';
import { type Handle, isHandle } from '../../src/engine/handle';
import { defineMatcher, type Method } from '../../src/engine/matcher';
import { options } from '../../src/engine/options-argument';
import type { Subscription } from '../../src/facets';
import { compareExactly, judgeExactly } from '../value/exact-set';
import { listOf } from '../value/list-argument';
import { isMeant, subscriber, subscriptionInWords } from './subscription';

/** One subscription. */
export interface OnlySubscription {
  /** `sqs`, `lambda`, `email`, `https`, ... */
  protocol: string;
  /** Subscriber: a handle, an ARN or name, an address, or a RegExp. */
  endpoint: Handle | string | RegExp;
}

interface WantedSubscription extends OnlySubscription {
  names?: readonly string[];
}

interface SubscriptionFacts {
  subscriptions: Subscription[];
  wanted: WantedSubscription[];
}

export const toHaveOnlySubscriptions = defineMatcher({
  facet: 'subscriptions',
  summary: 'has the given subscriptions and no others',
  takes: [listOf(options<OnlySubscription>({ protocol: text, endpoint: subscriber }))],
  relate: async ({ subscriptions }, ask, expected: OnlySubscription[]): Promise<SubscriptionFacts> => ({
    subscriptions,
    wanted: await Promise.all(
      expected.map(async (each) => ({
        ...each,
        names: isHandle(each.endpoint) ? await ask.names(each.endpoint) : undefined,
      })),
    ),
  }),
  check: ({ subscriptions, wanted }: SubscriptionFacts, _expected: OnlySubscription[]) => {
    const means = (wish: WantedSubscription, item: Subscription) => isMeant(item, wish, wish.names);
    const comparison = compareExactly(subscriptions, wanted, means, {
      item: subscriptionInWords,
      wish: ({ protocol, endpoint, names }) => `${protocol} to ${names?.[0] ?? String(endpoint)}`,
    });
    const waiting = subscriptions.find((each) => !each.confirmed && wanted.some((wish) => means(wish, each)));
    return {
      ...judgeExactly(comparison, 'no subscription'),
      fault: waiting && `the subscription of ${waiting.endpoint} waits for its confirmation`,
      advice: waiting && 'The subscriber must confirm it; SNS forgets it after three days.',
    };
  },
});

declare module '../../src/engine/matcher' {
  interface AwsMatchers<T> {
    /**
     * Passes when the topic has these subscriptions and no others, and all of them are confirmed.
     *
     * One that nobody expected counts whether it is confirmed or not. An expected one that still waits for its
     * confirmation fails in both directions.
     *
     * @param expected a list of `protocol` and `endpoint` (handle, ARN, name, address or RegExp); `[]` for none.
     * @example await expect(topic).toHaveOnlySubscriptions([{ protocol: 'sqs', endpoint: resource('QueueArn') }]);
     */
    toHaveOnlySubscriptions: Method<T, 'subscriptions', [expected: OnlySubscription[]]>;
  }
}
