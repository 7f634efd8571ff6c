import { flag, optional, text } from '../../src/engine/argument';
import { defineMatcher, type Method } from '../../src/engine/matcher';
import { options } from '../../src/engine/options-argument';

/** How the provider is used. */
export interface CapacityProviderExpectation {
  /** Whether tasks use it when they name none. */
  byDefault?: boolean;
}

export const toHaveCapacityProvider = defineMatcher({
  facet: 'capacityProviders',
  summary: 'can place tasks with a capacity provider',
  takes: [text, optional(options<CapacityProviderExpectation>({ byDefault: optional(flag) }))],
  check: ({ names, byDefault }, name: string, expected: CapacityProviderExpectation = {}) => ({
    pass: names.includes(name) && (expected.byDefault === undefined || byDefault.includes(name) === expected.byDefault),
    expected: `${name}${expected.byDefault === undefined ? '' : expected.byDefault ? ', by default' : ', not by default'}`,
    received:
      names.length > 0
        ? names.map((each) => `${each}${byDefault.includes(each) ? ', by default' : ''}`)
        : 'no capacity provider',
  }),
});

declare module '../../src/engine/matcher' {
  interface AwsMatchers<T> {
    /**
     * Passes when the cluster can place tasks with this capacity provider.
     *
     * @param name `FARGATE`, `FARGATE_SPOT`, or the name of your own.
     * @param expected whether it is part of the default strategy.
     * @example await expect(cluster).toHaveCapacityProvider('FARGATE_SPOT');
     */
    toHaveCapacityProvider: Method<T, 'capacityProviders', [name: string, expected?: CapacityProviderExpectation]>;
  }
}
