import { defineMatcher, type Method, type ResourceLike } from '../../src/engine/matcher';
import { resourceLike } from '../../src/engine/resource-like';
import { isArn, refersTo } from '../reference/refers-to';

interface TopicFacts {
  topicArn: string;
  names: readonly string[];
}

export const toBeSubscribedTo = defineMatcher({
  facet: 'subscriptionFilter',
  summary: 'is a subscription of the given topic',
  takes: [resourceLike],
  relate: async ({ topicArn }, ask, topic: ResourceLike): Promise<TopicFacts> => ({
    topicArn,
    names: await ask.names(topic),
  }),
  check: ({ topicArn, names }: TopicFacts, topic: ResourceLike) => ({
    pass: refersTo(topicArn, names),
    expected: names.find(isArn) ?? String(topic),
    received: topicArn,
  }),
});

declare module '../../src/engine/matcher' {
  interface AwsMatchers<T> {
    /**
     * Passes when the subscription is one of this topic.
     *
     * @param topic the topic as a handle, an ARN or a name.
     * @example await expect(subscription).toBeSubscribedTo(resource('OrdersTopicArn'));
     */
    toBeSubscribedTo: Method<T, 'subscriptionFilter', [topic: ResourceLike]>;
  }
}
