import type { Config } from '@jest/types';
import { askedFile } from '../broker/asked';
import { projectId } from '../broker/project-id';
import { currentBroker } from '../broker/server';
import { readOptions } from '../options';

/** Keeps what was asked for the next run, closes the project, and the broker with the last of them. */
export default async function globalTeardown(_: Config.GlobalConfig, config: Config.ProjectConfig): Promise<void> {
  const broker = currentBroker();
  const id = projectId(readOptions(config.globals.stackproof), config.rootDir);
  broker?.projects.get(id)?.asked.write(askedFile(config.cacheDirectory, id));
  broker?.close(id);
}
