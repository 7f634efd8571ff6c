import { defineMatcher, type Method } from '../../src/engine/matcher';

export const toDeliverRawMessages = defineMatcher({
  facet: 'subscriptionFilter',
  summary: 'hands messages on as they were published',
  check: ({ rawMessageDelivery }) => ({
    pass: rawMessageDelivery,
    expected: 'raw messages',
    received: rawMessageDelivery ? 'raw messages' : 'messages wrapped in the JSON of SNS',
  }),
});

declare module '../../src/engine/matcher' {
  interface AwsMatchers<T> {
    /**
     * Passes when the subscription hands messages on as they were published, without the JSON that SNS wraps around them.
     *
     * @example await expect(subscription).toDeliverRawMessages();
     */
    toDeliverRawMessages: Method<T, 'subscriptionFilter'>;
  }
}
