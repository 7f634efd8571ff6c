import { defineMatcher, type Method } from '../../src/engine/matcher';

export const toRequireMfa = defineMatcher({
  facet: 'multiFactor',
  summary: 'asks everybody for a second factor',
  check: ({ mode, methods }) => ({
    pass: mode === 'ON',
    expected: 'ON',
    received: `${mode}${methods.length > 0 ? ` (${methods.join(', ')})` : ''}`,
    advice: mode === 'OPTIONAL' ? 'With OPTIONAL each user decides whether to have a second factor.' : undefined,
  }),
});

declare module '../../src/engine/matcher' {
  interface AwsMatchers<T> {
    /**
     * Passes when nobody signs in without a second factor. A pool where it is optional does not require it.
     *
     * @example await expect(userPool).toRequireMfa();
     */
    toRequireMfa: Method<T, 'multiFactor'>;
  }
}
