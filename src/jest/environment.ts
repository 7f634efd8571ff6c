import type { EnvironmentContext, JestEnvironment, JestEnvironmentConfig } from '@jest/environment';
import type { Circus, Config } from '@jest/types';
import * as catalog from '../../matchers';
import type { Backend } from '../broker/backend';
import { connect } from '../broker/connect';
import { loadExtensions } from '../broker/extensions';
import type { MatcherDefinition } from '../engine/matcher';
import { readOptions, type StackproofOptions } from '../options';
import { type EnvironmentClass, environmentOf } from './base-environment';
import { offerHost } from './host';
import { OpenedContexts } from './opened-contexts';
import { Session } from './session';
import { TestEvents } from './test-events';
import { usedMatchers } from './used-matchers';

const known = new Map<string, Record<string, MatcherDefinition>>();

/** The catalog's matchers and a team's own, whose files are loaded once in a worker. */
function matchersFor(files: readonly string[], rootDir: string): Record<string, MatcherDefinition> {
  if (files.length === 0) return catalog as Record<string, MatcherDefinition>;
  const key = JSON.stringify([rootDir, files]);
  const matchers = known.get(key) ?? { ...catalog, ...loadExtensions(files, rootDir).matchers };
  known.set(key, matchers as Record<string, MatcherDefinition>);
  return matchers as Record<string, MatcherDefinition>;
}

const loaded = new Set<string>();

/** Loads matchers one after the other while the first answers are on their way. */
function loadInTurn(matchers: Record<string, MatcherDefinition>, names: readonly string[]): void {
  const [next, ...rest] = names.filter((name) => !loaded.has(name));
  if (next === undefined) return;
  setImmediate(() => {
    loaded.add(next);
    // In the compiled package a matcher is loaded when it is first read.
    void matchers[next];
    loadInTurn(matchers, rest);
  });
}

function sessionFor(
  environment: JestEnvironment,
  { rootDir, setupFiles, setupFilesAfterEnv }: Config.ProjectConfig,
  options: StackproofOptions,
  file: string,
): Session {
  let backend: Promise<Backend> | undefined;
  const sandboxJson = (environment.global as unknown as { JSON: JSON }).JSON;
  const matchers = matchersFor(options.extensions ?? [], rootDir);
  const names = Object.keys(matchers);
  const used = usedMatchers(names, file, setupFiles.length + setupFilesAfterEnv.length > 1);
  // Of a file that may call any of them, nobody knows which it will.
  if (used.length < names.length) loadInTurn(matchers, used);
  const session = new Session(
    () => {
      backend ??= connect(options, rootDir);
      return backend;
    },
    file,
    matchers,
    used,
    (value) => (value === undefined ? value : sandboxJson.parse(JSON.stringify(value))),
  );
  offerHost(environment.global, session);
  return session;
}

/** An environment with handles and matchers for what is deployed. */
function withHandles(Base: EnvironmentClass): EnvironmentClass {
  return class extends Base {
    constructor(config: JestEnvironmentConfig, context: EnvironmentContext) {
      super(config, context);
      const inherited = this.handleTestEvent?.bind(this);
      const options = readOptions(config.projectConfig.globals.stackproof);
      const session = sessionFor(this, config.projectConfig, options, context.testPath);
      const events = new TestEvents(session, options);
      const contexts = new OpenedContexts();
      const setup = this.setup.bind(this);
      const teardown = this.teardown.bind(this);
      this.setup = async () => {
        await setup();
        contexts.note();
      };
      this.teardown = async () => {
        contexts.close();
        await session.close();
        await teardown();
      };
      // Called about ten times a test, and waited for only where the consumer's environment is.
      this.handleTestEvent = (event, state) => {
        const handled = inherited?.(event as Circus.SyncEvent & Circus.AsyncEvent, state);
        if (handled) return handled.then(() => events.handle(event as Circus.Event, state));
        return events.handle(event as Circus.Event, state);
      };
    }
  };
}

const classes = new WeakMap<EnvironmentClass, EnvironmentClass>();

/**
 * The test environment: Jest's node environment, or the consumer's own under `withStackproof`, with handles and
 * matchers. No AWS SDK is loaded here: questions go to the broker of the run.
 */
export default class StackproofEnvironment {
  constructor(config: JestEnvironmentConfig, context: EnvironmentContext) {
    const Base = environmentOf(config.projectConfig);
    const Extended = classes.get(Base) ?? withHandles(Base);
    classes.set(Base, Extended);
    // biome-ignore lint/correctness/noConstructorReturn: the base is known only from the configuration.
    return new Extended(config, context);
  }
}
