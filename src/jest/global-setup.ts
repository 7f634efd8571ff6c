import type { Config } from '@jest/types';
import { askedBefore, askedFile } from '../broker/asked';
import { Project } from '../broker/project';
import { projectId } from '../broker/project-id';
import { ownBroker } from '../broker/server';
import { readOptions } from '../options';

/** Opens the project and starts the broker, which reads every resource while Jest's workers start. */
export default async function globalSetup(_: Config.GlobalConfig, config: Config.ProjectConfig): Promise<void> {
  try {
    await open(config);
  } catch (error) {
    // Jest prints the stack of what is thrown here; one message is what the reader needs.
    if (error instanceof Error && isTheirs(error)) error.stack = error.message;
    throw error;
  }
}

async function open({ globals, rootDir, cacheDirectory }: Config.ProjectConfig): Promise<void> {
  const options = readOptions(globals.stackproof);
  const broker = ownBroker();
  const id = projectId(options, rootDir);
  broker.close(id);
  const project = new Project(options, rootDir);
  project.readOutputs();
  broker.projects.set(id, project);
  await broker.listen();
  if (options.prefetch !== false) project.readAhead(askedBefore(askedFile(cacheDirectory, id)));
}

/** Whether an error is about the user's files and options, and not a fault of ours. */
function isTheirs({ name }: Error): boolean {
  return name === 'OptionsError' || name === 'OutputsError';
}
