import { oneOf } from '../../src/engine/argument';
import { defineMatcher, type Method } from '../../src/engine/matcher';

export const toHaveScheme = defineMatcher({
  facet: 'balancer',
  summary: 'has the given scheme',
  takes: [oneOf('internet-facing', 'internal')],
  check: ({ scheme, type }, expected: string) => ({
    pass: scheme === expected,
    expected,
    received: scheme ?? 'no scheme',
    notApplicable: scheme === undefined ? `a ${type} load balancer has no scheme` : undefined,
  }),
});

declare module '../../src/engine/matcher' {
  interface AwsMatchers<T> {
    /**
     * Passes when the load balancer has this scheme. Not applicable to gateway load balancers.
     *
     * @param scheme `'internet-facing'` or `'internal'`.
     * @example await expect(loadBalancer).toHaveScheme('internet-facing');
     */
    toHaveScheme: Method<T, 'balancer', [scheme: 'internet-facing' | 'internal']>;
  }
}
