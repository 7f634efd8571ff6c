import { flag, optional, pattern } from '../../src/engine/argument';
import { defineMatcher, type Method } from '../../src/engine/matcher';
import { options } from '../../src/engine/options-argument';
import { judgeProperties } from '../value/properties';
import { fits, shown } from '../value/value-match';

/** What the machine of a build must be, in the words of the API. */
export interface BuildEnvironmentExpectation {
  /** `LINUX_CONTAINER`, ... */
  type?: string | RegExp;
  image?: string | RegExp;
  /** `BUILD_GENERAL1_SMALL`, ... */
  computeType?: string | RegExp;
  /** Whether builds may run Docker. */
  privileged?: boolean;
}

export const toHaveBuildEnvironment = defineMatcher({
  facet: 'buildEnvironment',
  summary: 'builds on the given machine',
  takes: [
    options<BuildEnvironmentExpectation>({
      type: optional(pattern),
      image: optional(pattern),
      computeType: optional(pattern),
      privileged: optional(flag),
    }),
  ],
  check: (environment, expected: BuildEnvironmentExpectation) =>
    judgeProperties(
      (['type', 'image', 'computeType', 'privileged'] as const)
        .filter((name) => expected[name] !== undefined)
        .map((name) => ({
          name,
          pass: fits(expected[name], environment[name]),
          expected: shown(expected[name]),
          received: environment[name],
        })),
    ),
});

declare module '../../src/engine/matcher' {
  interface AwsMatchers<T> {
    /**
     * Passes when builds of the CodeBuild project run on this machine. Some as given and some not fails in both
     * directions. Variables are asked with `toHaveEnvironmentVariables`.
     *
     * @param environment what it must be; texts are exact, or a RegExp.
     * @example await expect(project).toHaveBuildEnvironment({ image: /standard:7/, privileged: false });
     */
    toHaveBuildEnvironment: Method<T, 'buildEnvironment', [environment: BuildEnvironmentExpectation]>;
  }
}
