import { defineMatcher, type Method } from '../../src/engine/matcher';
import { compareVersion, type ExpectedVersion, expectedVersion, type VersionExpectation } from './expected-version';
import { hasPrefix, segmentsOf } from './version-number';

export const toHaveEngineVersion = defineMatcher({
  facet: 'engine',
  summary: 'runs the given engine version',
  takes: [expectedVersion],
  check: ({ name, version, alsoKnownAs, pendingVersion }, expected: ExpectedVersion) => {
    const { fits, undecided } = compareVersion(expected, version, alsoKnownAs);
    const advice = [
      pendingVersion && `Version ${pendingVersion} waits for the next maintenance window.`,
      fits ? undefined : adviceOnPin(expected, version),
    ].filter(Boolean);
    return {
      pass: fits,
      expected: expected.words,
      received: `${version}${alsoKnownAs.length > 0 ? ` (also ${alsoKnownAs.join(', ')})` : ''} of ${name}`,
      fault: undecided,
      advice: advice.length > 0 ? advice.join(' ') : undecided && 'Name the number you mean in full.',
    };
  },
});

/** AWS upgrades minor versions by itself, which breaks exact pins of versions that are fine. */
function adviceOnPin({ prefix }: ExpectedVersion, version: string): string | undefined {
  const [major = ''] = segmentsOf(prefix ?? '');
  if (prefix === undefined || prefix === major || !hasPrefix(version, major)) return undefined;
  return `AWS upgrades minor versions by itself: pin '${major}' or a range such as '>=${prefix} <${Number(major) + 1}'.`;
}

declare module '../../src/engine/matcher' {
  interface AwsMatchers<T> {
    /**
     * Passes when the version that runs now is the given one, by dotted segments: `'15'` matches 15.8 and never 150,
     * `'8.0'` matches 8.0.39, `'1'` does not match 15.
     *
     * Aurora MySQL goes by two numbers, `8.0` and `3.04.0`: both can be asked for. In a range, a bound speaks for all
     * versions below it: `<=16` and `{ to: '16' }` include 16.9, `<17` and `{ before: '17' }` exclude 17.0. A version that
     * cannot be compared with a range fails in both directions. A pending upgrade is named and not judged.
     *
     * @param version the version or its beginning, a range (`'>=15.4 <17'`, `'^15.4'`, `'14 || 16'`,
     *   `{ from?, to?, before? }`), or a RegExp over the whole version.
     * @example await expect(db).toHaveEngineVersion('15');
     */
    toHaveEngineVersion: Method<T, 'engine', [version: VersionExpectation]>;
  }
}
