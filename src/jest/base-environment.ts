import type { JestEnvironment } from '@jest/environment';
import type { Config } from '@jest/types';
import { fileOf, handedOver } from './composed';

/** A class of test environments, as Jest takes it. */
export type EnvironmentClass = new (
  ...args: ConstructorParameters<typeof JestEnvironment>
) => JestEnvironment & { handleTestEvent?: JestEnvironment['handleTestEvent'] };

interface EnvironmentModule {
  default?: EnvironmentClass;
  TestEnvironment?: EnvironmentClass;
}

/** The environment that ours extends: the consumer's, or the node environment of the Jest that runs. */
export function environmentOf(project: Config.ProjectConfig): EnvironmentClass {
  const { testEnvironment } = handedOver(project);
  const file = testEnvironment
    ? fileOf(testEnvironment === 'jsdom' ? 'jest-environment-jsdom' : testEnvironment, project.rootDir)
    : require.resolve('jest-environment-node', { paths: [require.main?.filename ?? __dirname, __dirname] });
  const exported = require(file) as EnvironmentModule | EnvironmentClass;
  if (typeof exported === 'function') return exported;
  const found = exported.TestEnvironment ?? exported.default;
  if (found) return found;
  throw new TypeError(`stackproof: ${file} (testEnvironment) exports no class`);
}
