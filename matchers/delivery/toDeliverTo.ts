import { defineMatcher, type Method, type ResourceLike } from '../../src/engine/matcher';
import { resourceLike } from '../../src/engine/resource-like';
import type { TopicDeliveries, TopicDelivery } from '../../src/facets';
import { isArn, refersTo } from '../reference/refers-to';
import { type Gate, gateOf, obstacle } from './permission';

interface DeliveryFacts {
  all: TopicDeliveries;
  names: readonly string[];
  meant: readonly TopicDelivery[];
  gates: readonly Gate[];
}

export const toDeliverTo = defineMatcher({
  facet: 'topicDeliveries',
  summary: 'delivers to the given subscriber and may do so',
  takes: [resourceLike],
  relate: async (all, ask, subscriber: ResourceLike): Promise<DeliveryFacts> => {
    const names = await ask.names(subscriber);
    const meant = all.destinations.filter(({ to }) => refersTo(to, names));
    const gates = meant.filter(({ to }) => isArn(to)).map(({ to }) => gateOf(to, undefined, ask));
    return { all, names, meant, gates: await Promise.all(gates) };
  },
  check: ({ all, names, meant, gates }: DeliveryFacts, subscriber: ResourceLike) => {
    const waiting = meant.length > 0 && !meant.some(({ confirmed }) => confirmed);
    const blocked = gates.map((gate) => obstacle(gate, all.service, all.from)).find((each) => each !== undefined);
    return {
      pass: meant.length > 0 && !waiting && blocked === undefined,
      expected: names.find(isArn) ?? String(subscriber),
      received: all.destinations.length === 0 ? 'no subscription' : all.destinations.map(inWords),
      fault: waiting ? 'the subscription waits for its confirmation' : blocked,
      advice: blocked && 'Give the permission to the topic; without it every message is dropped unseen.',
    };
  },
});

function inWords({ to, protocol, confirmed }: TopicDelivery): string {
  return `${protocol} to ${to} (${confirmed ? 'confirmed' : 'waits for confirmation'})`;
}

declare module '../../src/engine/matcher' {
  interface AwsMatchers<T> {
    /**
     * Passes when the topic has a confirmed subscription of this queue, function or address, and the queue or function lets
     * the topic deliver: by its own policy, and by the policy of the key it is encrypted with.
     *
     * A subscription without the permission, and one that waits for its confirmation, fail in both directions.
     *
     * @param subscriber the queue or function as a handle, an ARN or a name; an address as a text.
     * @example await expect(topic).toDeliverTo(resource('OrdersQueueArn'));
     */
    toDeliverTo: Method<T, 'topicDeliveries', [subscriber: ResourceLike]>;
  }
}
