import { argument, isRecord, optional } from '../../src/engine/argument';
import { isHandle } from '../../src/engine/handle';
import { defineMatcher, type Method } from '../../src/engine/matcher';
import { holdsPattern } from '../event/event-pattern';

const policy = argument<Record<string, unknown>>("a part of the policy, such as { type: ['order'] }", (given) =>
  isRecord(given) && !isHandle(given) && Object.keys(given).length > 0 ? given : undefined,
);

export const toHaveFilterPolicy = defineMatcher({
  facet: 'subscriptionFilter',
  summary: 'takes a part of the messages only',
  takes: [optional(policy)],
  check: ({ policy: received, scope }, expected?: Record<string, unknown>) => ({
    pass: received !== undefined && (expected === undefined || holdsPattern(received, expected)),
    expected: expected === undefined ? 'a filter policy' : JSON.stringify(expected),
    received:
      received === undefined ? 'no filter policy' : `${JSON.stringify(received)} on ${scope ?? 'MessageAttributes'}`,
  }),
});

declare module '../../src/engine/matcher' {
  interface AwsMatchers<T> {
    /**
     * Passes when the subscription takes a part of the messages only: by a policy that holds this part, or by any when none is
     * given.
     *
     * @param policy attributes and their conditions; a list may hold more than is named.
     * @example await expect(subscription).toHaveFilterPolicy({ type: ['order-created'] });
     */
    toHaveFilterPolicy: Method<T, 'subscriptionFilter', [policy?: Record<string, unknown>]>;
  }
}
