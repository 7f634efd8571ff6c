import { parentPort } from 'node:worker_threads';
import type { ActName, Acts } from '../acts';
import { sts } from '../aws/sdk';
import type { Target } from '../engine/resource';
import type { AskOptions, Step } from '../engine/source';
import type { FacetName } from '../facets';
import type { StackproofOptions } from '../options';
import { AccountReader } from './account-reader';
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
  const { account } = reader;
  switch (method) {
    case 'accepted':
      return reader.accepted(params[0] as string);
    case 'missingPackages':
      return reader.missingPackages(params[0] as Target[]);
    case 'ledger':
      return reader.ledger;
    case 'close':
      readers.delete(project);
      return account.destroy();
    case 'facet':
      return reader.facet(params[0] as Target, params[1] as FacetName, params[2] as AskOptions | undefined);
    case 'forget':
      return account.forget(params[0] as Target);
    case 'locate':
      return account.locate(params[0] as string, params[1] as FacetName, params[2] as Target | undefined);
    case 'prepare':
      return account.prepare(params[0] as Step[]);
    case 'act':
      return account.act(params[0] as Target, params[1] as ActName, params[2] as Acts[ActName]['input']);
  }
}

// Who the credentials are is asked first, and most of what its package loads is what all packages share.
void Promise.allSettled([sts.load()]);

// Text, as between processes, so that an answer is the same wherever its test runs.
parentPort?.on('message', (line: string) => {
  const request = JSON.parse(line) as Request<ThreadMethod>;
  answer(request.id, find(request), (response) => parentPort?.postMessage(JSON.stringify(response)));
});
