import type { Config } from '@jest/types';
import { handedOver, loadModule } from './composed';
import stackproofTeardown from './global-teardown';

type GlobalTeardown = typeof stackproofTeardown;

/** Ours, and then the consumer's, which may take away what ours still reads. */
export default async function composedTeardown(
  global: Config.GlobalConfig,
  project: Config.ProjectConfig,
): Promise<void> {
  await stackproofTeardown(global, project);
  const { globalTeardown } = handedOver(project);
  if (globalTeardown) await (await loadModule<GlobalTeardown>(globalTeardown, project.rootDir))(global, project);
}
