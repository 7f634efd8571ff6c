import path from 'node:path';
import type { Config } from '@jest/types';

/** Modules of the consumer that `withStackproof` put ours in front of. */
export interface Composed {
  globalSetup?: string;
  globalTeardown?: string;
  testEnvironment?: string;
}

/** Where they are handed over: `globals` is the one key that reaches set-up, teardown and environment. */
const composedKey = 'stackproof:composed';

/** The `globals` entry that hands modules over. */
export function handOver(modules: Composed): Record<string, unknown> {
  return Object.values(modules).some((module) => module !== undefined) ? { [composedKey]: modules } : {};
}

/** The modules handed over, if any. */
export function handedOver({ globals }: Pick<Config.ProjectConfig, 'globals'>): Composed {
  return (globals[composedKey] as Composed | undefined) ?? {};
}

/** Loads a module of the consumer as Jest would: TypeScript or JavaScript, by path or by package name. */
export async function loadModule<T>(name: string, rootDir: string): Promise<T> {
  // Loaded when there is such a module: every worker loads this file.
  const { createJiti } = await import('jiti');
  const jiti = createJiti(path.join(rootDir, 'jest.config.js'));
  return (await jiti.import(fileOf(name, rootDir), { default: true })) as T;
}

/** The file of a module of the consumer. */
export function fileOf(name: string, rootDir: string): string {
  const file = name.replace('<rootDir>', rootDir);
  return require.resolve(file.startsWith('.') ? path.resolve(rootDir, file) : file, { paths: [rootDir] });
}
