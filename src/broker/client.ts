import net from 'node:net';
import type { FactSource } from '../engine/source';
import type { Backend, Deployment, OutputName, VerdictRecord } from './backend';
import { contentOf, lineReader, type Request, type Response } from './protocol';
import { remembering } from './remembering';

interface Waiting {
  resolve(value: unknown): void;
  reject(error: unknown): void;
}

/** The broker of the run, seen from a worker. */
export class BrokerClient implements Backend {
  readonly source: FactSource;
  readonly #waiting = new Map<number, Waiting>();
  #deployment?: Promise<Deployment>;
  #next = 1;

  private constructor(
    private readonly socket: net.Socket,
    private readonly project: string,
  ) {
    socket.setEncoding('utf8').unref();
    socket.on(
      'data',
      lineReader((message) => this.#settle(message as Response)),
    );
    socket.on('close', () => this.#fail(new Error('the broker of this run has gone')));
    socket.on('error', (error) => this.#fail(error));
    this.source = remembering({
      facet: (...params) => this.#ask('facet', params),
      forget: (...params) => this.#ask('forget', params),
      locate: (...params) => this.#ask('locate', params),
      prepare: (...params) => this.#ask('prepare', params),
      act: (...params) => this.#ask('act', params),
    });
  }

  /** Connects, or rejects when nobody listens there. */
  static connect(address: string, project: string): Promise<BrokerClient> {
    return new Promise((resolve, reject) => {
      const socket = net.connect(address);
      socket.once('error', reject);
      socket.once('connect', () => {
        socket.removeListener('error', reject);
        resolve(new BrokerClient(socket, project));
      });
    });
  }

  /** Whether global set-up opened this project; an outer run's broker does not know an inner run's. */
  knowsProject(): Promise<boolean> {
    return this.#ask('knows', []);
  }

  deployment(): Promise<Deployment> {
    this.#deployment ??= this.#ask('deployment', []);
    return this.#deployment;
  }

  accepted(type: string): Promise<readonly string[]> {
    return this.#ask('accepted', [type]);
  }

  firstToMeet(cause: string, test: string): Promise<string | undefined> {
    return this.#ask('firstToMeet', [cause, test]);
  }

  record(records: VerdictRecord[], read: OutputName[]): Promise<void> {
    return this.#ask('record', [records, read]);
  }

  close(): void {
    this.socket.destroy();
  }

  #ask<Value>(method: Request['method'], params: unknown[]): Promise<Value> {
    return new Promise<unknown>((resolve, reject) => {
      if (this.socket.destroyed) {
        reject(new Error('the broker of this run has gone'));
        return;
      }
      const id = this.#next++;
      this.#waiting.set(id, { resolve, reject });
      // A worker stays alive for an answer it waits for, and for nothing else of ours.
      this.socket.ref();
      this.socket.write(`${JSON.stringify({ id, project: this.project, method, params } satisfies Request)}\n`);
    }) as Promise<Value>;
  }

  #settle(response: Response): void {
    const waiting = this.#waiting.get(response.id);
    this.#waiting.delete(response.id);
    if (this.#waiting.size === 0) this.socket.unref();
    try {
      waiting?.resolve(contentOf(response));
    } catch (error) {
      waiting?.reject(error);
    }
  }

  #fail(error: Error): void {
    for (const { reject } of this.#waiting.values()) reject(error);
    this.#waiting.clear();
  }
}
