import net from 'node:net';
import type { FactSource } from '../engine/source';
import type { Backend, Deployment, OutputName, VerdictRecord } from './backend';
import { Exchange, sourceThrough } from './exchange';
import { type BrokerMethod, lineReader, type Response } from './protocol';

/** The broker of the run, seen from a worker. */
export class BrokerClient implements Backend {
  readonly source: FactSource;
  readonly #exchange: Exchange<BrokerMethod>;
  #deployment?: Promise<Deployment>;

  private constructor(
    private readonly socket: net.Socket,
    private readonly project: string,
  ) {
    this.#exchange = new Exchange({
      send: (request) => socket.write(`${JSON.stringify(request)}\n`),
      hold: (waiting) => (waiting ? socket.ref() : socket.unref()),
    });
    socket.setEncoding('utf8').unref();
    socket.on(
      'data',
      lineReader((message) => this.#exchange.settle(message as Response)),
    );
    socket.on('close', () => this.#exchange.break(new Error('the broker of this run has gone')));
    socket.on('error', (error) => this.#exchange.break(error));
    this.source = sourceThrough((method, params) => this.#ask(method, params));
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
    this.#exchange.break(new Error('the broker of this run has gone'));
    this.socket.destroy();
  }

  #ask<Value>(method: BrokerMethod, params: unknown[]): Promise<Value> {
    return this.#exchange.ask(this.project, method, params);
  }
}
