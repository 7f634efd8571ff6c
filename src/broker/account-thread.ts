// First, so that all that follows is kept compiled: to load the SDK is most of what this thread does.
import './compile-cache';
import { parentPort } from 'node:worker_threads';
import { iam, kms, lambda, rds, s3, sts } from '../aws/sdk';
import type { Target } from '../engine/resource';
import type { AskOptions } from '../engine/source';
import type { StackproofOptions } from '../options';
import { AccountReader } from './account-reader';
import { askSource } from './exchange';
import { Loading } from './loading';
import { answer, type Request, type ThreadMethod } from './protocol';

/** The thread that reads the accounts of a run's projects; see {@link RemoteAccount}. */
const readers = new Map<string, Promise<AccountReader>>();
const loading = new Loading();

async function open(options: StackproofOptions, rootDir: string): Promise<AccountReader> {
  return new AccountReader(options, rootDir, loading);
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

/**
 * Loads what most stacks need until the first questions are there: first the package that tells who the credentials
 * are, which loads what all packages share, and then the one whose answers take the most calls one after the other.
 */
async function loadAhead(): Promise<void> {
  for (const sdk of [sts, iam, s3, kms, lambda, rds]) {
    if (readers.size > 0) return;
    await loading.turn(sdk);
  }
}
void loadAhead();

// Text, as between processes, so that an answer is the same wherever its test runs.
parentPort?.on('message', (line: string) => {
  const request = JSON.parse(line) as Request<ThreadMethod>;
  answer(request.id, find(request), (response) => parentPort?.postMessage(JSON.stringify(response)));
});
