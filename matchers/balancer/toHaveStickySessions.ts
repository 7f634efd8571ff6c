import { optional, text } from '../../src/engine/argument';
import { defineMatcher, type Method } from '../../src/engine/matcher';

export const toHaveStickySessions = defineMatcher({
  facet: 'targetDistribution',
  summary: 'keeps a client at the same target',
  takes: [optional(text)],
  check: ({ sticky, stickinessType }, expected?: string) => ({
    pass: sticky === true && (expected === undefined || stickinessType === expected),
    expected: expected === undefined ? 'stickiness on' : `stickiness on (${expected})`,
    received: `stickiness ${sticky ? 'on' : 'off'} (${stickinessType ?? 'no type'})`,
    notApplicable: sticky === undefined ? 'AWS does not tell stickiness.enabled for it' : undefined,
  }),
});

declare module '../../src/engine/matcher' {
  interface AwsMatchers<T> {
    /**
     * Passes when requests of a client keep going to the same target.
     *
     * @param type `'lb_cookie'`, `'app_cookie'`, `'source_ip'`, ...; any when left out.
     * @example await expect(targetGroup).not.toHaveStickySessions();
     */
    toHaveStickySessions: Method<T, 'targetDistribution', [type?: string]>;
  }
}
