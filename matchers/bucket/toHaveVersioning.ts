import { flag, optional } from '../../src/engine/argument';
import { defineMatcher, type Method } from '../../src/engine/matcher';
import { options } from '../../src/engine/options-argument';

/** What else must hold for versioning. */
export interface VersioningExpectation {
  /** Whether deleting a version takes multi-factor authentication. */
  mfaDelete?: boolean;
}

export const toHaveVersioning = defineMatcher({
  facet: 'versioning',
  summary: 'keeps every version of its objects',
  takes: [optional(options<VersioningExpectation>({ mfaDelete: optional(flag) }))],
  check: ({ status, mfaDelete }, expected?: VersioningExpectation) => ({
    pass: status === 'Enabled' && (expected?.mfaDelete === undefined || expected.mfaDelete === mfaDelete),
    expected: inWords('Enabled', expected?.mfaDelete),
    received: inWords(status, expected?.mfaDelete === undefined ? undefined : mfaDelete),
    advice:
      status === 'Suspended' ? 'Versioning was on once: old versions are kept, new ones are not made.' : undefined,
  }),
});

function inWords(status: string, mfaDelete: boolean | undefined): string {
  return mfaDelete === undefined ? status : `${status}, MFA delete ${mfaDelete ? 'on' : 'off'}`;
}

declare module '../../src/engine/matcher' {
  interface AwsMatchers<T> {
    /**
     * Passes when versioning is `Enabled` (`s3:GetBucketVersioning`). `Suspended` and never configured do not pass.
     *
     * @param expected whether MFA delete must be on or off; either when left out.
     * @example await expect(bucket).toHaveVersioning();
     */
    toHaveVersioning: Method<T, 'versioning', [expected?: VersioningExpectation]>;
  }
}
