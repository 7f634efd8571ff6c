import type { Config } from '@jest/types';
import type { StackproofOptions } from '../options';
import { type Composed, handOver } from './composed';
import { preset } from './preset';

/**
 * Composes stackproof with a configuration that sets keys which Jest would otherwise replace: `reporters`,
 * `globalSetup`, `globalTeardown`, `testEnvironment` and `projects`.
 *
 * @param config your Jest configuration; leave out `preset: 'stackproof'`.
 * @param options stackproof's options; `globals.stackproof` of your configuration wins.
 * @example module.exports = withStackproof({ reporters: ['jest-junit'], globalSetup: './start-vpn.js' });
 */
export function withStackproof(
  config: Config.InitialOptions = {},
  options: StackproofOptions = {},
): Config.InitialOptions {
  const reporters = reportersOf(config);
  if (config.projects) {
    const projects = config.projects.map((project) =>
      typeof project === 'string' ? project : compose(project, options),
    );
    return { ...config, projects, reporters };
  }
  return { ...compose(config, options), reporters };
}

/** Reporters belong to the whole run, so a project has none. */
function compose(config: object, options: StackproofOptions): Config.InitialProjectOptions {
  const theirs = config as Config.InitialOptions;
  const { reporters: _, ...ours } = preset(options);
  const modules: Composed = {
    globalSetup: theirs.globalSetup ?? undefined,
    globalTeardown: theirs.globalTeardown ?? undefined,
    testEnvironment: theirs.testEnvironment === 'node' ? undefined : theirs.testEnvironment,
  };
  return {
    ...ours,
    ...theirs,
    globals: {
      ...theirs.globals,
      stackproof: { ...options, ...(theirs.globals?.stackproof as StackproofOptions | undefined) },
      ...handOver(modules),
    },
    setupFilesAfterEnv: [...(ours.setupFilesAfterEnv ?? []), ...(theirs.setupFilesAfterEnv ?? [])],
    transform: { ...theirs.transform, ...withoutKeysOf(ours.transform, theirs.transform) },
    testEnvironment: ours.testEnvironment,
    globalSetup: modules.globalSetup ? require.resolve('./composed-setup') : ours.globalSetup,
    globalTeardown: modules.globalTeardown ? require.resolve('./composed-teardown') : ours.globalTeardown,
  } as Config.InitialProjectOptions;
}

/** The consumer's patterns come first, as Jest takes the first that matches. */
function withoutKeysOf<T extends object>(ours: T = {} as T, theirs: object = {}): Partial<T> {
  return Object.fromEntries(Object.entries(ours).filter(([pattern]) => !(pattern in theirs))) as Partial<T>;
}

function reportersOf({ reporters }: Config.InitialOptions): Config.InitialOptions['reporters'] {
  const ours = require.resolve('./reporter');
  const theirs = reporters ?? ['default'];
  return theirs.some((each) => each === ours) ? theirs : [...theirs, ours];
}
