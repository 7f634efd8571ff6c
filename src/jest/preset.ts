import type { Config } from '@jest/types';
import { prepareToRead } from '../broker/remote-account';
import type { StackproofOptions } from '../options';

/** TypeScript and modern JavaScript as the tests are written; type checks are `tsc`'s. */
function transform(syntax: 'typescript' | 'ecmascript', jsx: 'tsx' | 'jsx'): [string, Record<string, unknown>] {
  return [
    require.resolve('@swc/jest'),
    {
      swcrc: false,
      jsc: { parser: { syntax, [jsx]: true, decorators: true }, target: 'es2022', keepClassNames: true },
    },
  ];
}

/**
 * The Jest preset. Everything a consumer sets is merged by Jest's own rules. While Jest looks for the tests, the thread
 * that will read starts to load.
 *
 * @param options defaults of a preset in `presets/`; the consumer's `globals.stackproof` wins.
 */
export function preset(options: StackproofOptions = {}): Config.InitialOptions {
  prepareToRead();
  return {
    globals: { stackproof: options },
    globalSetup: require.resolve('./global-setup'),
    globalTeardown: require.resolve('./global-teardown'),
    testEnvironment: require.resolve('./environment'),
    setupFilesAfterEnv: [require.resolve('./setup-file')],
    reporters: ['default', require.resolve('./reporter')],
    testTimeout: 30_000,
    transform: {
      '^.+\\.(ts|tsx|mts|cts)$': transform('typescript', 'tsx'),
      '^.+\\.(js|jsx|mjs|cjs)$': transform('ecmascript', 'jsx'),
    },
  };
}

/** Gives the SDK credentials and a region where the shell has none, which any AWS-compatible server accepts. */
export function useEmulatorCredentials(environment: NodeJS.ProcessEnv = process.env): void {
  environment.AWS_ACCESS_KEY_ID ??= 'test';
  environment.AWS_SECRET_ACCESS_KEY ??= 'test';
  environment.AWS_REGION ??= environment.AWS_DEFAULT_REGION ?? 'us-east-1';
}
