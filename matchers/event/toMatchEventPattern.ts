import { argument, isRecord } from '../../src/engine/argument';
import { isHandle } from '../../src/engine/handle';
import { defineMatcher, type Method } from '../../src/engine/matcher';
import { holdsPattern } from './event-pattern';

const part = argument<Record<string, unknown>>("a part of a pattern, such as { source: ['shop.orders'] }", (given) =>
  isRecord(given) && !isHandle(given) && Object.keys(given).length > 0 ? given : undefined,
);

export const toMatchEventPattern = defineMatcher({
  facet: 'eventPattern',
  summary: 'waits for the given events',
  takes: [part],
  check: ({ pattern }, expected: Record<string, unknown>) => ({
    pass: pattern !== undefined && holdsPattern(pattern, expected),
    expected: JSON.stringify(expected),
    received: pattern === undefined ? 'no event pattern' : JSON.stringify(pattern),
  }),
});

declare module '../../src/engine/matcher' {
  interface AwsMatchers<T> {
    /**
     * Passes when the rule's event pattern holds all that is named here. The pattern may hold more: further fields, and further
     * conditions in a list. To ask whether one event would start the rule, use `toMatchEvent`.
     *
     * @param pattern fields and their conditions, as EventBridge writes them.
     * @example await expect(rule).toMatchEventPattern({ source: ['shop.orders'], 'detail-type': ['OrderPlaced'] });
     */
    toMatchEventPattern: Method<T, 'eventPattern', [pattern: Record<string, unknown>]>;
  }
}
