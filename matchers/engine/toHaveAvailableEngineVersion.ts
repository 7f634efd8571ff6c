import { defineMatcher, type Method } from '../../src/engine/matcher';
import { compareVersions } from './version-number';

const listedOnEachSide = 3;

export const toHaveAvailableEngineVersion = defineMatcher({
  facet: 'engineOffer',
  summary: 'runs an engine version that its region offers today',
  check: ({ name, version, region, offered }) => ({
    pass: offered.includes(version),
    expected: `${name} ${version} offered in ${region}`,
    received: offered.includes(version)
      ? `${name} ${version} offered in ${region}`
      : `not offered; the nearest offered ones are ${nearest(version, offered).join(', ')}`,
    fault: offered.length === 0 ? `AWS lists no version of ${name} in ${region}` : undefined,
    advice: offered.includes(version)
      ? undefined
      : 'It could not be created again with this version, for example when it is restored: upgrade it.',
  }),
});

function nearest(version: string, offered: string[]): string[] {
  const ascending = [...offered].sort(compareVersions);
  const split = ascending.filter((each) => compareVersions(each, version) < 0).length;
  return ascending.slice(Math.max(0, split - listedOnEachSide), split + listedOnEachSide);
}

declare module '../../src/engine/matcher' {
  interface AwsMatchers<T> {
    /**
     * Passes when the version that runs can still be created in the resource's region today
     * (`rds:DescribeDBEngineVersions`). Regions differ at the same moment; the message lists the nearest offered versions.
     *
     * An engine of which AWS lists no version at all fails in both directions.
     *
     * @example await expect(db).toHaveAvailableEngineVersion();
     */
    toHaveAvailableEngineVersion: Method<T, 'engineOffer'>;
  }
}
