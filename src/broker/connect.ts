import { brokerVariable, type StackproofOptions } from '../options';
import type { Backend } from './backend';
import { BrokerClient } from './client';
import { projectId } from './project-id';
import { currentBroker } from './server';

const backends = new Map<string, Promise<Backend>>();

/**
 * The backend of a project, once in a process: the broker of the run in this process or behind its socket, or, where
 * no global set-up ran, a reader of our own.
 */
export function connect(options: StackproofOptions, rootDir: string): Promise<Backend> {
  const id = projectId(options, rootDir);
  const here = currentBroker()?.projects.get(id);
  if (here) return Promise.resolve(here);
  const known = backends.get(id);
  if (known) return known;
  const opened = open(id, options, rootDir);
  backends.set(id, opened);
  return opened;
}

async function open(id: string, options: StackproofOptions, rootDir: string): Promise<Backend> {
  const address = process.env[brokerVariable];
  if (address) {
    const client = await BrokerClient.connect(address, id).catch(nobodyListens);
    if (client && (await client.knowsProject())) return client;
    client?.close();
  }
  const { Project } = await import('./project');
  return new Project(options, rootDir);
}

/** A broker that has gone is no broker; anything else is a fault to be seen. */
function nobodyListens(error: NodeJS.ErrnoException): undefined {
  if (error.code !== 'ENOENT' && error.code !== 'ECONNREFUSED') throw error;
}
