import { text } from '../../src/engine/argument';
import { defineMatcher, type Method } from '../../src/engine/matcher';

export const toHaveDefaultAction = defineMatcher({
  facet: 'defaultAction',
  summary: 'does the given thing where no rule says otherwise',
  takes: [text],
  check: ({ action }, expected: string) => ({
    pass: action.toLowerCase() === expected.toLowerCase(),
    expected: expected.toLowerCase(),
    received: action,
  }),
});

declare module '../../src/engine/matcher' {
  interface AwsMatchers<T> {
    /**
     * Passes when this happens to requests that no rule takes; letter case does not matter.
     *
     * @param action `'allow'` or `'block'`.
     * @example await expect(webAcl).toHaveDefaultAction('allow');
     */
    toHaveDefaultAction: Method<T, 'defaultAction', [action: string]>;
  }
}
