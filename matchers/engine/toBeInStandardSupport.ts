import { defineMatcher, type Method } from '../../src/engine/matcher';

export const toBeInStandardSupport = defineMatcher({
  facet: 'versionSupport',
  summary: 'runs a version in standard support',
  check: ({ version, status, endOfStandardSupport }) => ({
    pass: status === 'STANDARD_SUPPORT',
    expected: 'STANDARD_SUPPORT',
    received: `${status} (version ${version}${endOfStandardSupport ? `, standard support until ${endOfStandardSupport}` : ''})`,
  }),
});

declare module '../../src/engine/matcher' {
  interface AwsMatchers<T> {
    /**
     * Passes when AWS supports the version that runs at no extra charge (`eks:DescribeClusterVersions`). Extended support,
     * which is charged for, and versions out of support fail.
     *
     * @example await expect(cluster).toBeInStandardSupport();
     */
    toBeInStandardSupport: Method<T, 'versionSupport'>;
  }
}
