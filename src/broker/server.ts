import { mkdtempSync, rmSync } from 'node:fs';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { brokerVariable } from '../options';
import type { OutputName, VerdictRecord } from './backend';
import { askSource } from './exchange';
import type { Project } from './project';
import { answer, type BrokerMethod, lineReader, type Request, type Response } from './protocol';

/** The one owner of clients and answers in a run: holds the projects and answers the workers. */
export class Broker {
  readonly projects = new Map<string, Project>();
  #server?: net.Server;
  #directory?: string;

  /** Listens where only this user can reach it, and tells the workers where through the environment. */
  async listen(): Promise<void> {
    if (this.#server) return;
    const server = net.createServer((socket) => this.#serve(socket));
    this.#server = server;
    const address = this.#address();
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject);
      server.listen(address, resolve);
    });
    // A run must be able to end while workers are still connected.
    server.unref();
    process.env[brokerVariable] = address;
  }

  /** Closes one project, and the socket with the last of them. */
  close(id: string): void {
    this.projects.get(id)?.close();
    this.projects.delete(id);
    if (this.projects.size > 0) return;
    this.#server?.close();
    this.#server = undefined;
    delete process.env[brokerVariable];
    if (this.#directory) rmSync(this.#directory, { recursive: true, force: true });
  }

  #address(): string {
    if (process.platform === 'win32') return `\\\\.\\pipe\\stackproof-${process.pid}-${Date.now()}`;
    // The name of a unix socket may have 107 bytes at most, and a temporary directory of its own keeps others out.
    this.#directory = mkdtempSync(path.join(os.tmpdir(), 'stackproof-'));
    return path.join(this.#directory, 'broker');
  }

  #serve(socket: net.Socket): void {
    socket.setEncoding('utf8').unref();
    // A worker that dies takes its connection with it; its questions need no answer then.
    socket.on('error', () => socket.destroy());
    socket.on(
      'data',
      lineReader((message) => {
        const request = message as Request<BrokerMethod>;
        answer(request.id, this.#answer(request), (response) => this.#send(socket, response));
      }),
    );
  }

  #send(socket: net.Socket, response: Response): void {
    if (!socket.destroyed) socket.write(`${JSON.stringify(response)}\n`);
  }

  async #answer({ project: id, method, params }: Request<BrokerMethod>): Promise<unknown> {
    const project = this.projects.get(id);
    if (method === 'knows') return project !== undefined;
    if (!project) throw new Error(`the broker of this run has no project ${id}`);
    switch (method) {
      case 'deployment':
        return project.deployment();
      case 'accepted':
        return project.accepted(params[0] as string);
      case 'firstToMeet':
        return project.firstToMeet(params[0] as string, params[1] as string);
      case 'record':
        return project.record(params[0] as VerdictRecord[], params[1] as OutputName[]);
      default:
        return askSource(project.source, method, params);
    }
  }
}

const registry = Symbol.for('stackproof.broker');

/** The broker of this process, if global set-up ran in it. */
export function currentBroker(): Broker | undefined {
  return (globalThis as { [registry]?: Broker })[registry];
}

/** The broker of this process, made when there is none yet. */
export function ownBroker(): Broker {
  const host = globalThis as { [registry]?: Broker };
  host[registry] ??= new Broker();
  return host[registry];
}
