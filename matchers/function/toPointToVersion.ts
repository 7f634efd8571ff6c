import { argument } from '../../src/engine/argument';
import { defineMatcher, type Method } from '../../src/engine/matcher';

const version = argument<string | number, string>("a version such as 3, '3' or '$LATEST'", (given) => {
  if (typeof given === 'number') return Number.isInteger(given) && given >= 1 ? String(given) : undefined;
  return typeof given === 'string' && /^(\d+|\$LATEST)$/.test(given) ? given : undefined;
});

export const toPointToVersion = defineMatcher({
  facet: 'aliasVersion',
  summary: 'stands for the given version alone',
  takes: [version],
  check: ({ version: main, otherVersions }, expected: string) => {
    const others = Object.entries(otherVersions).map(([each, share]) => `version ${each} for ${share * 100} %`);
    return {
      pass: main === expected && others.length === 0,
      expected: `version ${expected} alone`,
      received: [`version ${main}`, ...others].join(', '),
    };
  },
});

declare module '../../src/engine/matcher' {
  interface AwsMatchers<T> {
    /**
     * Passes when the alias stands for this version of the function, and sends no share of the calls to another.
     *
     * @param version number of the version, or `'$LATEST'`.
     * @example await expect(liveAlias).not.toPointToVersion('$LATEST');
     */
    toPointToVersion: Method<T, 'aliasVersion', [version: string | number]>;
  }
}
