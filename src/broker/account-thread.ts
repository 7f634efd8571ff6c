import { parentPort } from 'node:worker_threads';
import { sts } from '../aws/sdk';
import type { Target } from '../engine/resource';
import type { AskOptions } from '../engine/source';
import type { StackproofOptions } from '../options';
import { AccountReader } from './account-reader';
import { askSource } from './exchange';
import { answer, type Request, type ThreadMethod } from './protocol';

/** The thread that reads the accounts of a run's projects; see {@link RemoteAccount}. */
const readers = new Map<string, Promise<AccountReader>>();

async function open(options: StackproofOptions, rootDir: string): Promise<AccountReader> {
  return new AccountReader(options, rootDir);
}

async function find({ project, method, params }: Request<ThreadMethod>): Promise<unknown> {
  if (method === 'open') {
    readers.set(project, open(params[0] as StackproofOptions, params[1] as string));
    return undefined;
  }
  // Where it could not be opened, every question is told why.
  const reader = await readers.get(project);
  if (!reader) throw new Error(`this thread has no project ${project}`);
  switch (method) {
    case 'accepted':
      return reader.accepted(params[0] as string);
    case 'missingPackages':
      return reader.missingPackages(params[0] as Target[]);
    case 'ledger':
      return reader.ledger;
    case 'close':
      readers.delete(project);
      return reader.account.destroy();
    case 'facet':
      await reader.turn(params[0] as Target, params[2] as AskOptions | undefined);
      return askSource(reader.account, method, params);
    default:
      return askSource(reader.account, method, params);
  }
}

// Who the credentials are is asked first, and most of what its package loads is what all packages share.
void Promise.allSettled([sts.load()]);

// Text, as between processes, so that an answer is the same wherever its test runs.
parentPort?.on('message', (line: string) => {
  const request = JSON.parse(line) as Request<ThreadMethod>;
  answer(request.id, find(request), (response) => parentPort?.postMessage(JSON.stringify(response)));
});
