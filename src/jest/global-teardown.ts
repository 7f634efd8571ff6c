import type { Config } from '@jest/types';
import { projectId } from '../broker/project-id';
import { currentBroker } from '../broker/server';
import { readOptions } from '../options';

/** Closes the project, and the broker with the last of them. */
export default async function globalTeardown(_: Config.GlobalConfig, config: Config.ProjectConfig): Promise<void> {
  currentBroker()?.close(projectId(readOptions(config.globals.stackproof), config.rootDir));
}
