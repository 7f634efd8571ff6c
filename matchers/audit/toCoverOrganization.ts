import { defineMatcher, type Method } from '../../src/engine/matcher';

export const toCoverOrganization = defineMatcher({
  facet: 'trailSettings',
  summary: 'records every account of the organisation',
  check: ({ organization }) => ({
    pass: organization,
    expected: 'organisation trail on',
    received: `organisation trail ${organization ? 'on' : 'off'}`,
  }),
});

declare module '../../src/engine/matcher' {
  interface AwsMatchers<T> {
    /**
     * Passes when the trail records all accounts of the organisation (`IsOrganizationTrail`).
     *
     * @example await expect(trail).toCoverOrganization();
     */
    toCoverOrganization: Method<T, 'trailSettings'>;
  }
}
