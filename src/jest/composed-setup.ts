import type { Config } from '@jest/types';
import { handedOver, loadModule } from './composed';
import stackproofSetup from './global-setup';

type GlobalSetup = typeof stackproofSetup;

/** The consumer's set-up, which may deploy or open a tunnel, and then ours. */
export default async function composedSetup(global: Config.GlobalConfig, project: Config.ProjectConfig): Promise<void> {
  const { globalSetup } = handedOver(project);
  if (globalSetup) await (await loadModule<GlobalSetup>(globalSetup, project.rootDir))(global, project);
  await stackproofSetup(global, project);
}
