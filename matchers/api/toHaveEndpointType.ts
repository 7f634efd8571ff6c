import { oneOf } from '../../src/engine/argument';
import { defineMatcher, type Method } from '../../src/engine/matcher';

export const toHaveEndpointType = defineMatcher({
  facet: 'apiEndpoint',
  summary: 'is reached in the given way',
  takes: [oneOf('EDGE', 'REGIONAL', 'PRIVATE')],
  check: ({ types }, expected: string) => ({
    pass: types.includes(expected),
    expected,
    received: types.join(', '),
  }),
});

declare module '../../src/engine/matcher' {
  interface AwsMatchers<T> {
    /**
     * Passes when the API is reached through CloudFront's edge, in its region, or from VPCs only.
     *
     * @param type `'EDGE'`, `'REGIONAL'` or `'PRIVATE'`.
     * @example await expect(api).toHaveEndpointType('REGIONAL');
     */
    toHaveEndpointType: Method<T, 'apiEndpoint', [type: 'EDGE' | 'REGIONAL' | 'PRIVATE']>;
  }
}
