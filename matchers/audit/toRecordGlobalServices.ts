import { defineMatcher, type Method } from '../../src/engine/matcher';

export const toRecordGlobalServices = defineMatcher({
  facet: 'trailSettings',
  summary: 'records global services such as IAM',
  check: ({ globalServiceEvents }) => ({
    pass: globalServiceEvents,
    expected: 'global service events on',
    received: `global service events ${globalServiceEvents ? 'on' : 'off'}`,
  }),
});

declare module '../../src/engine/matcher' {
  interface AwsMatchers<T> {
    /**
     * Passes when the trail records the events of global services such as IAM and STS
     * (`IncludeGlobalServiceEvents`).
     *
     * @example await expect(trail).toRecordGlobalServices();
     */
    toRecordGlobalServices: Method<T, 'trailSettings'>;
  }
}
