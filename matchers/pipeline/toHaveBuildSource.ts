import { optional, pattern } from '../../src/engine/argument';
import { defineMatcher, type Method } from '../../src/engine/matcher';
import { options } from '../../src/engine/options-argument';
import { judgeProperties } from '../value/properties';
import { fits, shown } from '../value/value-match';

/** What is built, in the words of the API. */
export interface BuildSourceExpectation {
  /** `CODEPIPELINE`, `GITHUB`, `S3`, ... */
  type?: string | RegExp;
  location?: string | RegExp;
  /** Path of the buildspec, or its text. */
  buildspec?: string | RegExp;
}

export const toHaveBuildSource = defineMatcher({
  facet: 'buildSource',
  summary: 'builds the given source',
  takes: [
    options<BuildSourceExpectation>({
      type: optional(pattern),
      location: optional(pattern),
      buildspec: optional(pattern),
    }),
  ],
  check: (source, expected: BuildSourceExpectation) =>
    judgeProperties(
      (['type', 'location', 'buildspec'] as const)
        .filter((name) => expected[name] !== undefined)
        .map((name) => ({
          name,
          pass: fits(expected[name], source[name]),
          expected: shown(expected[name]),
          received: source[name] ?? 'none',
        })),
    ),
});

declare module '../../src/engine/matcher' {
  interface AwsMatchers<T> {
    /**
     * Passes when the CodeBuild project builds this source. Some as given and some not fails in both directions.
     *
     * @param source what it must be; texts are exact, or a RegExp.
     * @example await expect(project).toHaveBuildSource({ type: 'CODEPIPELINE', buildspec: 'ci/buildspec.yml' });
     */
    toHaveBuildSource: Method<T, 'buildSource', [source: BuildSourceExpectation]>;
  }
}
