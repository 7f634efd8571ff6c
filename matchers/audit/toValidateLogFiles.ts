import { defineMatcher, type Method } from '../../src/engine/matcher';

export const toValidateLogFiles = defineMatcher({
  facet: 'trailSettings',
  summary: 'writes digests to prove that its files are unchanged',
  check: ({ logFileValidation }) => ({
    pass: logFileValidation,
    expected: 'log file validation on',
    received: `log file validation ${logFileValidation ? 'on' : 'off'}`,
  }),
});

declare module '../../src/engine/matcher' {
  interface AwsMatchers<T> {
    /**
     * Passes when the trail writes digest files, by which a changed or deleted log file is found out
     * (`LogFileValidationEnabled`).
     *
     * @example await expect(trail).toValidateLogFiles();
     */
    toValidateLogFiles: Method<T, 'trailSettings'>;
  }
}
