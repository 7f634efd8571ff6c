import { optional, text } from '../../src/engine/argument';
import { defineMatcher, type Method } from '../../src/engine/matcher';

export const toHaveTimeToLive = defineMatcher({
  facet: 'timeToLive',
  summary: 'lets its items expire',
  takes: [optional(text)],
  check: ({ enabled, attribute }, expected?: string) => ({
    pass: enabled && (expected === undefined || expected === attribute),
    expected: `on${expected === undefined ? '' : `, by the attribute ${expected}`}`,
    received: enabled ? `on, by the attribute ${attribute ?? 'that AWS does not name'}` : 'off',
  }),
});

declare module '../../src/engine/matcher' {
  interface AwsMatchers<T> {
    /**
     * Passes when items expire by themselves (`dynamodb:DescribeTimeToLive`).
     *
     * @param attribute name of the attribute that holds the time; any when left out.
     * @example await expect(table).toHaveTimeToLive('expiresAt');
     */
    toHaveTimeToLive: Method<T, 'timeToLive', [attribute?: string]>;
  }
}
