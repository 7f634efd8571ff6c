import { argument, isRecord } from '../../src/engine/argument';
import { isHandle } from '../../src/engine/handle';
import { defineMatcher, type Method } from '../../src/engine/matcher';
import { fitsPattern } from './event-pattern';

const oneEvent = argument<Record<string, unknown>>(
  "an event, such as { source: 'shop.orders', detail: { total: 5 } }",
  (given) => (isRecord(given) && !isHandle(given) && Object.keys(given).length > 0 ? given : undefined),
);

export const toMatchEvent = defineMatcher({
  facet: 'eventPattern',
  summary: 'is started by the given event',
  takes: [oneEvent],
  check: ({ pattern }, event: Record<string, unknown>) => ({
    pass: pattern !== undefined && fitsPattern(pattern, event),
    expected: `a pattern that takes ${JSON.stringify(event)}`,
    received: pattern === undefined ? 'no event pattern' : JSON.stringify(pattern),
    notApplicable: pattern === undefined ? 'the rule runs by a schedule and waits for no event' : undefined,
  }),
});

declare module '../../src/engine/matcher' {
  interface AwsMatchers<T> {
    /**
     * Passes when this event would start the rule, by its event pattern: exact values, `prefix`, `suffix`, `wildcard`,
     * `equals-ignore-case`, `anything-but`, `numeric`, `exists`, `cidr` and `$or`. A field that the event leaves out is missing.
     *
     * Not applicable to a rule that runs by a schedule alone.
     *
     * @param event the event, or the part of it that the pattern looks at.
     * @example await expect(rule).toMatchEvent({ source: 'shop.orders', 'detail-type': 'OrderPlaced', detail: { total: 120 } });
     */
    toMatchEvent: Method<T, 'eventPattern', [event: Record<string, unknown>]>;
  }
}
