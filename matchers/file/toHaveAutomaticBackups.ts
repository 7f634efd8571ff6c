import { defineMatcher, type Method } from '../../src/engine/matcher';

export const toHaveAutomaticBackups = defineMatcher({
  facet: 'automaticBackups',
  summary: 'is backed up by AWS Backup',
  check: ({ enabled, state }) => ({ pass: enabled, expected: 'ENABLED', received: state }),
});

declare module '../../src/engine/matcher' {
  interface AwsMatchers<T> {
    /**
     * Passes when AWS Backup keeps copies by the default plan (`elasticfilesystem:DescribeBackupPolicy`).
     *
     * @example await expect(files).toHaveAutomaticBackups();
     */
    toHaveAutomaticBackups: Method<T, 'automaticBackups'>;
  }
}
