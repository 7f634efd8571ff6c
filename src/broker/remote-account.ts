import { SHARE_ENV, Worker } from 'node:worker_threads';
import type { Ledger } from '../aws/ledger';
import type { Target } from '../engine/resource';
import type { FactSource } from '../engine/source';
import type { StackproofOptions } from '../options';
import type { MissingPackage } from './account-reader';
import { Exchange, sourceThrough } from './exchange';
import type { Response, ThreadMethod } from './protocol';

interface Thread {
  worker: Worker;
  exchange: Exchange<ThreadMethod>;
}

let thread: Thread | undefined;
const open = new Set<RemoteAccount>();
let next = 1;

/**
 * Starts the thread that reads, which loads what every reading needs. Calls nothing; ends with the process or with the
 * last account.
 */
export function prepareToRead(): void {
  thread ??= startThread();
}

/**
 * The account of one project, read in a thread that all projects of this process share: to load the SDK takes longer
 * than a small suite, and Jest, or tests that run in this process, need not wait for it.
 */
export class RemoteAccount {
  readonly source: FactSource;
  readonly #exchange: Exchange<ThreadMethod>;
  readonly #id = String(next++);

  constructor(options: StackproofOptions, rootDir: string) {
    thread ??= startThread();
    this.#exchange = thread.exchange;
    open.add(this);
    this.source = sourceThrough((method, params) => this.#ask(method, params));
    // What keeps it from being opened is told to every question.
    void Promise.allSettled([this.#ask('open', [options, rootDir])]);
  }

  /** Other types whose identifiers a type takes too. */
  accepted(type: string): Promise<readonly string[]> {
    return this.#ask('accepted', [type]);
  }

  /** The SDK packages that are not installed and without which some of these resources cannot be read. */
  missingPackages(targets: readonly Target[]): Promise<MissingPackage[]> {
    return this.#ask('missingPackages', [targets]);
  }

  /** Every call that was made. */
  ledger(): Promise<Pick<Ledger, 'entries' | 'notes'>> {
    return this.#ask('ledger', []);
  }

  /** Closes all sockets, and ends the thread with the last account. */
  close(): void {
    open.delete(this);
    if (open.size > 0) {
      void Promise.allSettled([this.#ask('close', [])]);
      return;
    }
    void thread?.worker.terminate();
    thread = undefined;
  }

  #ask<Value>(method: ThreadMethod, params: unknown[]): Promise<Value> {
    return this.#exchange.ask(this.#id, method, params);
  }
}

function startThread(): Thread {
  // What a consumer's set-up puts into the environment must be seen there too.
  const worker = new Worker(require.resolve('./account-thread'), {
    env: SHARE_ENV,
    // To load the SDK makes much garbage at once; with more room it is collected less often.
    resourceLimits: { maxYoungGenerationSizeMb: 64 },
  });
  const exchange = new Exchange<ThreadMethod>({
    send: (request) => worker.postMessage(JSON.stringify(request)),
    hold: (waiting) => (waiting ? worker.ref() : worker.unref()),
  });
  worker.on('message', (line: string) => exchange.settle(JSON.parse(line) as Response));
  worker.on('error', (error) => exchange.break(error));
  worker.on('exit', () => exchange.break(new Error('the thread that reads the account has ended')));
  // After the listeners, which would keep the process alive again.
  worker.unref();
  return { worker, exchange };
}
